using Infra.Tests.Settings;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.BadInput;

/// <summary>Settings that are right one by one and wrong together, that are missing, and that are none.</summary>
internal sealed class ContradictionTests
{
    private const string RegionMend = "choose one by the command `pulumi config set aws:region eu-west-1`";

    private static readonly string LongName = $"a{new string('a', 56)}.example";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCaseSource(nameof(Rows))]
    public async Task Settings_ThatContradictEachOther_AreOneMessage(string file, string problem)
    {
        _project.With("site/server/app.js", "").With("Pulumi.s.yaml", file);

        await Refusal.AssertAsync(_project, $"Pulumi.s.yaml is not valid (1 problem):\n  {problem}", "preview", "s");
    }

    [Test]
    public async Task ContentUpdates_WithoutASite_AreOneMessage()
    {
        _project.With("application/run", "#!/bin/sh\n").With("Pulumi.s.yaml", StackFile.And(
            "  infra:contentUpdates: live\n  infra:applicationDirectory: application\n  infra:applicationCommand: ./run"));

        await Refusal.AssertAsync(
            _project,
            "Pulumi.s.yaml is not valid (1 problem):\n"
            + "  infra:contentUpdates must be roll without infra:siteDirectory: an application rolls in any case, "
            + "got live: take it out, or name the folder of a site",
            "preview", "s");
    }

    [Test]
    public async Task File_OfOtherKeysThanSettings_NamesTheFirstOnes()
    {
        var keys = Enumerable.Range(10_000, 30_000).Select(number => $"  infra:k{number}: 1\n");
        _project.With("Pulumi.s.yaml", StackFile.And(string.Concat(keys)));
        var named = Enumerable.Range(10_000, 20).Select(number => $"  infra:k{number} is not a setting: remove it\n");

        await Refusal.AssertAsync(_project,
            $"Pulumi.s.yaml is not valid (21 problems):\n{string.Concat(named)}"
            + "  infra:* has 29980 more keys that are not settings: remove them",
            "preview", "s");
    }

    private static IEnumerable<TestCaseData> Rows() =>
    [
        Row("no region", $"config:\n{StackFile.Zones}", $"aws:region is required: {RegionMend}"),
        Row("empty region", $"config:\n  aws:region:\n{StackFile.Zones}", $"aws:region is required: {RegionMend}"),
        Row("region by its place", $"config:\n  aws:region: Ireland\n{StackFile.Zones}",
            $"aws:region must be an AWS region, got Ireland: {RegionMend}"),
        Row("zone as region", $"config:\n  aws:region: eu-west-1a\n{StackFile.Zones}",
            $"aws:region must be an AWS region, got eu-west-1a: {RegionMend}"),
        Row("no zones", $"config:\n{StackFile.Region}",
            "infra:zones is required: set it to 2 to 6 Availability Zones of the stack's region, letters a to h, each once"),
        Row("zone of another region", StackFile.With("zones", "[eu-west-1a, us-east-1b]"),
            "infra:zones must be in the region of aws:region (eu-west-1), got us-east-1b: write eu-west-1b"),
        Row("certificate of another region",
            StackFile.With("certificateArn", Given.CertificateArn.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal)),
            "infra:certificateArn must be in the region of aws:region (eu-west-1), "
            + "got arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555: "
            + "issue or import the certificate there; a load balancer takes no other region's"),
        Row("certificate of another partition",
            StackFile.With("certificateArn", Given.CertificateArn.Replace("arn:aws:", "arn:aws-cn:", StringComparison.Ordinal)),
            "infra:certificateArn must be in the partition of aws:region (aws), "
            + "got arn:aws-cn:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555: copy it from ACM in eu-west-1"),
        Row("image of the other architecture", StackFile.And(
                "  infra:instanceType: t4g.small\n"
                + "  infra:imageId: resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"),
            "infra:imageId must be for arm64, the architecture of infra:instanceType (t4g.small), "
            + "got resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64: "
            + "name the parameter of an image for arm64, or an instance type with x86_64"),
        Row("domain without its zone", StackFile.With("domainName", "www.example.com"),
            "infra:hostedZoneId is required with infra:domainName (www.example.com): "
            + "set it to the id of the zone that holds the name, or remove infra:domainName"),
        Row("zone without its domain", StackFile.With("hostedZoneId", "Z1"),
            "infra:domainName is required with infra:hostedZoneId (Z1): set it to the site's name, or remove infra:hostedZoneId"),
        Row("domain too long for ACM", StackFile.And($"  infra:domainName: {LongName}\n  infra:hostedZoneId: Z1"),
            $"infra:domainName must have at most 64 characters for ACM to issue its certificate, got {LongName}: "
            + "choose a shorter name, or set infra:certificateArn"),
        Row("protected and self-signed", StackFile.With("deletionProtection", "true"),
            "infra:allowSelfSigned must be true when infra:deletionProtection is true and neither infra:domainName nor "
            + "infra:certificateArn is set, as browsers warn of self-signed ones, got false: "
            + "set infra:domainName or infra:certificateArn, or say out loud that warnings are fine by setting it to true", "R3"),
        Row("block inside another", StackFile.With("allowedCidrs", "[10.1.0.0/16, 192.0.2.0/24, 10.0.0.0/8]"),
            "infra:allowedCidrs must hold no block inside another, got 10.1.0.0/16 and 10.0.0.0/8: keep the wider of the two"),
        Row("IPv6 block without IPv6", StackFile.With("allowedCidrs", "[0.0.0.0/0, \"::/0\"]"),
            "infra:allowedCidrs must hold no IPv6 block while infra:ipv6 is false, got ::/0: "
            + "set infra:ipv6 to true, or remove what is IPv6"),
        Row("IPv6 for nobody", StackFile.With("ipv6", "true"),
            "infra:allowedCidrs must hold an IPv6 block when infra:ipv6 is true, got 0.0.0.0/0: "
            + "add ::/0 for everyone, or set infra:ipv6 to false"),
        Row("nobody at all", StackFile.With("allowedCidrs", "[]"),
            "infra:allowedCidrs must hold a block while infra:allowedPrefixLists is empty, got []: "
            + "name those who may connect; 0.0.0.0/0 is everyone"),
        Row("everyone beside a list", StackFile.With("allowedPrefixLists", "[pl-01234567]"),
            "infra:allowedCidrs must not hold everyone while infra:allowedPrefixLists names some, got 0.0.0.0/0: "
            + "write [], or remove infra:allowedPrefixLists"),
        Row("fewer servers than the fewest", StackFile.And("  infra:minServers: 3\n  infra:maxServers: 2"),
            "infra:maxServers must be at least infra:minServers (3), got 2: raise it, or lower infra:minServers", "R8"),
        Row("rate limit without firewall", StackFile.With("wafRateLimit", "500"),
            "infra:wafRateLimit must stay unset while infra:waf is false, got 500: set infra:waf to true, or remove it"),
        Row("timeout as long as the interval", StackFile.With("healthCheckTimeout", "10s"),
            "infra:healthCheckTimeout must be shorter than infra:healthCheckInterval (10s), got 10s: "
            + "lower it, or raise infra:healthCheckInterval", "R5"),
        Row("application in the site", StackFile.And(
                "  infra:siteDirectory: site\n  infra:applicationDirectory: site/server\n  infra:applicationCommand: node app.js"),
            "infra:applicationDirectory must be another folder than infra:siteDirectory (site) and not inside it, since all in it is "
            + "public, got site/server: build it elsewhere, or remove infra:siteDirectory, or name the folder of the public files there"),
        Row("body without an application", StackFile.With("maxRequestBody", "20"),
            "infra:maxRequestBody must not be set without infra:applicationDirectory, got 20: "
            + "set infra:applicationDirectory, or remove it"),
        Row("misspelt key", StackFile.With("maxServer", "1"), "infra:maxServer is not a setting: write infra:maxServers, or remove it"),
        Row("key in another case", StackFile.With("MaxServers", "1"),
            "infra:MaxServers is not a setting: write infra:maxServers, or remove it"),
        Row("unknown key, whose value may be a secret", StackFile.With("dbPassword", "hunter2"),
            "infra:dbPassword is not a setting: remove it"),
        Row("key that would break the message", StackFile.And("  \"infra:a\\nb\\u001b[31m\": 1"),
            "\"infra:a\\nb\\u001B[31m\" is not a setting: remove it"),
        Row("key of a megabyte", StackFile.And($"  ? infra:{new string('x', 900_000)}\n  : 1"),
            $"infra:{new string('x', 114)}... is not a setting: remove it"),
    ];

    private static TestCaseData Row(string name, string file, string problem, string? requirement = null)
    {
        var row = new TestCaseData(file, problem).SetArgDisplayNames(name);
        return requirement is null ? row : row.SetProperty(RequirementAttribute.PropertyName, requirement);
    }
}

using System.Text.Json;
using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Roles;

internal sealed class RolesCommandTests
{
    private const string Boundary = "  infra:permissionsBoundary: infra-s-boundary";
    private const string KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string MultiRegionKey = "mrk-1234abcd12ab34cd56ef1234567890ab";

    private static readonly string[] Documents =
        ["trust-deploy", "trust-preview", "boundary", "read", "network", "servers", "identity", "data", "limits"];

    private static readonly string[] Options =
    [
        "--account", "123456789012", "--repository", "octo-org/octo-repo", "--state-bucket", "octo-state", "--state-key", KeyId,
    ];

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject()
        .With("Pulumi.s.yaml", StackFile.And(Boundary))
        .With("Pulumi.named.yaml", StackFile.And($"{Boundary}\n  infra:domainName: www.example.com\n  infra:hostedZoneId: Z1"));

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Help_OfRoles_IsAsAccepted() => Golden.Verify("help", (await RunAsync("roles", "--help")).Out);

    [Test]
    public async Task Roles_WithoutAFolder_AreOneJsonObject()
    {
        var run = await RunAsync(["roles", "s", .. Options]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        var json = JsonDocument.Parse(run.Out).RootElement;
        Assert.That(json.EnumerateObject().Select(property => property.Name), Is.EqualTo(["roles", .. Documents]));
        Assert.That(
            json.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("name").GetString()),
            Is.EqualTo(["infra-deploy-s", "infra-preview-s"]));
    }

    [Test]
    public async Task Output_IntoAFolderThatIsNotThere_IsAFileForEachDocument()
    {
        var printed = JsonDocument.Parse((await RunAsync(["roles", "named", .. Options])).Out).RootElement;

        var run = await RunAsync(["roles", "named", .. Options, "--output", "roles/named"]);

        Assert.That(run, Is.EqualTo(new Invocation(0,
            """
            roles/named has what these roles are made of:

            Role                 Trust policy        Managed policies
            infra-deploy-named   trust-deploy.json   read, network, servers, identity, data, limits, dns
            infra-preview-named  trust-preview.json  read

            Name the policy of read.json infra-named-read, and so on.
            boundary.json is the policy infra-s-boundary, which is attached to neither.
            How to make all of it with the AWS CLI: docs/operations.md.

            """, "")));
        Assert.That(FilesIn("roles/named"), Is.EquivalentTo(Documents.Append("dns").Select(name => $"{name}.json")));
        foreach (var name in Documents)
        {
            Assert.That(
                JsonElement.DeepEquals(JsonDocument.Parse(Read($"roles/named/{name}.json")).RootElement, printed.GetProperty(name)), name);
        }
    }

    [Test]
    public async Task Output_OverThatOfAStackWithADomain_SaysWhatIsLeftOfIt()
    {
        await RunAsync(["roles", "named", .. Options, "--output", "roles"]);

        var run = await RunAsync(["roles", "s", .. Options, "--output", "roles"]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo(
            (0, "roles/dns.json is from an earlier run, and the stack makes no records: delete it\n")));
        Assert.That(Read("roles/trust-deploy.json"), Does.Contain(":environment:s\""));
    }

    [Test]
    public async Task Output_OntoAFile_IsRefused()
    {
        _project.With("taken", "");

        var run = await RunAsync(["roles", "s", .. Options, "--output", "taken"]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("--output taken can't be written: "));
    }

    [Test]
    public Task Options_ThatAreMissing_AreAskedForAllAtOnce() => Refusal.AssertAsync(_project,
        "--account is required, 12 digits: take it from `aws sts get-caller-identity`\n"
        + "--repository is required, owner/name or owner@id/name@id: "
        + "take it from `gh api repos/<owner>/<name>/actions/oidc/customization/sub`\n"
        + "--state-bucket is required, a bucket's name, 3 to 63 lower-case letters, digits, dots and hyphens: "
        + "take it from the URL of `pulumi login`, s3://<name>/<project>/<stack>\n"
        + "--state-key is required, the id or the ARN of a KMS key, not an alias: "
        + "take it from `aws kms describe-key --key-id <alias>`",
        "roles", "s");

    [Test]
    public Task Mistakes_OfOptionsNamesAndSettings_AreOneMessage()
    {
        _project.With("Pulumi.s.yaml", StackFile.With("maxServers", "4"));

        return Refusal.AssertAsync(_project,
            """
            --account must be 12 digits, got '1234': take it from `aws sts get-caller-identity`
            --output must name a folder, got '': write one, such as roles
            Pulumi.s.yaml is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            """, ["roles", "s", "--account", "1234", .. Options[2..], "--output", ""]);
    }

    [Test]
    public Task Stack_ThatIsNotThere_IsRefusedWithTheRest() => Refusal.AssertAsync(_project,
        """
        --account must be 12 digits, got '1234': take it from `aws sts get-caller-identity`
        there is no stack 't': name one of named, s, or add Pulumi.t.yaml
        """, ["roles", "t", "--account", "1234", .. Options[2..]]);

    [TestCase("--account", "12345678901")]
    [TestCase("--account", "1234567890123")]
    [TestCase("--account", "1234-5678-9012")]
    [TestCase("--account", "١٢٣٤٥٦٧٨٩٠١٢")]
    [TestCase("--repository", "octo-repo")]
    [TestCase("--repository", "octo-org/")]
    [TestCase("--repository", "octo-org/octo-repo/x")]
    [TestCase("--repository", "octo-org/*")]
    [TestCase("--repository", "octo-org/..")]
    [TestCase("--repository", "octo-org/a:b")]
    [TestCase("--repository", "octo-org@1/octo-repo")]
    [TestCase("--repository", "octo-org/octo-repo@1")]
    [TestCase("--repository", "https://github.com/octo-org/octo-repo")]
    [TestCase("--state-bucket", "ab")]
    [TestCase("--state-bucket", "s3://octo-state")]
    [TestCase("--state-bucket", "octo-*")]
    [TestCase("--state-bucket", "Octo")]
    [TestCase("--state-key", "alias/infra-state")]
    [TestCase("--state-key", "*")]
    [TestCase("--state-key", "arn:aws:kms:eu-west-1:123456789012:alias/infra-state")]
    [TestCase("--state-key", "arn:aws:kms:eu-west-1:*:key/" + KeyId)]
    public async Task Option_OfAnotherForm_IsRefused(string option, string value)
    {
        var run = await RunAsync(With(option, value));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match($@"^{option} must be .+, got '.*': take it from .+\n\z"));
    }

    [TestCase("--repository", "Octo_Org/.github", "repo:Octo_Org/.github:environment:s")]
    [TestCase("--repository", "octo-org@123/octo-repo@456", "repo:octo-org@123/octo-repo@456:environment:s")]
    [TestCase("--repository", "repo:octo-org@123/octo-repo@456", "repo:octo-org@123/octo-repo@456:environment:s")]
    [TestCase("--state-bucket", "my.state-1", "arn:aws:s3:::my.state-1/infra/s/.pulumi/*")]
    [TestCase("--state-key", MultiRegionKey, "arn:aws:kms:eu-west-1:123456789012:key/" + MultiRegionKey)]
    [TestCase("--state-key", "arn:aws:kms:us-east-1:210987654321:key/" + KeyId, "arn:aws:kms:us-east-1:210987654321:key/" + KeyId)]
    public async Task Option_OfItsForm_Arrives(string option, string value, string text)
    {
        var run = await RunAsync(With(option, value));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Contain($"\"{text}\""));
    }

    // Nothing of either is in a policy, and only the Pulumi CLI can read them.
    [Test]
    public async Task Secrets_ThatAPolicyDoesNotNeed_AreNotAskedFor()
    {
        _project.With("Pulumi.s.yaml",
            """
            config:
              aws:region: us-east-1
              infra:zones: [us-east-1a, us-east-1b]
              infra:deletionProtection: true
              infra:permissionsBoundary: infra-s-boundary
              infra:alarmEmail:
                secure: AAAB
              infra:certificateArn:
                secure: AAAB

            """);

        var run = await RunAsync(["roles", "s", .. Options]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Contain("\"us-east-1\"").And.Not.Contain("eu-west-1"));
    }

    [Test]
    public Task Region_ThatIsMissing_IsNoFaultOfASecret()
    {
        _project.With("Pulumi.s.yaml", "config:\n  infra:zones: [eu-west-1a, eu-west-1b]\n  infra:certificateArn:\n    secure: AAAB\n");

        return Refusal.AssertAsync(_project,
            """
            Pulumi.s.yaml is not valid (1 problem):
              aws:region is required: choose one by the command `pulumi config set aws:region eu-west-1`
            """, ["roles", "s", .. Options]);
    }

    [Test]
    public Task Secret_ThatCanBeNone_IsRefusedAsByOtherCommands()
    {
        _project.With("Pulumi.s.yaml", StackFile.And("  infra:domainName:\n    secure: AAAB\n  infra:hostedZoneId: Z1"));

        return Refusal.AssertAsync(_project,
            "Pulumi.s.yaml is not valid (1 problem):\n"
            + "  infra:domainName must not be secret, since ids, names, numbers or scripts of resources tell it: "
            + "set it without --secret; only infra:certificateArn and infra:alarmEmail can be secret",
            ["roles", "s", .. Options]);
    }

    [Test]
    public Task Boundary_ThatIsNotSet_IsAskedFor()
    {
        _project.With("Pulumi.s.yaml", StackFile.And(""));

        return Refusal.AssertAsync(_project,
            "infra:permissionsBoundary is required by pipelines, whose roles make no role without a boundary: "
            + "add it to Pulumi.s.yaml, with a name for the policy, such as infra-s-boundary",
            ["roles", "s", .. Options]);
    }

    [Test]
    public async Task Boundary_ByItsPath_IsWhatRolesMustHave()
    {
        var run = await RunAsync(["roles", "s", .. Options, "--set", "permissionsBoundary=team/limits"]);

        Assert.That(run.Out, Does.Contain("\"iam:PermissionsBoundary\": \"arn:aws:iam::123456789012:policy/team/limits\""));
    }

    [Test]
    public async Task Setting_ThatIsTriedOut_CountsAsInTheFile()
    {
        var run = await RunAsync(["roles", "s", .. Options, "--set", "egress=nat"]);

        Assert.That(run.Out, Does.Contain("\"ec2:CreateNatGateway\""));
    }

    [TestCase(
        "a-project-with-a-name-of-more-than-sixty-four-characters-in-all",
        "a role's name must be at most 64 letters, digits and +=,.@_-, got 'a-project-with-a-name-of-more-than-sixty-four-characters-in-all"
        + "-preview-s' with 73: change the project's name in Pulumi.yaml or the stack's")]
    [TestCase(
        "my shop", "Pulumi.yaml must have a name of letters, digits, and - _ . alone, as Pulumi wants it, got 'my shop': write another")]
    [TestCase(
        "shop*\u202e",
        "Pulumi.yaml must have a name of letters, digits, and - _ . alone, as Pulumi wants it, got 'shop*\\u202e': write another")]
    public Task Name_ThatIamDoesNotTake_IsRefused(string project, string message)
    {
        _project.With("Pulumi.yaml", $"name: {JsonSerializer.Serialize(project)}\nruntime: dotnet\n")
            .With("Pulumi.s.yaml", "config:\n  aws:region: eu-west-1\n  zones: [eu-west-1a, eu-west-1b]\n  permissionsBoundary: b\n");

        return Refusal.AssertAsync(_project, message, ["roles", "s", .. Options]);
    }

    private static string[] With(string option, string value)
    {
        var place = Array.IndexOf(Options, option) + 1;
        return ["roles", "s", .. Options[..place], value, .. Options[(place + 1)..]];
    }

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, args);

    private IEnumerable<string?> FilesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(Path.Combine(_project.Root, folder)).Select(Path.GetFileName);

    private string Read(string file) => File.ReadAllText(Path.Combine(_project.Root, file));
}

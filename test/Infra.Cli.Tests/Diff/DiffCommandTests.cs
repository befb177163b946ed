using System.Text.Json;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diff;

internal sealed class DiffCommandTests
{
    // A change of many kinds: what is created, replaced, changed and gone, what breaks, costs and is judged otherwise.
    private static readonly string[] Broad =
        ["--set", "tlsMode=end-to-end", "--set", "egress=endpoints", "--set", "minServers=2", "--set", "instanceType=t4g.medium"];

    private const string MostOfAll = "replace,delete,roll,break,fail,waive,slower,cost+0";

    private TemporaryProject _project = null!;

    [OneTimeSetUp]
    public async Task WritePlans()
    {
        _project = new();
        Directory.CreateDirectory(Path.Combine(_project.Root, "other-site"));
        _project.With("other-site/index.html", "<!doctype html><title>Other</title>");
        foreach (var stack in new[] { "dev", "prod" })
        {
            _project.With($"Pulumi.{stack}.yaml", await File.ReadAllTextAsync(Path.Combine(Reference.Root, $"Pulumi.{stack}.yaml")));
            _project.With($"{stack}.json", (await Invocation.Of(_project.Root, "preview", stack, "--json")).Out);
        }
    }

    [OneTimeTearDown]
    public void DeletePlans() => _project.Dispose();

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("markdown")]
    public async Task Output_OfABroadChangeOfDev_IsAsAccepted(string format)
    {
        var run = await DiffAsync("dev", [.. Broad, "--format", format]);

        Assert.That(run.ExitCode, Is.Zero);
        Golden.Verify($"dev-{format}", run.Out);
    }

    [Test]
    public async Task Output_OfAChangeOfProd_IsAsAccepted()
    {
        var run = await DiffAsync("prod", "--set", "domainName=www.example.org", "--set", "waf=false", "--set", "siteDirectory=other-site");

        Golden.Verify("prod-text", run.Out);
    }

    // Pulumi compares what is uploaded, and not where it was.
    [Test]
    public async Task SameSite_InAnotherFolder_IsNoChangeOfAResource()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_project.Root, "site"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_project.Root, "same-site", Path.GetRelativePath(Path.Combine(_project.Root, "site"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var run = await DiffAsync("dev", "--set", "siteDirectory=same-site", "--format", "json", "--forbid", $"create,change,{MostOfAll}");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("siteDirectory"));
    }

    [Test]
    public async Task Help_IsAsAccepted() => Golden.Verify("help", (await Invocation.Of(Reference.Root, "diff", "--help")).Out);

    [TestCase("text")]
    [TestCase("markdown")]
    public async Task Output_WithoutADifference_IsOneLine(string format)
    {
        var run = await DiffAsync("prod", "--format", format, "--forbid", $"create,change,{MostOfAll}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out.TrimEnd('\n'), Does.Match("^`?prod`?: no difference against `?.*prod[.]json`?$").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Text_OfABroadChange_FitsInEightyColumns()
    {
        var run = await DiffAsync("dev", Broad);

        Assert.That(run.Out.Split('\n').Where(line => line.Length > 80), Is.Empty);
    }

    [TestCase("create", "dev: create is forbidden, and endpoints-ssm (VpcEndpoint) is created")]
    [TestCase("replace", "dev: replace is forbidden, and web-servers (TargetGroup) is replaced, by port, protocol")]
    [TestCase("delete", "dev: delete is forbidden, and access-load-balancer-to-server-80 (SecurityGroupEgressRule) is deleted")]
    [TestCase("break", "dev: break is forbidden, and web-servers is replaced, which interrupts all requests")]
    [TestCase("roll", "dev: roll is forbidden, and a roll of the servers is prepared")]
    [TestCase("cost+40", "dev: cost+40 is forbidden, and with the fewest servers it costs +")]
    [TestCase("cost+50%", "dev: cost+50% is forbidden, and with the fewest servers it costs +")]
    public async Task Forbidden_ThatHappens_IsAMessageAndExitCodeOne(string what, string message)
    {
        var run = await DiffAsync("dev", [.. Broad, "--forbid", what]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(message));
    }

    [TestCase("slower", "dev", "bootBudget=300s", "and until a sick server is replaced it takes 6 min 45 s, 4 min 15 s before")]
    [TestCase("waive", "prod", "tlsMode=offload", "prod: waive is forbidden, and target-encrypted is waived: ")]
    [TestCase("break", "dev", "vpcCidr=10.1.0.0/16", "dev: break is forbidden, and the stack must be destroyed and created anew")]
    public async Task Forbidden_ByASetting_IsAMessage(string what, string stack, string setting, string message)
    {
        var run = await DiffAsync(stack, "--set", setting, "--forbid", what);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public async Task Forbidden_ThatDoesNotHappen_IsExitCodeZero()
    {
        var run = await DiffAsync("dev", "--set", "slowResponse=2s", "--forbid", $"create,{MostOfAll}");

        Assert.That(run.ExitCode, Is.Zero);
    }

    [TestCase("nothing")]
    [TestCase("cost")]
    [TestCase("cost+")]
    [TestCase("cost+-1")]
    [TestCase("replace,,delete")]
    public async Task Forbidden_ThatIsNoWord_IsOneMessage(string words)
    {
        var run = await DiffAsync("dev", "--forbid", words);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("--forbid must be of create, change, "));
    }

    [Test]
    public async Task Json_OfABroadChange_NamesWhatForcesAReplacement()
    {
        var run = await DiffAsync("dev", [.. Broad, "--format", "json"]);

        var resources = JsonDocument.Parse(run.Out).RootElement.GetProperty("resources").EnumerateArray().ToList();
        var replaced = resources.Single(resource => resource.GetProperty("change").GetString() == "replaced");
        Assert.That(replaced.GetProperty("name").GetString(), Is.EqualTo("web-servers"));
        Assert.That(
            replaced.GetProperty("replacedBy").EnumerateArray().Select(path => path.GetString()),
            Is.EqualTo(new[] { "port", "protocol" }));
    }

    [Test]
    public async Task Files_OnBothSides_AreCompared()
    {
        var run = await Invocation.Of(_project.Root, "diff", "--from", "dev.json", "--against", "dev.json");

        Assert.That(run.Out, Does.StartWith("dev: no difference against "));
    }

    private Task<Invocation> DiffAsync(string stack, params string[] args) =>
        Invocation.Of(_project.Root, ["diff", stack, "--against", $"{stack}.json", .. args]);
}

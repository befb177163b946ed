using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Stacks;

public sealed class StacksCommandTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Json_HasWhatThePipelinesGoBy()
    {
        _project.With("Pulumi.live.yaml", StackFile.And("  infra:deletionProtection: true\n  infra:domainName: www.example.org"))
            .With("Pulumi.a.yaml", StackFile.And(""));

        Assert.That((await RunAsync("--json")).Out, Is.EqualTo(
            """
            [
              {
                "stack": "a",
                "region": "eu-west-1",
                "protected": false,
                "sample": false
              },
              {
                "stack": "live",
                "region": "eu-west-1",
                "protected": true,
                "sample": true
              }
            ]

            """));
    }

    [Test]
    public async Task Table_SaysHowEachIsTreated()
    {
        _project.With("Pulumi.prod.yaml", StackFile.And(
            """
              infra:domainName: www.example.com
              infra:hostedZoneId: Z0123456789ABCDEFGHIJ
              infra:alarmEmail: ops@example.com
            """))
            .With("Pulumi.live.yaml", StackFile.And(
            """
              infra:domainName: shop.acme.com
              infra:deletionProtection: true
              infra:minServers: 3
            """))
            .With("Pulumi.dev.yaml", StackFile.And(""));

        Assert.That((await RunAsync()).Out, Is.EqualTo(
            """
            Stack  Region     Servers  Site             Is deployed
            dev    eu-west-1  1 to 3   no domain        at once
            live   eu-west-1  3        shop.acme.com    after an approval
            prod   eu-west-1  1 to 3   www.example.com  not: domainName, hostedZoneId, alarmEmail to be set

            """));
    }

    [TestCase("domainName", "www.example.com", true)]
    [TestCase("domainName", "shop.example", true)]
    [TestCase("domainName", "www.test", true)]
    [TestCase("domainName", "www.acme.com", false)]
    [TestCase("domainName", "www.bestexample.com", false)]
    [TestCase("domainName", "example.com.acme.org", false)]
    [TestCase("hostedZoneId", "Z0123456789ABCDEFGHIJ", true)]
    [TestCase("hostedZoneId", "Z0123456789ABCDEFGHIK", false)]
    [TestCase("alarmEmail", "ops@example.com", true)]
    [TestCase("alarmEmail", "ops@acme.com", false)]
    [TestCase("alarmEmail", "{secure: AAA}", false)]
    public async Task Sample_IsAStackWithAPlaceholder(string key, string value, bool isSample)
    {
        _project.With("Pulumi.s.yaml", StackFile.With(key, value));

        Assert.That((await RunAsync("--json")).Out, Does.Contain($"\"sample\": {(isSample ? "true" : "false")}"));
    }

    [Test]
    public async Task Project_WithoutAStack_HasNone()
    {
        Assert.That((await RunAsync("--json")).Out, Is.EqualTo("[]\n"));
        Assert.That((await RunAsync()).Out, Does.StartWith("There is no stack: add Pulumi.<stack>.yaml"));
    }

    [Test]
    public async Task StackFile_ThatIsBroken_IsOneMessage()
    {
        _project.With("Pulumi.s.yaml", "- a\n");

        await Refusal.AssertAsync(_project, "Pulumi.s.yaml must be one YAML mapping: restore it from git", ["stacks", "--json"]);
    }

    [Test]
    public async Task Project_OfAnotherName_IsReadAsItIs()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(_project.Root, "Pulumi.yaml"));
        _project.With("Pulumi.yaml", file.Replace("name: infra", "name: shop", StringComparison.Ordinal))
            .With("Pulumi.s.yaml", StackFile.And("  infra:minServers: 2").Replace("infra:", "shop:", StringComparison.Ordinal));

        Assert.That((await RunAsync()).Out, Does.Contain("s      eu-west-1  2 to 3 "));
    }

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, ["stacks", .. args]);
}

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
        _project.With(
                "Pulumi.live.yaml",
                StackFile.And("  infra:deletionProtection: true\n  infra:domainName: www.example.org\n  infra:hostedZoneId: Z0987"))
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
              infra:deletionProtection: true
            """))
            .With("Pulumi.test.yaml", StackFile.And("  infra:alarmEmail: ops@example.com\n"))
            .With("Pulumi.live.yaml", StackFile.And(
            """
              infra:domainName: shop.acme.com
              infra:hostedZoneId: Z0987
              infra:deletionProtection: true
              infra:minServers: 3
            """))
            .With("Pulumi.dev.yaml", StackFile.And(""));

        Assert.That((await RunAsync()).Out, Is.EqualTo(
            """
            Stack  Region     Servers  Site             Is deployed
            dev    eu-west-1  1 to 3   no domain        at once
            live   eu-west-1  3        shop.acme.com    after an approval
            prod   eu-west-1  1 to 3   www.example.com  not yet
            test   eu-west-1  1 to 3   no domain        not yet
            prod has placeholders: domainName, hostedZoneId, alarmEmail.
            test has placeholders: alarmEmail.

            """));
    }

    [TestCase("www.example.com", "Z0987", "ops@acme.com", true)]
    [TestCase("shop.example", "Z0987", "ops@acme.com", true)]
    [TestCase("www.test", "Z0987", "ops@acme.com", true)]
    [TestCase("www.acme.com", "Z0123456789ABCDEFGHIJ", "ops@acme.com", true)]
    [TestCase("www.acme.com", "Z0987", "ops@example.com", true)]
    [TestCase("www.acme.com", "Z0987", "ops@acme.com", false)]
    [TestCase("www.bestexample.com", "Z0987", "ops@acme.com", false)]
    [TestCase("example.com.acme.org", "Z0987", "ops@acme.com", false)]
    [TestCase("www.acme.com", "Z0987", "{secure: AAA}", false)]
    public async Task Sample_IsAStackWithAPlaceholder(string domain, string zone, string email, bool isSample)
    {
        _project.With(
            "Pulumi.s.yaml", StackFile.And($"  infra:domainName: {domain}\n  infra:hostedZoneId: {zone}\n  infra:alarmEmail: {email}"));

        Assert.That((await RunAsync("--json")).Out, Does.Contain($"\"sample\": {(isSample ? "true" : "false")}"));
    }

    [TestCase("[\"123456789012\"]", true)]
    [TestCase("[\"111122223333\"]", false)]
    [TestCase("{secure: AAA}", false)]
    public async Task Sample_IsAStackForTheExamplesAccount(string accounts, bool isSample)
    {
        _project.With("Pulumi.s.yaml", StackFile.And($"  aws:allowedAccountIds: {accounts}"));

        Assert.That((await RunAsync("--json")).Out, Does.Contain($"\"sample\": {(isSample ? "true" : "false")}"));
        Assert.That((await RunAsync()).Out, Does.EndWith(isSample ? "s has placeholders: aws:allowedAccountIds.\n" : "at once\n"));
    }

    [Test]
    public async Task StacksWithWrongSettings_AreAllNamedAtOnce()
    {
        _project.With("Pulumi.a.yaml", StackFile.With("maxServers", "4"))
            .With("Pulumi.b.yaml", StackFile.With("deletionProtection", "'True'"))
            .With("Pulumi.c.yaml", StackFile.And(""));

        await Refusal.AssertAsync(_project,
            """
            Pulumi.a.yaml is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            Pulumi.b.yaml is not valid (1 problem):
              infra:deletionProtection must be true or false, got True: write true or false, in lower case
            """, ["stacks", "--json"]);
    }

    [Test]
    public async Task FileOfAName_ThatPulumiDoesNotTake_IsNoStack()
    {
        _project.With("Pulumi.my stack.yaml", StackFile.And("")).With("Pulumi..yaml", "").With("Pulumi.eu.live_2.yaml", StackFile.And(""));

        Assert.That((await RunAsync()).Out, Does.Contain("eu.live_2").And.Not.Contain("my stack"));
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

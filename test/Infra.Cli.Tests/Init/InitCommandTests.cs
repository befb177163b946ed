using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Init;

/// <summary><c>infra init</c> where nobody is asked.</summary>
public sealed class InitCommandTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task File_ByDefault_IsTheLeast()
    {
        var run = await RunAsync();

        Assert.That(run, Is.EqualTo(new Invocation(
            0, "Pulumi.dev.yaml is written: dev in eu-west-1, with no domain.\nNext: infra preview dev\n", "")));
        Assert.That(Written("dev"), Is.EqualTo(
            """
            # dev: what it sets differs from the defaults, which Pulumi.yaml has.
            config:
              aws:region: eu-west-1

              # Two, because a load balancer takes no fewer.
              zones:
                - eu-west-1a
                - eu-west-1b

              # The new server comes before the old one leaves, so that not even the only one is missed. See 'infra roll'.
              rollout: promote

            """));
    }

    [Test]
    public async Task File_WithEverythingAnswered_HasAllOfIt()
    {
        await RunAsync(
            "live", "--region", "us-east-1", "--zones", "us-east-1a, us-east-1d,us-east-1f", "--domain", "shop.acme.com", "--hosted-zone",
            "Z0987", "--email", "ops+shop@acme.com", "--account", "111122223333");

        Assert.That(Written("live"), Does.EndWith(
            """
              zones:
                - us-east-1a
                - us-east-1d
                - us-east-1f

              # The new server comes before the old one leaves, so that not even the only one is missed. See 'infra roll'.
              rollout: promote

              # The site's name.
              domainName: shop.acme.com

              # The zone that gets the name's records.
              hostedZoneId: Z0987

              # Gets every alarm, once its owner has confirmed it.
              alarmEmail: ops+shop@acme.com

              # No other account is deployed to.
              aws:allowedAccountIds:
                - "111122223333"

            """));
        Assert.That(
            ProjectFiles.Read(_project.Root, "live", []).Values["aws:allowedAccountIds"].Text, Is.EqualTo("""["111122223333"]"""));
    }

    [TestCase("eu-west-1")]
    [TestCase("us-east-1")]
    [TestCase("ap-southeast-2")]
    [TestCase("us-gov-west-1")]
    [TestCase("cn-north-1")]
    [TestCase("eusc-de-east-1")]
    public async Task File_OfAnyRegion_PreviewsAndPassesItsControls(string region)
    {
        await RunAsync("--region", region);

        Assert.That(ProjectFiles.Read(_project.Root, "dev", []).Values["infra:zones"].Text, Is.EqualTo($"""["{region}a","{region}b"]"""));
        Assert.That((await Invocation.Of(_project.Root, "preview", "dev")).ExitCode, Is.Zero);
        var check = await Invocation.Of(_project.Root, "check", "dev");
        Assert.That(check.ExitCode, Is.Zero, check.Out);
    }

    [Test]
    public async Task File_WithADomain_PreviewsAndPassesItsControls()
    {
        await RunAsync("--domain", "shop.acme.com", "--hosted-zone", "Z0987", "--email", "ops@acme.com");

        Assert.That((await Invocation.Of(_project.Root, "preview", "dev")).ExitCode, Is.Zero);
        Assert.That((await Invocation.Of(_project.Root, "check", "dev")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Project_OfAnyName_HasTheSameKeys()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(_project.Root, "Pulumi.yaml"));
        _project.With("Pulumi.yaml", file.Replace("name: infra", "name: shop", StringComparison.Ordinal));

        await RunAsync("acme/shop/test", "--email", "ops@acme.com");

        Assert.That(Written("test"), Does.Contain("\n  zones:\n").And.Contain("\n  alarmEmail: ops@acme.com\n"));
        Assert.That((await Invocation.Of(_project.Root, "preview", "test")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task File_OfAProjectWithAFolderForThem_IsThere()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(_project.Root, "Pulumi.yaml"));
        _project.With("Pulumi.yaml", $"{file}\nstackConfigDir: stacks\n");

        Assert.That((await RunAsync()).Out, Does.StartWith("stacks/Pulumi.dev.yaml is written"));
        Assert.That((await Invocation.Of(_project.Root, "preview", "dev")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task File_ThatIsThere_IsNeverOverwritten()
    {
        _project.With("Pulumi.dev.yaml", "what somebody has begun\n");

        await Refusal.AssertAsync(
            _project,
            "Pulumi.dev.yaml is there already, and is never overwritten: name another stack, or change the file itself",
            "init", "--yes");
        Assert.That(Written("dev"), Is.EqualTo("what somebody has begun\n"));
    }

    [Test]
    public Task Link_ThatLeadsNowhere_IsNotFollowed()
    {
        File.CreateSymbolicLink(Path.Combine(_project.Root, "Pulumi.dev.yaml"), Path.Combine(_project.Root, "elsewhere"));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.dev.yaml is there already, and is never overwritten: name another stack, or change the file itself",
            "init");
    }

    [TestCase(
        "--region: aws:region must be an AWS region, got ireland: choose one by the command `pulumi config set aws:region eu-west-1`",
        "--region", "ireland")]
    [TestCase("--zones: infra:zones must be in the region of aws:region (eu-west-1), got us-east-1a: write eu-west-1a",
        "--zones", "us-east-1a,eu-west-1b")]
    [TestCase(
        "--hosted-zone: infra:hostedZoneId is required with infra:domainName (shop.acme.com): set it to the id of the zone that "
        + "holds the name, or remove infra:domainName",
        "--domain", "shop.acme.com")]
    [TestCase("--domain: infra:domainName is required with infra:hostedZoneId (Z0987): set it to the site's name, or remove "
        + "infra:hostedZoneId",
        "--hosted-zone", "Z0987")]
    [TestCase(
        "--email: infra:alarmEmail must be one e-mail address in ASCII, with a lower-case domain, got ops: write it like "
        + "ops@example.com\n--account: aws:allowedAccountIds must be account ids of 12 digits, got 1111-2222-3333: write it like "
        + "111122223333, without hyphens",
        "--email", "ops", "--account", "1111-2222-3333")]
    [TestCase(
        "--account: aws:allowedAccountIds must be account ids of 12 digits, got 44445555666: write it like 111122223333, without hyphens",
        "--account", "111122223333,44445555666")]
    public Task Options_ThatAreWrong_AreAllNamedAtOnce(string message, params string[] args) =>
        Refusal.AssertAsync(_project, message, ["init", "test", "--yes", .. args]);

    [TestCase("a b")]
    [TestCase("../dev")]
    [TestCase("")]
    [TestCase("a/b/c/d")]
    public Task Name_ThatPulumiDoesNotTake_IsRefused(string name) => Refusal.AssertAsync(
        _project,
        $"a stack must have a name of at most 100 letters, digits, and - _ . alone, as Pulumi wants it, got '{name}': write another",
        "init", name);

    [Test]
    public async Task Name_MayHaveAHundredLetters_AndNoMore()
    {
        Assert.That((await RunAsync(new string('a', 100))).ExitCode, Is.Zero);
        Assert.That((await RunAsync(new string('a', 101))).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public Task Project_InJson_IsRefused()
    {
        File.Delete(Path.Combine(_project.Root, "Pulumi.yaml"));
        _project.With("Pulumi.json", """{"name": "infra", "runtime": "dotnet"}""");

        return Refusal.AssertAsync(
            _project,
            "Pulumi.dev.json must be JSON, as Pulumi.json is, and only YAML is written here: write it by hand",
            "init");
    }

    [Test]
    public async Task Answer_None_LeavesASettingOut()
    {
        await RunAsync("--domain", "none", "--email", "", "--account", "none");

        Assert.That(Written("dev"), Does.EndWith("rollout: promote\n"));
    }

    private string Written(string stack) => File.ReadAllText(Path.Combine(_project.Root, $"Pulumi.{stack}.yaml"));

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, ["init", .. args]);
}

using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Init;

/// <summary><c>infra init --like</c>: what is not answered stays, comments too.</summary>
public sealed class LikeTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject()
    {
        _project = new();
        foreach (var stack in (string[])["dev", "prod"])
            _project.With($"Pulumi.{stack}.yaml", File.ReadAllText(Path.Combine(Reference.Root, $"Pulumi.{stack}.yaml")));
    }

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task File_WithNothingAnswered_IsTheSameUnderItsName(string like)
    {
        var run = await RunAsync("staging", "--like", like);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(Written("staging"), Is.EqualTo(Written(like).Replace($"# {like}: ", "# staging: ", StringComparison.Ordinal)));
        Assert.That((await Invocation.Of(_project.Root, "check", "staging")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task File_WithAnswers_HasThemInTheirPlaces()
    {
        var run = await RunAsync(
            "live", "--like", "prod", "--region", "us-east-1", "--domain", "shop.acme.com", "--hosted-zone", "Z0987", "--email",
            "ops@acme.com", "--account", "111122223333");

        var expected = Written("prod").Replace("# prod: ", "# live: ", StringComparison.Ordinal)
            .Replace("eu-west-1", "us-east-1", StringComparison.Ordinal)
            .Replace("www.example.com", "shop.acme.com", StringComparison.Ordinal)
            .Replace("Z0123456789ABCDEFGHIJ", "Z0987", StringComparison.Ordinal)
            .Replace("ops@example.com", "ops@acme.com", StringComparison.Ordinal)
            .Replace("123456789012", "111122223333", StringComparison.Ordinal);
        Assert.That(Written("live"), Is.EqualTo(expected));
        Assert.That(ProjectFiles.Read(_project.Root, "live", []).Values["aws:allowedAccountIds"].Text, Is.EqualTo("""["111122223333"]"""));
        Assert.That(run.Out, Does.Not.Contain("placeholders"));
    }

    [Test]
    public async Task Placeholders_ThatStay_AreNamed()
    {
        var run = await RunAsync("live", "--like", "prod", "--domain", "shop.acme.com");

        Assert.That(run.Out, Does.Contain(
            "\nBefore it is deployed, put your own in place of the placeholders: hostedZoneId, alarmEmail, aws:allowedAccountIds.\n"
            + "Next: infra preview live\n"));
    }

    [Test]
    public async Task Answers_AreThoseOfTheOtherStack_ByDefault()
    {
        var run = await InitRun.Answered(_project, ["us-east-1", "", "", "", "none", ""], "live", "--like", "prod");

        Assert.That(run.Error, Does.StartWith(
            "AWS region [eu-west-1]: Availability Zones, two or more [us-east-1a,us-east-1b,us-east-1c]: "
            + "Domain name of the site, or none [www.example.com]: "
            + "Id of the Route 53 hosted zone that holds the name [Z0123456789ABCDEFGHIJ]: "
            + "E-mail address for alarms, or none [ops@example.com]: "));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(Written("live"), Does.Not.Contain("alarmEmail").And.Not.Contain("whoever is on call").And.Not.Contain("\n\n\n"));
    }

    // Of prod a browser's warning is not accepted without saying so.
    [Test]
    public async Task Domain_ThatTheOthersSettingsNeed_IsAskedAgain()
    {
        var run = await InitRun.Answered(_project, ["", "", "none", "", "", "", ""], "live", "--like", "prod");

        Assert.That(run.Error, Does.Contain("[www.example.com]:   infra:allowSelfSigned must be true when infra:deletionProtection is "));
        Assert.That(run.ExitCode, Is.Zero);
        await Refusal.AssertAsync(
            _project,
            "--domain: infra:allowSelfSigned must be true when infra:deletionProtection is true and neither infra:domainName nor "
            + "infra:certificateArn is set, as browsers warn of self-signed ones, got false: set infra:domainName or infra:certificateArn, "
            + "or say out loud that warnings are fine by setting it to true",
            "init", "test", "--like", "prod", "--domain", "none");
    }

    [Test]
    public async Task Secrets_AreLeftOut_AndNamed()
    {
        _project.With("Pulumi.old.yaml",
            """
            # Ours.
            secretsprovider: awskms://alias/pulumi
            encryptedkey: AQICAHg
            encryptionsalt: v1:abc
            config:
              aws:region: eu-west-1
              infra:zones: [eu-west-1a, eu-west-1b]   # both

              # Who is on call.
              infra:alarmEmail:
                secure: AAAB
              # Of the team.
              infra:domainName: shop.acme.com
              infra:hostedZoneId: Z1
              infra:certificateArn: {secure: AAAC}
            """);

        var run = await RunAsync("new", "--like", "old", "--zones", "eu-west-1c,eu-west-1b");

        Assert.That(run.Out, Does.Contain(
            "\nLeft out, since only the key of old decrypts them: infra:alarmEmail, infra:certificateArn. "
            + "Set them by 'pulumi config set --secret --stack new'.\n"));
        Assert.That(Written("new"), Is.EqualTo(
            """
            # Ours.
            config:
              aws:region: eu-west-1
              infra:zones:
                - eu-west-1c
                - eu-west-1b

              # Of the team.
              infra:domainName: shop.acme.com
              infra:hostedZoneId: Z1

            """));
    }

    [Test]
    public async Task Secret_ThatIsAnswered_IsWrittenAsPlainText()
    {
        _project.With("Pulumi.old.yaml", StackFile.And("  infra:alarmEmail:\n    secure: AAAB"));

        await RunAsync("new", "--like", "old", "--email", "ops@acme.com");

        Assert.That(ProjectFiles.Read(_project.Root, "new", []).Values["infra:alarmEmail"], Is.EqualTo(new ConfigValue("ops@acme.com")));
    }

    // However its lines are written.
    [TestCase("  infra:zones: eu-west-1a,eu-west-1b\n", "infra:zones:")]
    [TestCase("  zones: ['eu-west-1a',\n    \"eu-west-1b\"]\n", "zones:")]
    [TestCase("  infra:zones:\n  - eu-west-1a\n  - eu-west-1b # the other\n", "infra:zones:")]
    [TestCase("  infra:config:zones:\n      - >-\n        eu-west-1a\n      - eu-west-1b\n", "infra:config:zones:")]
    public async Task Zones_HoweverWritten_AreReplaced(string lines, string key)
    {
        _project.With("Pulumi.old.yaml", $"config:\n  aws:region: eu-west-1\n{lines}\n  # Why.\n  infra:minServers: 2\n");

        Assert.That((await RunAsync("new", "--like", "old", "--region", "us-east-1")).Error, Is.Empty);

        Assert.That(Written("new"), Is.EqualTo(
            $"config:\n  aws:region: us-east-1\n  {key}\n    - us-east-1a\n    - us-east-1b\n\n  # Why.\n  infra:minServers: 2\n"));
    }

    [Test]
    public async Task Account_WithoutQuotes_Stays()
    {
        _project.With("Pulumi.old.yaml", StackFile.And("  aws:allowedAccountIds: [111122223333]"));

        await RunAsync("new", "--like", "old");

        Assert.That(ProjectFiles.Read(_project.Root, "new", []).Values["aws:allowedAccountIds"].Text, Is.EqualTo("""["111122223333"]"""));
    }

    [Test]
    public Task Stack_ThatIsNotThere_IsNamed() => Refusal.AssertAsync(
        _project, "there is no stack 'nope': name one of dev, prod, or add Pulumi.nope.yaml", "init", "new", "--like", "nope");

    [Test]
    public Task Environments_OnlyThePulumiCliKnows()
    {
        _project.With("Pulumi.old.yaml", $"environment: [acme/shared]\n{StackFile.And("")}");

        return Refusal.AssertAsync(
            _project,
            "Pulumi.old.yaml takes settings from environments of Pulumi ESC, acme/shared, which only the Pulumi CLI can read: copy the "
            + "file by hand, or begin with another stack",
            "init", "new", "--like", "old");
    }

    [TestCase("config: {aws:region: eu-west-1, infra:zones: [eu-west-1a, eu-west-1b]}\n")]
    [TestCase("{config: {aws:region: eu-west-1, infra:zones: [eu-west-1a, eu-west-1b]}}\n")]
    public Task Settings_ThatCannotBeChangedByLines_AreRefused(string text)
    {
        _project.With("Pulumi.old.yaml", text);

        return Refusal.AssertAsync(
            _project,
            "Pulumi.old.yaml must have its settings below config:, each in lines of its own, to begin another stack with: write them so",
            "init", "new", "--like", "old");
    }

    // The end of a text of several lines looks like a comment, and what is added would come before it.
    [Test]
    public Task Text_ThatWouldBecomeAnother_IsRefused()
    {
        _project.With("Pulumi.old.yaml", StackFile.And("  acme:note: |-\n    one\n    # two"));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.old.yaml can't be changed line by line, to begin another stack with: take out # from texts of several lines",
            "init", "new", "--like", "old", "--email", "ops@acme.com");
    }

    // What the other has besides may not go with the answers.
    [Test]
    public Task Setting_ThatAnAnswerMakesWrong_IsOneMessage()
    {
        const string Arn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";
        _project.With("Pulumi.old.yaml", StackFile.And($"  infra:certificateArn: {Arn}"));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.new.yaml is not valid (1 problem):\n"
            + $"  infra:certificateArn must be in the region of aws:region (us-east-1), got {Arn}: issue or import the certificate there; "
            + "a load balancer takes no other region's",
            "init", "new", "--like", "old", "--region", "us-east-1");
    }

    private string Written(string stack) => File.ReadAllText(Path.Combine(_project.Root, $"Pulumi.{stack}.yaml"));

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, ["init", .. args]);
}

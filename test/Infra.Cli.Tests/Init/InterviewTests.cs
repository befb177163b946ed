using Infra.Cli.Init;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Init;

/// <summary><c>infra init</c> with somebody to ask.</summary>
public sealed class InterviewTests
{
    private const string Zones = "infra:zones must be 2 to 6 Availability Zones of the stack's region, letters a to h, each once";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Questions_AnsweredByEnter_GetTheDefaults()
    {
        var run = await InitRun.Answered(_project, ["", "", "", "", ""]);

        Assert.That(run.Error, Is.EqualTo(
            "AWS region [eu-west-1]: Availability Zones, two or more [eu-west-1a,eu-west-1b]: "
            + "Domain name of the site, or none [none]: E-mail address for alarms, or none [none]: "
            + "AWS account id, the only one to deploy to, or none [none]: "));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(Values["infra:zones"], Is.EqualTo("""["eu-west-1a","eu-west-1b"]"""));
    }

    [Test]
    public async Task Answers_ThatAreWrong_AreAskedAgainWithTheReason()
    {
        var run = await InitRun.Answered(_project, [
            "Ireland", "us-west-2",
            "us-west-2a", "eu-west-1a,us-west-2b", "us-west-2b,us-west-2c",
            "acme", "shop.acme.com",
            "", "/hostedzone/Z1", "Z1",
            "ops", "ops@acme.com",
            "1", " 111122223333 ",
        ]);

        Assert.That(run.Error.Split(": ").Length, Is.GreaterThan(14));
        string[] reasons =
        [
            "  aws:region must be an AWS region, got Ireland: ",
            $"  {Zones}, got [\"us-west-2a\"]: name 2, ",
            "  infra:zones must be in the region of aws:region (us-west-2), got eu-west-1a: write us-west-2a\n",
            "  infra:domainName must be a lower-case DNS name with a dot, ",
            "  infra:hostedZoneId is required with infra:domainName (shop.acme.com): ",
            "  infra:hostedZoneId must be a hosted zone id: Z and 1 to 31 upper-case letters and digits, got /hostedzone/Z1: ",
            "  infra:alarmEmail must be one e-mail address in ASCII, ",
            "  aws:allowedAccountIds must be account ids of 12 digits, got 1: ",
        ];
        foreach (var reason in reasons)
            Assert.That(run.Error, Does.Contain(reason));
        Assert.That(run.Out, Does.StartWith("Pulumi.dev.yaml is written: dev in us-west-2, with shop.acme.com."));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Values["aws:region"], Is.EqualTo("us-west-2"));
            Assert.That(Values["infra:zones"], Is.EqualTo("""["us-west-2b","us-west-2c"]"""));
            Assert.That(Values["infra:domainName"], Is.EqualTo("shop.acme.com"));
            Assert.That(Values["infra:hostedZoneId"], Is.EqualTo("Z1"));
            Assert.That(Values["infra:alarmEmail"], Is.EqualTo("ops@acme.com"));
            Assert.That(Values["aws:allowedAccountIds"], Is.EqualTo("""["111122223333"]"""));
        }
    }

    [Test]
    public async Task Questions_ThatOptionsAnswer_AreNotAsked()
    {
        var run = await InitRun.Answered(
            _project, ["", ""], "--region", "us-west-2", "--domain", "shop.acme.com", "--hosted-zone", "Z1", "--email", "none");

        Assert.That(run.Error, Is.EqualTo(
            "Availability Zones, two or more [us-west-2a,us-west-2b]: AWS account id, the only one to deploy to, or none [none]: "));
        Assert.That(run.ExitCode, Is.Zero);
    }

    // An option is not wrong by itself, but beside what was answered since.
    [Test]
    public async Task Option_ThatAnAnswerMakesWrong_IsAskedForAfterAll()
    {
        var run = await InitRun.Answered(
            _project, ["us-west-2", "", "", "shop.acme.com", "", ""], "--zones", "eu-west-1b,eu-west-1c", "--hosted-zone", "Z1");

        Assert.That(run.Error, Is.EqualTo(
            "AWS region [eu-west-1]:   infra:zones must be in the region of aws:region (us-west-2), got eu-west-1b: write us-west-2b\n"
            + "  infra:zones must be in the region of aws:region (us-west-2), got eu-west-1c: write us-west-2c\n"
            + "Availability Zones, two or more [us-west-2a,us-west-2b]: Domain name of the site, or none [none]: "
            + "  infra:domainName is required with infra:hostedZoneId (Z1): set it to the site's name, or remove infra:hostedZoneId\n"
            + "Domain name of the site, or none [none]: E-mail address for alarms, or none [none]: "
            + "AWS account id, the only one to deploy to, or none [none]: "));
        Assert.That(Values["infra:hostedZoneId"], Is.EqualTo("Z1"));
    }

    [Test]
    public async Task Option_ThatIsWrong_IsRefusedBeforeAnythingIsAsked()
    {
        var run = await InitRun.Answered(_project, [""], "--email", "ops");

        Assert.That(run.Error, Does.StartWith("--email: infra:alarmEmail must be one e-mail address").And.Not.Contain("AWS region"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Yes_WithATerminal_AsksNothing()
    {
        var run = await InitRun.Answered(_project, [], "--yes");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Answers_ThatEnd_LeaveNoFile()
    {
        var run = await InitRun.Answered(_project, ["", ""]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.EndWith(
            "the questions were not answered to their end, so nothing was written: answer all, or give --yes for the defaults\n"));
        Assert.That(Directory.EnumerateFiles(_project.Root, "Pulumi.dev*"), Is.Empty);
    }

    // Whoever waits for a line can't be told to end.
    [Test]
    public void Questions_BrokenOff_EndAtOnce()
    {
        var file = NewStackFile.Of(_project.Root, "dev");
        var interview = new Interview(
            new(_project.Root, "dev", "infra", file.Least()), new Dictionary<StackQuestion, string>());
        using var cancellation = new CancellationTokenSource();
        using var replies = new Silence();
        var run = interview.RunAsync(TextWriter.Null, replies, cancellation.Token);

        cancellation.Cancel();

        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        replies.End();
    }

    private Dictionary<string, string> Values =>
        ProjectFiles.Read(_project.Root, "dev", []).Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text);

    private sealed class Silence : TextReader
    {
        private readonly ManualResetEventSlim _end = new();

        public void End() => _end.Set();

        public override string? ReadLine()
        {
            _end.Wait();
            return null;
        }
    }
}

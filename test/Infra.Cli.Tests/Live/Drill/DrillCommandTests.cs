using System.Runtime.Versioning;
using System.Text.Json;
using Infra.Cli.Live.Drill;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>The command as users run it, with shell scripts that play the Pulumi CLI and the aws tool.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DrillCommandTests
{
    private ScriptedTools _tools = null!;
    private string? _path;

    [SetUp]
    public void APathOfItsOwn()
    {
        _tools = new();
        _path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", _tools.Folder);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _tools.Dispose();
    }

    [Test]
    public async Task Help_OfDrill_IsAsAccepted() => Golden.Verify("help", (await DrillAsync("--help")).Out);

    [TestCase("--rate", "0", "--rate must be from 1 to 2000, got 0")]
    [TestCase("--rate", "2001", "--rate must be from 1 to 2000, got 2001")]
    [TestCase("--minutes", "31", "--minutes must be from 1 to 30, got 31")]
    public async Task Number_OutOfItsRange_IsAMistake(string option, string value, string message) =>
        Assert.That(await DrillAsync("dev", option, value), Is.EqualTo(new Invocation(2, "", $"{message}\n")));

    [TestCase("", "--junit must name a file, got ''")]
    [TestCase(".", "--junit must name a file, got the directory '.'")]
    [TestCase("nowhere/", "--junit must name a file, got the directory 'nowhere/'")]
    public async Task JUnitFile_ThatIsNone_IsAMistake_BeforeTheDrillBegins(string file, string message)
    {
        _tools.Pulumi();
        _tools.Aws("sed s/healthy/unhealthy/");

        Assert.That(await DrillAsync("dev", "--yes", "--junit", file), Is.EqualTo(new Invocation(2, "", $"{message}\n")));
        Assert.That(_tools.Calls, Is.Empty);
    }

    [Test]
    public async Task PulumiCli_ThatIsNotThere_IsSaidToBeNeeded() =>
        Assert.That(await DrillAsync("dev", "--yes"), Is.EqualTo(new Invocation(
            2, "", "stack dev needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, and log in to where dev is kept\n")));

    [Test]
    public async Task Stack_ThatPulumiDoesNotKnow_IsToldInItsWords()
    {
        _tools.Add("pulumi", """echo "error: no stack named 'dev' found" >&2; exit 255""");

        Assert.That(
            await DrillAsync("dev", "--yes"),
            Is.EqualTo(new Invocation(2, "", "stack dev: 'pulumi stack output' failed: error: no stack named 'dev' found\n")));
    }

    [PlainCase("{}")]
    [PlainCase("not JSON")]
    [PlainCase("null")]
    [PlainCase(
        """{"url": "http://a", "region": "r", "autoScalingGroupName": "g", "targetGroupName": "t", "secondsToNoticeSickServer": 1,"""
        + """ "secondsToReplaceSickServer": 1, "secondsToAddServer": 1}""")]
    public async Task Outputs_ThatAreNotThisPrograms_AreAMistake(string outputs)
    {
        _tools.Add("pulumi", $"echo '{outputs}'");

        var run = await DrillAsync("dev", "--yes");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.StartWith("the outputs of stack dev are not what this program writes: ")
                .And.EndsWith(" Run 'pulumi up --stack dev' first.\n"));
    }

    [Test]
    public async Task AwsTool_ThatIsNotThere_IsSaidToBeNeeded()
    {
        _tools.Pulumi();

        Assert.That(await DrillAsync("dev", "--yes"), Is.EqualTo(new Invocation(
            2, "", "the drill needs the AWS CLI, and there is no 'aws' on PATH: install it, and give it credentials\n")));
    }

    [Test]
    public async Task AwsTool_WithoutCredentials_IsOneMessage()
    {
        _tools.Pulumi();
        _tools.Add(
            "aws", """echo 'Unable to locate credentials. You can configure credentials by running "aws configure".' >&2; exit 253""");

        var run = await DrillAsync("dev", "--yes");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.StartWith("'aws sts get-caller-identity' failed: Unable to locate credentials.")
                .And.Contain("\nThere are no credentials: set AWS_PROFILE"));
    }

    [PlainCase("n\n")]
    [TestCase("")]
    public async Task Answer_ThatIsNoYes_ChangesNothing(string answer)
    {
        _tools.Pulumi();
        _tools.Aws("sed s/healthy/unhealthy/");
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, PlainConsole.Of(TextWriter.Null));
        var drill = DrillCommand.Create(
            terminal, new() { Answers = () => new StringReader(answer) }, (_, _) => throw new AssertionException("no report is made"));

        var exitCode = await drill.Parse("dev --no-load").InvokeAsync();

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error.ToString(), Does.StartWith("The drill of dev works on AWS").And.EndsWith("Go on? [y/N] Nothing was changed.\n"));
        Assert.That(_tools.Calls, Has.None.Contain("set-instance-health").And.None.Contain("terminate-instance"));
    }

    [TestCase(false, "The drill was broken off before it began.")]
    [TestCase(
        true,
        "The drill was broken off, and its load is stopped.",
        "The group's settings are as they were: minimum 1, maximum 3, suspended: AZRebalance, desired 1.")]
    public async Task Drill_ThatIsBrokenOff_SaysWhatItLeaves(bool hasBegun, params string[] sentences)
    {
        var played = new PlayedDrill();
        var load = new DisposedLoad();
        using var broken = new CancellationTokenSource();
        if (hasBegun)
        {
            _tools.Pulumi();
            played.Aws.OnCall = command =>
            {
                if (command == "autoscaling describe-instance-refreshes")
                    broken.Cancel();
            };
        }
        else
        {
            _tools.Add("pulumi", "exec /bin/sleep 60");
            broken.CancelAfter(TimeSpan.FromSeconds(0.1));
        }

        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, PlainConsole.Of(TextWriter.Null));
        var drill = DrillCommand.Create(
            terminal, played.Tools with { Load = _ => load }, (_, _) => throw new AssertionException("no report is made"));

        var exitCode = await drill.Parse("dev --yes").InvokeAsync(new() { ProcessTerminationTimeout = null }, broken.Token);

        Assert.That((exitCode, load.IsDisposed), Is.EqualTo((2, hasBegun)));
        Assert.That(error.ToString(), Does.EndWith(string.Concat(sentences.Select(sentence => $"{sentence}\n"))));
    }

    [Test]
    public async Task Drill_WhoseReportIsNotKept_IsNotStamped()
    {
        _tools.Pulumi();
        using var output = new StringWriter();
        var drill = DrillCommand.Create(
            new(output, TextWriter.Null, PlainConsole.Of(output)),
            new PlayedDrill().Tools,
            (_, _) => throw new AssertionException("no report is kept"));

        Assert.That(await drill.Parse("dev --yes --no-load").InvokeAsync(), Is.Zero);
    }

    [Test]
    public void Stack_IsCompleted()
    {
        var drill = DrillCommand.Create(
            new(TextWriter.Null, TextWriter.Null, PlainConsole.Of(TextWriter.Null)),
            new(),
            (_, _) => throw new AssertionException("nothing is run"));

        Assert.That(drill.Arguments.Single().CompletionSources, Has.Count.EqualTo(1));
    }

    [Test]
    public void Answers_AreThoseOfATerminal() => Assert.That(
        new DrillTools().Answers(), Console.IsInputRedirected ? Is.Null : Is.SameAs(Console.In));

    [Test]
    public async Task Prod_WithoutItsYes_IsAskedForNothingButItsState()
    {
        // Servers that are not well, so that a drill that ran all the same would soon be over.
        _tools.Pulumi();
        _tools.Aws("sed s/healthy/unhealthy/");

        var run = await DrillAsync("prod", "--yes", "--no-load");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("prod is not to be broken lightly, since its name begins with prod: add --yes-in-prod"));
        Assert.That(_tools.Calls, Has.None.Contain("set-instance-health").And.None.Contain("terminate-instance"));
    }

    [Test]
    public async Task Drill_OfAGroupThatHasLostItsServers_EndsWithOne_AndWritesAllForPipelines()
    {
        // Recorded of one server in service, but the target group says that it is not well.
        _tools.Pulumi();
        _tools.Aws("""sed s/healthy/unhealthy/""");
        var file = Path.Combine(_tools.Folder, "drill.xml");

        var evidence = Path.Combine(_tools.Folder, "drill.json");

        var run = await DrillAsync("dev", "--yes", "--json", "--junit", file, "--evidence", evidence);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(
            run.Out,
            Does.StartWith("{\n  \"stack\": \"dev\",\n  \"account\": \"123456789012\",")
                .And.Contain("not tried, since the servers were not all well"));
        Assert.That(run.Error, Does.Contain("The drill of dev works on AWS, account 123456789012"));
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("<testsuite name=\"infra drill dev\" tests=\"11\""));
        Assert.That(_tools.Calls, Has.None.Contain("set-instance-health"));

        // What a report takes is what programs get, and says of which plan it is.
        Assert.That(await File.ReadAllTextAsync(evidence), Is.EqualTo(run.Out));
        var made = JsonDocument.Parse(run.Out).RootElement.GetProperty("made");
        Assert.That(
            (made.GetProperty("command").GetString(), made.GetProperty("project").GetString(), made.GetProperty("stack").GetString()),
            Is.EqualTo(("infra drill", "infra", "dev")));
        Assert.That(made.GetProperty("plan").GetString(), Is.EqualTo(PlanHash.Of(await Graphs.Of("dev"))));
        Assert.That(made.GetProperty("at").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(2)));

        var report = await Invocation.Of(Reference.Root, "report", "dev", "--with", evidence);
        Assert.That((report.ExitCode, report.Error), Is.EqualTo((1, "")));
        Assert.That(report.Out, Does.Contain("infra drill").And.Contain("not tried, since the servers were not all well"));
    }

    private static Task<Invocation> DrillAsync(params string[] args) => Invocation.Of(Reference.Root, ["drill", .. args]);
}

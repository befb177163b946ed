using System.Runtime.Versioning;
using Infra.Cli.Live.Roll;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>The command as users run it, with shell scripts that play the Pulumi CLI and the aws tool.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RollCommandTests
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
    public async Task Help_OfRoll_IsAsAccepted() => Golden.Verify("help", (await RollAsync("--help")).Out);

    [Test]
    public async Task PulumiCli_ThatIsNotThere_IsSaidToBeNeeded() =>
        Assert.That(await RollAsync("dev"), Is.EqualTo(new Invocation(
            2, "", "stack dev needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, and log in to where dev is kept\n")));

    [Test]
    public async Task AwsTool_ThatIsNotThere_IsSaidToBeNeeded()
    {
        _tools.Pulumi();

        Assert.That(await RollAsync("dev"), Is.EqualTo(new Invocation(
            2, "", "the roll needs the AWS CLI, and there is no 'aws' on PATH: install it, and give it credentials\n")));
    }

    [PlainCase("{}")]
    [PlainCase("not JSON")]
    [PlainCase(
        """{"url": "https://a", "region": "r", "autoScalingGroupName": "g", "targetGroupName": "t", "secondsToNoticeSickServer": 1,"""
        + """ "secondsToReplaceSickServer": 1, "secondsToAddServer": 1}""", Description = "of a stack from before there were rolls")]
    public async Task Outputs_ThatAreNotThisPrograms_AreAMistake(string outputs)
    {
        _tools.Add("pulumi", $"echo '{outputs}'");

        var run = await RollAsync("dev");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.StartWith("the outputs of stack dev are not what this program writes: ")
                .And.EndsWith(" Run 'pulumi up --stack dev' first.\n"));
    }

    [Test]
    public async Task JUnitFile_ThatIsNone_IsAMistake_BeforeTheRollBegins()
    {
        _tools.Pulumi();
        _tools.Aws();

        Assert.That(await RollAsync("dev", "--junit", ""), Is.EqualTo(new Invocation(2, "", "--junit must name a file, got ''\n")));
        Assert.That(_tools.Calls, Is.Empty);
    }

    [Test]
    public async Task Roll_WithNothingToDo_SaysSo_AndWritesAllForPipelines()
    {
        _tools.Pulumi();

        // The recorded group does not say from which version it launches; AWS does.
        _tools.Aws();
        var aws = Path.Combine(_tools.Folder, "aws");
        await File.WriteAllTextAsync(
            aws,
            (await File.ReadAllTextAsync(aws)).TrimEnd() + " | /bin/sed '0,/\"LaunchTemplateName\": \"web\"$/s//\"Version\": \"1\"/'\n");
        var file = Path.Combine(_tools.Folder, "roll.xml");

        var run = await RollAsync("dev", "--json", "--junit", file);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Out,
            Does.StartWith("{\n  \"stack\": \"dev\",\n  \"region\": \"eu-west-1\",\n  \"group\": \"fleet-group\",")
                .And.Contain("\"rollout\": \"promote\",")
                .And.Contain("nothing waits to be rolled: version 1 is on 1 server"));
        Assert.That(run.Error, Does.Contain("now: every server runs the version of the launch template"));
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("<testsuite name=\"infra roll dev\" tests=\"5\""));
    }

    [TestCase(false, "The roll was broken off before it began.")]
    [TestCase(
        true,
        "No longer waiting. A roll that is under way goes on without this command: 'infra roll dev' waits for it again.",
        "Scaling: nothing is held.")]
    public async Task Roll_ThatIsBrokenOff_SaysWhatGoesOn(bool hasBegun, params string[] sentences)
    {
        var played = new PlayedRoll();
        using var broken = new CancellationTokenSource();
        if (hasBegun)
            _tools.Pulumi();
        else
            _tools.Add("pulumi", "exec /bin/sleep 60");
        played.Aws.OnCall = _ => broken.Cancel();
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, PlainConsole.Of(TextWriter.Null));
        var command = RollCommand.Create(terminal, new() { Aws = played.Aws, Time = played.Clock });
        if (!hasBegun)
            broken.CancelAfter(TimeSpan.FromSeconds(0.1));

        var exitCode = await command.Parse(["dev"]).InvokeAsync(new() { ProcessTerminationTimeout = null }, broken.Token);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error.ToString(), Is.EqualTo(string.Concat(sentences.Select(sentence => $"{sentence}\n"))));
    }

    [Test]
    public void Stack_IsCompleted()
    {
        var command = RollCommand.Create(new(TextWriter.Null, TextWriter.Null, PlainConsole.Of(TextWriter.Null)), new());

        Assert.That(command.Arguments.Single().CompletionSources, Has.Count.EqualTo(1));
    }

    private static Task<Invocation> RollAsync(params string[] args) => Invocation.Of(Reference.Root, ["roll", .. args]);
}

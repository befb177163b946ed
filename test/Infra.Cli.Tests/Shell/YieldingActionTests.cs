using System.CommandLine;
using System.CommandLine.Invocation;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Docs.Documents;

namespace Infra.Cli.Tests.Shell;

internal sealed class YieldingActionTests
{
    [Test]
    public async Task Invoke_OfWorkThatNeverWaits_ReturnsBeforeItIsDone()
    {
        using var returned = new ManualResetEventSlim();
        var work = new Command("work");
        work.SetAction((_, cancellation) => Task.FromResult(
            returned.Wait(TimeSpan.FromSeconds(5), cancellation) ? ExitCode.Done : ExitCode.CheckFailed));
        var program = new Command("program") { work };
        YieldingAction.InAll(program);

        var run = program.Parse("work").InvokeAsync();
        returned.Set();

        Assert.That(await run, Is.EqualTo(ExitCode.Done));
    }

    [TestCaseSource(nameof(Commands))]
    public void Action_OfEachCommand_Yields(Command command) =>
        Assert.That(command.Action, Is.InstanceOf<YieldingAction>().Or.InstanceOf<SynchronousCommandLineAction>().Or.Null);

    private static IEnumerable<TestCaseData> Commands() =>
        from command in All(ThisProgram.Command)
        select new TestCaseData(command).SetArgDisplayNames(command.Name);

    private static IEnumerable<Command> All(Command command) => [command, .. command.Subcommands.SelectMany(All)];
}

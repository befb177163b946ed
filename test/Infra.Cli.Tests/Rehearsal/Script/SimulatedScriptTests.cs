using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Script;

public sealed class SimulatedScriptTests
{
    [Test]
    [Requirement("R6")]
    [Requirement("R7")]
    [Requirement("R8")]
    public async Task Drill_OfACommittedStack_IsAsAccepted([Values("dev", "prod")] string stack)
    {
        using var writer = new StringWriter();

        new RehearsalText(await (await Declarations.Of(stack)).RehearseAsync(), PlainConsole.Of(writer)).Write();

        Golden.Verify($"drill-{stack}", writer.ToString());
    }

    [Test]
    public async Task Drill_OfACommittedStack_Passes([Values("dev", "prod")] string stack)
    {
        var report = await (await Declarations.Of(stack)).RehearseAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ExitCode, Is.Zero);
            Assert.That(report.With(Outcome.Pass), Is.EqualTo(["R5", "R6", "R7", "R8"]));
            Assert.That(report.With(Outcome.NotApplicable), Is.EqualTo(["R2", "R3", "R4", "R5"]));
        }
    }

    [Test]
    public async Task Drill_AtItsEnd_LeavesNoLoad()
    {
        var declared = await Declarations.Of("dev");
        var stack = new SimulatedStack(declared, ServerModel.Default);

        await ScriptRunner.RunAsync(declared, ServerModel.Default, stack, instruments: null, CancellationToken.None);

        Assert.That(stack.View.Load, Is.Zero);
    }

    [Test]
    public async Task Text_OnATerminalOf80Columns_StaysInside([Values("dev", "prod")] string stack)
    {
        using var writer = new StringWriter();

        new RehearsalText(await (await Declarations.Of(stack)).RehearseAsync(), PlainConsole.Of(writer, width: 80)).Write();

        var lines = writer.ToString().Split('\n');
        Assert.That(lines.Where(line => line.Length > 80), Is.Empty);
        Assert.That(lines, Does.Contain(new string(' ', 26) + "checks"), "what is broken stands below its text");
    }

    [Test]
    public async Task Drill_RunTwice_IsTheSameToTheByte()
    {
        var declared = await Declarations.Of("prod");

        var (first, second) = (await declared.RehearseAsync(), await declared.RehearseAsync());

        Assert.That(RehearsalJson.Of(first), Is.EqualTo(RehearsalJson.Of(second)));
    }

    [Test]
    public async Task Reports_ForPrograms_AreAsAccepted()
    {
        var report = await (await Declarations.Of("dev")).RehearseAsync();

        Golden.Verify("drill-json", RehearsalJson.Of(report with { Log = [.. report.Log.Take(3)] }));
        Golden.Verify("drill-junit", ClaimJUnit.Of(report));
    }
}

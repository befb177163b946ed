using Infra.Cli.Rehearsal.Script;
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
            Assert.That(report.Broken(), Is.Empty);
            Assert.That(Outcomes(report, Outcome.Pass), Is.EqualTo(["R5", "R6", "R7", "R8"]));
            Assert.That(Outcomes(report, Outcome.NotTried), Is.EqualTo(["R2", "R3", "R4", "R5"]));
        }
    }

    [Test]
    public async Task Drill_RunTwice_IsTheSameToTheByte()
    {
        var declared = await Declarations.Of("prod");

        var (first, second) = (await declared.RehearseAsync(), await declared.RehearseAsync());

        Assert.That(RehearsalJson.Of(first), Is.EqualTo(RehearsalJson.Of(second)));
    }

    [Test]
    public async Task Json_OfADrill_IsAsAccepted()
    {
        var report = await (await Declarations.Of("dev")).RehearseAsync();

        Golden.Verify("drill-json", RehearsalJson.Of(report with { Log = [.. report.Log.Take(3)] }));
    }

    private static IEnumerable<string> Outcomes(RehearsalReport report, Outcome outcome) =>
        report.Verdicts.Where(verdict => verdict.Outcome == outcome).Select(verdict => verdict.Requirement).Distinct();
}

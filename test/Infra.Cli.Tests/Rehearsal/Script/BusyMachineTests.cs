using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Script;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>Which verdicts a busy machine takes back: those that were measured, failed, and may have failed for its delay.</summary>
internal sealed class BusyMachineTests
{
    private static readonly TimeSpan LateBefore = TimeSpan.FromSeconds(10);

    [Test]
    public void Failure_OfWhatIsMeasured_IsNotChecked([Values("R5", "R6", "R7")] string requirement) =>
        Assert.That(
            Judge(Failed(requirement), 250).Finding,
            Is.EqualTo(Finding.NotChecked(
                "2 of 3; but this machine was busy, and late by 0.3 s of its own time: try again, or with a lower --speed")));

    [TestCase(0)]
    [TestCase(249)]
    public void Failure_OfAMachineThatIsHardlyLate_Stays(int milliseconds) =>
        Assert.That(Judge(Failed("R6"), milliseconds), Is.EqualTo(Failed("R6")));

    [Test]
    public void Failure_OfASimulatedStack_Stays()
    {
        var machine = new BusyMachine(null);
        machine.Begin();

        Assert.That(machine.Judge(Failed("R6")), Is.EqualTo(Failed("R6")));
    }

    [Test]
    public void Failure_OfWhatIsNotMeasured_Stays([Values("R2", "R3", "R4", "R8", null)] string? requirement) =>
        Assert.That(Judge(Failed(requirement), 60_000), Is.EqualTo(Failed(requirement)));

    [Test]
    public void Failure_ThatIsCertain_Stays()
    {
        var certain = Failed("R7") with { IsCertain = true };

        Assert.That(Judge(certain, 60_000), Is.EqualTo(certain));
    }

    [Test]
    public void Verdict_ThatIsNoFailure_Stays([Values(Outcome.Pass, Outcome.NotChecked, Outcome.NotApplicable)] Outcome outcome)
    {
        var verdict = Failed("R6") with { Finding = new(outcome, "2 of 3") };

        Assert.That(Judge(verdict, 60_000), Is.EqualTo(verdict));
    }

    private static Verdict Failed(string? requirement) => new(new(requirement, "it holds", "that it lasts"), Finding.Fail("2 of 3"));

    private static Verdict Judge(Verdict verdict, int millisecondsLate)
    {
        var late = LateBefore;
        var machine = new BusyMachine(FakeInstruments.Of(new PlayedStack("1+")).Instruments with { MachineLate = () => late });
        machine.Begin();
        late += TimeSpan.FromMilliseconds(millisecondsLate);
        return machine.Judge(verdict);
    }
}

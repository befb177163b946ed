using Infra.Cli.Live.Claims;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>What verdicts come to, each outcome beside each other one; and what a shell hears of it.</summary>
internal sealed class ClaimReportTests
{
    [TestCase("", Outcome.Pass, 0)]
    [TestCase("Pass", Outcome.Pass, 0)]
    [TestCase("Fail", Outcome.Fail, 1)]
    [TestCase("NotChecked", Outcome.NotChecked, 2)]
    [TestCase("NotApplicable", Outcome.Pass, 0)]
    [TestCase("Pass NotApplicable", Outcome.Pass, 0)]
    [TestCase("Pass Fail", Outcome.Fail, 1)]
    [TestCase("Fail Pass", Outcome.Fail, 1)]
    [TestCase("Pass NotChecked", Outcome.NotChecked, 2)]
    [TestCase("NotChecked Pass", Outcome.NotChecked, 2)]
    [TestCase("NotChecked Fail", Outcome.Fail, 1)]
    [TestCase("Fail NotChecked", Outcome.Fail, 1)]
    [TestCase("NotApplicable NotChecked", Outcome.NotChecked, 2)]
    [TestCase("NotApplicable Fail", Outcome.Fail, 1)]
    [TestCase("Pass NotApplicable NotChecked Fail", Outcome.Fail, 1)]
    public void Verdicts_ComeToTheWorst(string outcomes, Outcome worst, int exitCode)
    {
        var report = ToldReport.Of(Parsed(outcomes));

        Assert.That((report.Outcome, report.ExitCode, ClaimReport.Worst(report.Verdicts)), Is.EqualTo((worst, exitCode, worst)));
    }

    [TestCase("", 0, 0, 0, 0)]
    [TestCase("Pass Pass Pass Fail NotChecked NotChecked NotApplicable NotApplicable NotApplicable NotApplicable", 3, 1, 2, 4)]
    public void Verdicts_AreCounted_ByOutcome(string outcomes, int pass, int fail, int notChecked, int notApplicable)
    {
        var report = ToldReport.Of(Parsed(outcomes));

        Assert.That(
            Enum.GetValues<Outcome>().Select(report.Count), Is.EqualTo([pass, fail, notChecked, notApplicable]));
    }

    [Test]
    public void Finding_OfWhatHolds_Passes_AndSaysWhatWasSeen()
    {
        Assert.That(Finding.Of(holds: true, "seen"), Is.EqualTo(new Finding(Outcome.Pass, "seen")));
        Assert.That(Finding.Of(holds: false, "seen"), Is.EqualTo(new Finding(Outcome.Fail, "seen")));
        Assert.That(Finding.NotChecked("why"), Is.EqualTo(new Finding(Outcome.NotChecked, "why")));
        Assert.That(Finding.NotApplicable("why"), Is.EqualTo(new Finding(Outcome.NotApplicable, "why")));
    }

    // What is the measuring's own does not count against the promise.
    [TestCase(60, 59, 0, true)]
    [TestCase(60, 60, 0, true)]
    [TestCase(60, 60.001, 0, false)]
    [TestCase(60, 65, 5, true)]
    [TestCase(60, 65.001, 5, false)]
    [TestCase(60, 10, 5, true)]
    public void Promise_IsKept_UpToItsTimeAndTheGrace(double promised, double took, double grace, bool isKept)
    {
        var timing = new Timing(TimeSpan.FromSeconds(promised), TimeSpan.FromSeconds(took)) { Grace = TimeSpan.FromSeconds(grace) };

        Assert.That(timing.IsKept, Is.EqualTo(isKept));
    }

    [Test]
    public void Waiting_ForWhatIsPromised_IsHalfAsLongAgain() =>
        Assert.That(WaitingTime.For(TimeSpan.FromMinutes(4)), Is.EqualTo(TimeSpan.FromMinutes(6)));

    private static IEnumerable<Outcome> Parsed(string outcomes) =>
        outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Outcome>);
}

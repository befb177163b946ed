using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>A verdict as programs get it.</summary>
internal sealed class ClaimJsonTests
{
    [Test]
    public void Verdicts_AreTold_InTheirOrder() => Assert.That(
        ClaimJson.Of(ToldReport.OfEach),
        Is.EqualTo(
        [
            new ClaimJson("R1", "the first is so", Outcome.Pass, "well", "that it stays so", 1.5),
            new ClaimJson(null, "the second is so", Outcome.Fail, "one\ntwo", "the rest", 1000),
            new ClaimJson("R8", "the third is so", Outcome.NotChecked, "nobody answers", "anything", 0.25),
            new ClaimJson("R7", "the fourth is so", Outcome.NotApplicable, "left out", "more", 0),
        ]));

    // In seconds, to a thousandth; a grace that is nothing is left out.
    [TestCase(60, 30.1234, 0, 60, 30.123, null)]
    [TestCase(60.0004, 90.0006, 5.4321, 60, 90.001, 5.432)]
    [TestCase(0, 0, 0.001, 0, 0, 0.001)]
    public void Timing_IsTold_WhereThereIsOne(
        double promised, double took, double grace, double promisedSeconds, double measuredSeconds, double? graceSeconds)
    {
        var finding = Finding.Pass("seen") with
        {
            Timing = new(TimeSpan.FromSeconds(promised), TimeSpan.FromSeconds(took)) { Grace = TimeSpan.FromSeconds(grace) },
        };

        var verdict = new Verdict(new("R7", "it is so", "more"), finding, TimeSpan.FromSeconds(2.00049));

        var told = ClaimJson.Of(new ToldReport(verdict)).Single();

        Assert.That(told, Is.EqualTo(new ClaimJson("R7", "it is so", Outcome.Pass, "seen", "more", 2)
        {
            PromisedSeconds = promisedSeconds,
            MeasuredSeconds = measuredSeconds,
            GraceSeconds = graceSeconds,
        }));
    }

    [Test]
    public void Json_HasNothing_WhereThereIsNothing() => Assert.That(
        ReportJson.Of(ClaimJson.Of(new ToldReport(new Verdict(new(null, "it is so", "more"), Finding.NotChecked("why"))))),
        Is.EqualTo(
            """
            [
              {
                "claim": "it is so",
                "outcome": "notChecked",
                "seen": "why",
                "notProven": "more",
                "seconds": 0
              }
            ]
            """));
}

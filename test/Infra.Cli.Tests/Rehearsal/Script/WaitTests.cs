using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Script;

namespace Infra.Cli.Tests.Rehearsal.Script;

public sealed class WaitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    [TestCase(100, ExpectedResult = true)]
    [TestCase(110, ExpectedResult = true)]
    [TestCase(111, ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public bool VerdictOn_ALimit_LeavesThisMachineItsDelay(int? seconds) => VerdictOn(seconds).Finding.Outcome == Outcome.Pass;

    [Test]
    public void VerdictOn_ALimit_SaysHowLongItWasWaitedFor()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                VerdictOn(90),
                Is.EqualTo(
                    new Verdict(new("R6", "it mends within 1 min 40 s", "that it lasts"), Finding.Pass("after 1 min 30 s, at last") with
                    {
                        Timing = new(Limit, TimeSpan.FromSeconds(90)) { Grace = Slack },
                    })));
            Assert.That(VerdictOn(null).Finding.Seen, Is.EqualTo("not within 2 min 40 s"));
        }
    }

    private static Verdict VerdictOn(int? seconds) =>
        new Wait(Limit, Slack, seconds is { } took ? TimeSpan.FromSeconds(took) : null).VerdictOn(
            "R6", "it mends", "that it lasts", ", at last");
}

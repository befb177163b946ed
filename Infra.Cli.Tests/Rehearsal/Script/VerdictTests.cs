using Infra.Cli.Rehearsal.Script;

namespace Infra.Cli.Tests.Rehearsal.Script;

public sealed class VerdictTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    [TestCase(100, ExpectedResult = true)]
    [TestCase(110, ExpectedResult = true)]
    [TestCase(111, ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public bool Within_ALimit_LeavesThisMachineItsDelay(int? seconds) => Within(seconds).Outcome == Outcome.Pass;

    [Test]
    public void Within_ALimit_SaysHowLongItWasWaitedFor()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Within(90), Is.EqualTo(new Verdict("R6", "it mends within 1 min 40 s", "after 1 min 30 s", Outcome.Pass)));
            Assert.That(Within(null).Measured, Is.EqualTo("not within 2 min 40 s"));
        }
    }

    private static Verdict Within(int? seconds) =>
        Verdict.Within("R6", "it mends", new(Limit, Slack, seconds is { } took ? TimeSpan.FromSeconds(took) : null));
}

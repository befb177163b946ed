using Infra.Cli.Rehearsal.Content;

namespace Infra.Cli.Tests.Rehearsal.Content;

public sealed class ContentTimerTests
{
    [TestCase(0, 0, 15)]
    [TestCase(1, 0, 14)]
    [TestCase(14.5, 0, 0.5)]
    [TestCase(46, 0, 14)]
    [TestCase(14.5, 1, 5.5)]
    [TestCase(0, 0.5, 17.5)]
    public void Next_IsByTheClock_AndALittleLater(double second, double spread, double expected)
    {
        var now = new DateTimeOffset(2026, 1, 1, 9, 30, 0, TimeSpan.Zero).AddSeconds(second);

        Assert.That(ContentTimer.UntilNext(now, spread), Is.EqualTo(TimeSpan.FromSeconds(expected)));
    }
}

using Infra.Cli.Rehearsal.Simulation;

namespace Infra.Cli.Tests.Rehearsal.Simulation;

internal sealed class VirtualClockTests
{
    [Test]
    public void GetUtcNow_NotMoved_StandsAtTheEpoch() => Assert.That(new VirtualClock().GetUtcNow(), Is.EqualTo(DateTimeOffset.UnixEpoch));

    [TestCase(59, 60)]
    [TestCase(60, 60)]
    [TestCase(61, 61)]
    public void AdvanceTo_AMinuteAfterTheEpoch_OnlyMovesForward(int second, int expected)
    {
        var clock = new VirtualClock();
        clock.AdvanceTo(AfterTheEpoch(60));

        clock.AdvanceTo(AfterTheEpoch(second));

        Assert.That(clock.GetUtcNow(), Is.EqualTo(AfterTheEpoch(expected)));
    }

    private static DateTimeOffset AfterTheEpoch(int seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}

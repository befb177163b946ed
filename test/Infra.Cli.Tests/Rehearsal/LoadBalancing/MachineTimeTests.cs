using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

internal sealed class MachineTimeTests
{
    [TestCase(60, 1, Description = "a second at least")]
    [TestCase(120, 2)]
    [TestCase(600, 10)]
    public void Timeout_OnAnAcceleratedClock_IsShorter_ButASecondAtLeast(int seconds, int here) => Assert.That(
        MachineTime.Of(TimeSpan.FromSeconds(seconds), new AcceleratedClock(60)), Is.EqualTo(TimeSpan.FromSeconds(here)));

    [TestCase(30, 0.5)]
    [TestCase(60, 0)]
    [TestCase(120, 0)]
    public void Timeout_UnderASecond_TakesTheRestOfTheSecondLonger(int seconds, double longer) => Assert.That(
        MachineTime.Beyond(TimeSpan.FromSeconds(seconds), new AcceleratedClock(60)), Is.EqualTo(TimeSpan.FromSeconds(longer)));

    [TestCase(5)]
    [TestCase(60)]
    public void Timeout_OnThisMachinesClock_IsAsDeclared(int seconds) => Assert.That(
        MachineTime.Of(TimeSpan.FromSeconds(seconds), TimeProvider.System), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
}

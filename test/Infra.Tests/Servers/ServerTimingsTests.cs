using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class ServerTimingsTests
{
    [TestCase(30, 5, 2, 40)]
    [TestCase(300, 15, 2, 330)]
    [TestCase(300, 15, 10, 450)]
    [TestCase(1200, 300, 10, 4200)]
    [Requirement("R6")]
    public void GracePeriod_Always_CoversBootAndTheChecksAfterIt(int bootBudget, int interval, int healthyThreshold, int expected)
    {
        var timings = Timings.Default with
        {
            BootBudget = TimeSpan.FromSeconds(bootBudget),
            HealthCheck = Timings.Default.HealthCheck with
            {
                Interval = TimeSpan.FromSeconds(interval),
                HealthyThreshold = healthyThreshold,
            },
        };

        Assert.That(timings.GracePeriod, Is.EqualTo(TimeSpan.FromSeconds(expected)));
    }

    [Test]
    public void RollWithin_Always_CountsEveryServersDrainBootChecksAndAnAllowance() =>
        Assert.That(Timings.Default.RollWithin(3), Is.EqualTo(
            (Timings.Default.GracePeriod + Timings.Default.DeregistrationDelay + TimeSpan.FromMinutes(5)) * 3));

    [Test]
    public void ToUnhealthy_Always_CountsEveryIntervalAndTheLastTimeout() =>
        Assert.That(Timings.Default.HealthCheck.ToUnhealthy, Is.EqualTo(TimeSpan.FromSeconds((2 * 10) + 5)));
}

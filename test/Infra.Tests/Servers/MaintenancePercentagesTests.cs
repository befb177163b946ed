using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

[Requirement("R8")]
public sealed class MaintenancePercentagesTests
{
    [TestCase(1, 0)]
    [TestCase(2, 50)]
    [TestCase(3, 66)]
    public void For_EachMinimum_LetsOneServerLeaveBeforeTheNextComes(int minServers, int minHealthy) =>
        Assert.That(MaintenancePercentages.For(minServers), Is.EqualTo(new MaintenancePercentages(minHealthy, 100)));

    [Test]
    public void For_EachMinimum_LeavesAWholeServerToSpareAtEverySizeOfTheGroup()
    {
        for (var minServers = 1; minServers <= ServerFleet.Ceiling; minServers++)
        {
            var percentages = MaintenancePercentages.For(minServers);
            for (var size = minServers; size <= ServerFleet.Ceiling; size++)
            {
                var mustStay = Math.Ceiling(size * percentages.MinHealthy / 100.0);

                Assert.That(mustStay, Is.LessThanOrEqualTo(size - 1), $"minimum {minServers}, size {size}");
            }
        }
    }

    [Test]
    public void For_NoServer_IsRefused() =>
        Assert.That(() => MaintenancePercentages.For(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}

using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

[Requirement("R6")]
public sealed class RollCheckpointsTests
{
    [TestCase(1, new[] { 100 })]
    [TestCase(2, new[] { 50, 100 })]
    [TestCase(3, new[] { 33, 66, 100 })]
    public void For_EachMaximum_HasOneCheckpointForEachServer(int maxServers, int[] checkpoints) =>
        Assert.That(RollCheckpoints.For(maxServers), Is.EqualTo(checkpoints));

    [Test]
    public void For_EachMaximum_TakesOneServerAtATimeAtEverySizeOfTheGroup()
    {
        for (var maxServers = 1; maxServers <= ServerFleet.Ceiling; maxServers++)
        {
            for (var size = 1; size <= maxServers; size++)
            {
                var mustBeNew = RollCheckpoints.For(maxServers).Select(percent => (int)Math.Ceiling(size * percent / 100.0)).ToList();

                Assert.That(
                    mustBeNew.Zip(mustBeNew.Prepend(0), (now, before) => now - before),
                    Is.All.InRange(0, 1),
                    $"{size} of {maxServers}");
                Assert.That(mustBeNew[^1], Is.EqualTo(size), $"{size} of {maxServers}");
            }
        }
    }

    [Test]
    public void For_NoServer_IsRefused() =>
        Assert.That(() => RollCheckpoints.For(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}

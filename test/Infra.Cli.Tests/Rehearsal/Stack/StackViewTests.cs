using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Stack;

internal sealed class StackViewTests
{
    [TestCase(LifecycleState.Pending, TargetState.Initial, ExpectedResult = "capacity 1, healthy 0, leaving 0")]
    [TestCase(LifecycleState.InService, TargetState.Initial, ExpectedResult = "capacity 1, healthy 0, leaving 0")]
    [TestCase(LifecycleState.InService, TargetState.Healthy, ExpectedResult = "capacity 1, healthy 1, leaving 0")]
    [TestCase(LifecycleState.InService, TargetState.Unhealthy, ExpectedResult = "capacity 1, healthy 0, leaving 0")]
    [TestCase(LifecycleState.Terminating, TargetState.Draining, ExpectedResult = "capacity 0, healthy 0, leaving 1")]
    [TestCase(LifecycleState.Terminating, TargetState.Healthy, ExpectedResult = "capacity 0, healthy 0, leaving 1")]
    [TestCase(LifecycleState.Terminated, TargetState.Draining, ExpectedResult = "capacity 0, healthy 0, leaving 0")]
    public string Server_OfEachState_IsCounted(LifecycleState lifecycle, TargetState health)
    {
        var view = new StackView
        {
            Time = DateTimeOffset.UnixEpoch,
            MinSize = 1,
            MaxSize = 3,
            DesiredCapacity = 1,
            Servers = [new("i-1", "eu-west-1a", 1, lifecycle, health, DateTimeOffset.UnixEpoch)],
            LostZones = [],
            Cpu = null,
            RequestsPerSecond = 0,
            Load = 0,
            IsRolling = false,
        };

        return $"capacity {view.Capacity}, healthy {view.Healthy}, leaving {view.Leaving}";
    }
}

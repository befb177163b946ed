using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Stack;

internal sealed class StackLogTests
{
    [Test]
    public void Events_OfEveryKind_SayWhoWhenAndWithHowManyServers()
    {
        var clock = new VirtualClock();
        var capacity = 1;
        var log = new StackLog(clock, () => capacity);

        log.OfGroup("i-1 launched");
        clock.AdvanceTo(clock.GetUtcNow() + TimeSpan.FromSeconds(15));
        capacity = 2;
        log.Broken("i-1");
        log.Hung("i-2");
        log.LoadSet(12.5);
        log.Checked("i-1", TargetState.Unhealthy, "a check failed");
        log.Checked("i-2", TargetState.Healthy);
        log.OfDrill("a sick server");

        Assert.That(
            log.Events.Select(
                line => $"{(line.Time - DateTimeOffset.UnixEpoch).TotalSeconds} {line.Source}: {line.Text} ({line.Capacity})"),
            Is.EqualTo(
            [
                "0 group: i-1 launched (1)",
                "15 server: i-1 refuses connections (2)",
                "15 server: i-2 hangs (2)",
                "15 load balancer: 12.5 requests a second arrive (2)",
                "15 load balancer: i-1 is unhealthy: a check failed (2)",
                "15 load balancer: i-2 is healthy (2)",
                "15 drill: a sick server (2)",
            ]));
    }

    [Test]
    public void Events_TakenEarlier_DoNotGrow()
    {
        var log = new StackLog(new VirtualClock(), () => 0);
        log.OfDrill("first");
        var before = log.Events;
        log.OfDrill("second");

        Assert.That(before, Has.Count.EqualTo(1));
    }
}

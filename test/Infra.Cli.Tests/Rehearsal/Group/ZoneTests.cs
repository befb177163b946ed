using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Where servers are launched, a zone that is lost, and the balance afterwards.</summary>
internal sealed class ZoneTests
{
    private static readonly string[] TwoZones = ["a", "b"];

    [Test]
    public void Launch_Always_GoesToTheEmptiestZone()
    {
        var run = new GroupRun(GroupRun.Declared with { DesiredCapacity = 3 });
        run.Group.ReportFailure("i-2");

        Assert.That(run.Group.Servers[^1].Zone, Is.EqualTo("b"));
    }

    [Test]
    public void LostZone_Always_TakesItsServersAndGetsNoNewOnes()
    {
        var run = new GroupRun(GroupRun.Declared with { Zones = TwoZones });
        run.TakeLog();
        run.Group.LoseZone("a");
        run.Pass(179);

        Assert.That(run.TakeLog(), Is.EqualTo(["a lost"]), "status checks take minutes");

        run.Pass(1);

        Assert.That(
            run.TakeLog(),
            Is.EqualTo(["i-1 marked unhealthy: its machine has failed", "i-1 terminating: unhealthy", "i-3 launched in b"]));
    }

    [Test]
    public void LostZone_WhoseServersTheLoadBalancerFindsSickFirst_IsNotWaitedFor()
    {
        var run = new GroupRun(GroupRun.Declared with { Zones = TwoZones });
        run.Pass(600);
        run.TakeLog();
        run.Group.LoseZone("a");
        run.Pass(20);
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(40);

        Assert.That(
            run.TakeLog(), Does.Contain("i-1 marked unhealthy: it fails the load balancer's checks").And.Contain("i-3 launched in b"));
    }

    [Test]
    public void LostZones_WhenNoneIsLeft_LaunchNothingUntilOneIsBack()
    {
        var run = new GroupRun(GroupRun.Declared with { Zones = TwoZones });
        run.Group.LoseZone("a");
        run.Group.LoseZone("b");
        run.Pass(3600);

        Assert.That(run.Servers, Is.Empty);

        run.Group.RestoreZone("b");

        Assert.That(run.Servers, Is.EqualTo(["i-3 b Pending", "i-4 b Pending"]));
    }

    [Test]
    [Requirement("R8")]
    public void ZoneThatIsBack_WithRebalancingSuspended_ChangesNothing()
    {
        var run = Unbalanced(GroupRun.Declared);
        run.Group.RestoreZone("b");
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 a InService", "i-3 a InService"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(3));
    }

    [Test]
    [Requirement("R8")]
    public void ZoneThatIsBack_WithRebalancingAndNoMaintenancePolicy_LaunchesFirstBeyondTheMaximum()
    {
        var run = Unbalanced(GroupRun.Declared with { Maintenance = null, SuspendedProcesses = [] });
        run.TakeLog();
        run.Group.RestoreZone("b");

        Assert.That(
            run.TakeLog(), Is.EqualTo(["b back", "i-1 stays until its replacement is ready: rebalancing", "i-4 launched in b"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(4), "one beyond the maximum of 3");

        run.Report(TargetState.Healthy, "i-4");
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-2 a InService", "i-3 a InService", "i-4 b InService"]));
    }

    [Test]
    [Requirement("R8")]
    public void ZoneThatIsBack_WithRebalancingWithinAMaintenancePolicy_TerminatesFirst()
    {
        var run = Unbalanced(GroupRun.Declared with { SuspendedProcesses = [] });
        run.TakeLog();
        run.Group.RestoreZone("b");

        Assert.That(run.TakeLog(), Is.EqualTo(["b back", "i-1 terminating: rebalancing", "i-4 launched in b"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(3));
    }

    [Test]
    public void ZoneThatIsBack_WhileServersAreOnTheirWay_WaitsForThem()
    {
        var run = LaunchingInOneZone(GroupRun.Declared with { Maintenance = null, SuspendedProcesses = [] });
        run.TakeLog();
        run.Group.RestoreZone("b");

        Assert.That(run.TakeLog(), Is.EqualTo(["b back"]));
    }

    [Test]
    public void ZoneThatIsBack_WithTerminateSuspended_LeavesTheGroupBeyondItsMaximum()
    {
        var run = Unbalanced(GroupRun.Declared with { Maintenance = null, SuspendedProcesses = ["Terminate"] });
        run.Group.RestoreZone("b");
        run.Report(TargetState.Healthy, "i-4");
        run.Pass(3600);

        Assert.That(run.Group.Capacity, Is.EqualTo(4));
    }

    [Test]
    public void Rebalancing_WithLaunchSuspended_TerminatesNothing()
    {
        var run = new GroupRun(GroupRun.Declared with { Zones = TwoZones, DesiredCapacity = 3, SuspendedProcesses = ["Launch"] });
        run.Group.ReportFailure("i-2");
        run.Minutes(20, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2), "so none is missing, and both are in zone a");
        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-3 a InService"]));
    }

    [Test]
    public void ToMove_Always_IsTheLeastThatEvensTheZones()
    {
        var run = new GroupRun(GroupRun.Declared with { Zones = ["a"], MaxSize = 6, DesiredCapacity = 6 });

        Assert.Multiple(() =>
        {
            Assert.That(ZoneChoice.ToMove(["a", "b"], run.Group.Servers).Select(server => server.Id), Is.EqualTo(["i-1", "i-2", "i-3"]));
            Assert.That(ZoneChoice.ToMove(["a", "b", "c"], run.Group.Servers), Has.Count.EqualTo(4));
            Assert.That(ZoneChoice.ToMove(["a"], run.Group.Servers), Is.Empty);
            Assert.That(ZoneChoice.ToMove([], run.Group.Servers), Is.Empty);
        });
    }

    /// <summary>Three servers in zone a, launched while zone b was lost.</summary>
    private static GroupRun Unbalanced(DeclaredGroup declared)
    {
        var run = LaunchingInOneZone(declared);
        run.Report(TargetState.Healthy, "i-2", "i-3");
        run.Pass(3600);
        return run;
    }

    /// <summary>One server in zone a and two more on their way there, since zone b is lost.</summary>
    private static GroupRun LaunchingInOneZone(DeclaredGroup declared)
    {
        var run = new GroupRun(declared with
        {
            Zones = TwoZones,
            MinSize = 1,
            DesiredCapacity = 1,
            Tracking = [new(TrackedMetric.AverageCpu, 20, ScalesIn: true)],
        });
        run.Group.LoseZone("b");
        run.Minutes(3, cpu: 100);
        return run;
    }
}

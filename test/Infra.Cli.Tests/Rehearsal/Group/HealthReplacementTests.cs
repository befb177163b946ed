using Infra.Cli.Rehearsal.Group;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Which servers are replaced for their health, when, and in what order. The group looks at 60 s, 120 s, ...</summary>
[Requirement("R6")]
internal sealed class HealthReplacementTests
{
    [Test]
    public void UnhealthyServer_AtTheNextLook_IsTerminatedAndReplacedAtTheSameTime()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Pass(5);
        run.TakeLog();
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(54);

        Assert.That(run.TakeLog(), Is.Empty, "59 s");

        run.Pass(1);

        Assert.That(
            run.TakeLog(),
            Is.EqualTo(
            [
                "i-1 marked unhealthy: it fails the load balancer's checks",
                "i-1 terminating: unhealthy",
                "i-3 launched in a",
            ]),
            "60 s");
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    public void UnhealthyServer_HealthyAgainBeforeTheLook_Stays()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Pass(5);
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(54);
        run.Report(TargetState.Healthy, "i-1");
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService"]));
    }

    [Test]
    public void UnhealthyServer_InItsGracePeriod_IsLeftAloneUntilItEnds()
    {
        var run = new GroupRun(GroupRun.Declared with { MinSize = 1, DesiredCapacity = 1, Maintenance = new(0, 100) });
        run.Group.ReportFailure("i-1");
        run.Pass(20);
        run.Report(TargetState.Unhealthy, "i-2");
        run.Pass(279);

        Assert.That(run.Servers, Is.EqualTo(["i-2 a InService"]), "299 s: in service at 10 s, grace until 250 s, a look at 300 s");

        run.Pass(1);

        Assert.That(run.Servers, Is.EqualTo(["i-2 a Terminating", "i-3 a Pending"]));
    }

    [Test]
    public void UnhealthyServers_WhichAreLookedAtAtDifferentTimes_AreEachReplacedAtTheirOwn()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        run.Pass(20);
        run.Report(TargetState.Unhealthy, "i-2", "i-3");
        run.Pass(70);

        Assert.That(run.Servers, Is.EqualTo(["i-3 a InService", "i-4 b InService"]), "90 s: i-2 left at 60 s, i-3 is in its grace period");
    }

    [Test]
    public void UnhealthyServer_WhereOnlyEc2sHealthCounts_Stays()
    {
        var run = new GroupRun(GroupRun.Declared with { FollowsLoadBalancerHealth = false });
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService"]));
        Assert.That(run.Group.NextDue, Is.EqualTo(DateTimeOffset.MaxValue));
    }

    [Test]
    public void FailedMachine_InItsGracePeriodAndWhateverTheHealthCheckType_IsReplacedAtOnce()
    {
        var run = new GroupRun(GroupRun.Declared with { FollowsLoadBalancerHealth = false });
        run.Group.ReportFailure("i-1");
        run.Pass(1);
        run.TakeLog();
        run.Group.ReportFailure("i-3");

        Assert.That(
            run.TakeLog(),
            Is.EqualTo(["i-3 marked unhealthy: its machine has failed", "i-3 terminating: unhealthy", "i-4 launched in a"]));
    }

    [Test]
    public void SeveralUnhealthyServers_WithTerminateAndLaunch_AreReplacedTogetherWhateverTheFloor()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Pass(5);
        run.Report(TargetState.Unhealthy, "i-1", "i-2");
        run.Pass(55);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b Terminating", "i-3 a Pending", "i-4 b Pending"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    public void UnhealthyServer_WithoutMaintenancePolicy_IsTerminatedFirst()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = null });
        run.Pass(5);
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(55);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b InService", "i-3 a Pending"]));
    }

    [TestCase(100, 150)]
    [TestCase(50, 150)]
    [TestCase(100, 100)]
    public void UnhealthyServer_WherePercentagesLaunchFirst_StaysUntilItsReplacementIsHealthyAndWarm(int minHealthy, int maxHealthy)
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = new(minHealthy, maxHealthy), MaxSize = 2 });
        run.Pass(5);
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(55);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService", "i-3 a Pending"]), "60 s: beyond the maximum");

        run.Pass(60);
        run.Report(TargetState.Healthy, "i-3");
        run.Pass(129);

        Assert.That(run.Group.Capacity, Is.EqualTo(3), "249 s: healthy, not yet warm");

        run.Pass(1);

        Assert.That(
            run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b InService", "i-3 a InService"]), "in service at 70 s, warm at 250 s");
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(3));
    }

    [Test]
    public void UnhealthyServer_WhoseReplacementNeverGetsHealthy_IsKeptAndTheReplacementReplaced()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = new(100, 150) });
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(60);
        run.Report(TargetState.Unhealthy, "i-3");
        run.Pass(3600);

        Assert.That(run.Group.Servers[0].Id, Is.EqualTo("i-1"));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(3));
    }

    [Test]
    public void FailedMachine_WherePercentagesLaunchFirst_IsTerminatedFirstAllTheSame()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = new(100, 200) });
        run.Group.ReportFailure("i-1");

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b InService", "i-3 a Pending"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    public void FailedMachine_OfAServerThatWaitsForItsReplacement_TakesNoSecondReplacement()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = new(100, 200) });
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(60);
        run.Group.ReportFailure("i-1");
        run.Pass(600);

        Assert.That(run.Servers, Is.EqualTo(["i-2 b InService", "i-3 a InService"]));
    }
}

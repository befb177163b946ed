using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>From launch to termination. The clock starts at 0 s.</summary>
internal sealed class ServerLifeTests
{
    [Test]
    public void Start_Always_HasTheDesiredServersInServiceInAZoneEach()
    {
        var run = new GroupRun(GroupRun.Declared);

        Assert.Multiple(() =>
        {
            Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService"]));
            Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2));
            Assert.That(run.Group.HighestCapacity, Is.EqualTo(2));
            Assert.That(run.DueAtStart, Is.EqualTo(DateTimeOffset.MaxValue), "nothing waits");
            Assert.That(run.TakeLog(), Is.EqualTo(["i-1 in service in a", "i-2 in service in b"]));
            Assert.That(run.HostCalls, Is.EqualTo(["launch i-1", "launch i-2"]));
        });
    }

    [Test]
    public void Start_WithoutAZone_HasNoServer() => Assert.That(new GroupRun(GroupRun.Declared with { Zones = [] }).Servers, Is.Empty);

    [Test]
    public void Termination_WithoutADelay_IsOverAtOnce()
    {
        var run = new GroupRun(GroupRun.Declared, deregistrationSeconds: 0);
        run.Group.ReportFailure("i-1");

        Assert.That(run.Servers, Is.EqualTo(["i-2 b InService", "i-3 a Pending"]));
    }

    [Test]
    public void Launch_Always_CountsAtOnceAndIsInServiceTenSecondsLater()
    {
        var run = new GroupRun(GroupRun.Declared with { MinSize = 1, DesiredCapacity = 1 });
        run.Group.ReportFailure("i-1");
        run.Pass(9);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 a Pending"]));
        Assert.That(run.Group.Capacity, Is.EqualTo(1));

        run.Pass(1);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 a InService"]));
    }

    [Test]
    public void Termination_Always_DeregistersAtOnceAndSwitchesOffAfterTheDelay()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        run.Pass(29);

        Assert.That(run.Group.Servers[0].Health, Is.EqualTo(TargetState.Draining));
        Assert.That(run.HostCalls.Skip(2), Is.EqualTo(["deregister i-1", "launch i-3"]));

        run.Pass(1);

        Assert.That(run.Servers, Is.EqualTo(["i-2 b InService", "i-3 a InService"]));
        Assert.That(run.HostCalls[^1], Is.EqualTo("terminate i-1"));
    }

    [Test]
    public void Termination_Always_LeavesTheCapacityAtOnce()
    {
        var run = new GroupRun(GroupRun.Declared with { SuspendedProcesses = ["Launch"] });
        run.Group.ReportFailure("i-1");

        Assert.That(run.Group.Capacity, Is.EqualTo(1));
        Assert.That(run.Group.Servers, Has.Count.EqualTo(2));
    }

    [Test]
    public void Report_OfAServerThatLeavesOrIsGone_ChangesNothing()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        run.TakeLog();
        run.Report(TargetState.Unhealthy, "i-1", "i-9");
        run.Group.ReportFailure("i-1");
        run.Group.ReportFailure("i-9");

        Assert.That(run.TakeLog(), Is.Empty);
        Assert.That(run.Group.Servers[0].Health, Is.EqualTo(TargetState.Draining));
    }

    [Test]
    public void NextDue_Always_IsTheNextMomentThatChangesSomething()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        var moments = new List<double>();
        while (run.Group.NextDue is var due && due < DateTimeOffset.MaxValue)
        {
            moments.Add((due - DateTimeOffset.UnixEpoch).TotalSeconds);
            run.Pass(moments[^1] - moments.SkipLast(1).LastOrDefault());
        }

        Assert.That(moments, Is.EqualTo([10, 30, 190]), "in service, the old one gone, warm");
    }

    [Test]
    public void NextDue_OfAMomentThatHasPassedUnseen_IsThatMoment()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        run.PassUnseen(15);

        Assert.That(run.Group.NextDue, Is.EqualTo(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(10)));
    }
}

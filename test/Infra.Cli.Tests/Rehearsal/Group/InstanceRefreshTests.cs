using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Rolls. A new server is in service 10 s after its launch and warm 180 s later.</summary>
internal sealed class InstanceRefreshTests
{
    [Test]
    public void Refresh_WithOneToSpare_ReplacesOneAfterTheOther()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.TakeLog();
        run.Group.DeployTemplate();

        Assert.That(
            run.TakeLog(),
            Is.EqualTo(["template 2 deployed: instance refresh started", "i-1 terminating: instance refresh", "i-3 launched in a"]));

        run.Pass(100);
        run.Report(TargetState.Healthy, "i-3");
        run.Pass(89);

        Assert.That(run.TakeLog(), Is.EqualTo(["i-3 in service", "i-1 terminated"]), "189 s: i-3 is not warm");

        run.Pass(1);

        Assert.That(run.TakeLog(), Is.EqualTo(["i-2 terminating: instance refresh", "i-4 launched in b"]), "190 s");

        run.Report(TargetState.Healthy, "i-4");
        run.Pass(190);

        Assert.That(run.TakeLog(), Is.EqualTo(["i-4 in service", "i-2 terminated", "instance refresh finished"]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    public void Refresh_WhileAReplacementIsNotHealthy_Waits()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.DeployTemplate();
        run.Pass(2000);

        Assert.That(run.Servers, Is.EqualTo(["i-2 b InService", "i-3 a InService"]));
        Assert.That(run.Group.Servers[0].TemplateVersion, Is.EqualTo(1));
    }

    [Test]
    public void Refresh_WithAMinimumOfZeroPercent_ReplacesAllAtOnce()
    {
        var run = new GroupRun(GroupRun.Declared with { DesiredCapacity = 3, Maintenance = new(0, 100) });
        run.Group.DeployTemplate();

        Assert.That(run.Group.Servers.Count(server => server.Lifecycle == LifecycleState.Terminating), Is.EqualTo(3));
        Assert.That(run.Group.Capacity, Is.EqualTo(3));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(3));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Refresh_WithACheckpointForEachServer_ReplacesOneAfterTheOtherAtEverySize(int size)
    {
        var run = new GroupRun(GroupRun.Declared with
        {
            MinSize = 1,
            DesiredCapacity = size,
            Refresh = new(new(0, 100), TimeSpan.FromMinutes(3)) { Checkpoints = [33, 66, 100] },
        });
        run.Group.DeployTemplate();

        for (var server = 1; server <= size; server++)
        {
            Assert.That(run.HostCalls.Count(call => call.StartsWith("deregister", StringComparison.Ordinal)), Is.EqualTo(server));
            run.Pass(100);
            run.Report(TargetState.Healthy, $"i-{size + server}");
            run.Pass(90);
        }

        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo(Enumerable.Repeat(2, size)));
        Assert.That(run.TakeLog()[^1], Is.EqualTo("instance refresh finished"));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(size));
    }

    [Test]
    public void Refresh_WithACheckpointThatAWholeServerMeets_GoesOnToTheNext()
    {
        var run = new GroupRun(GroupRun.Declared with { Refresh = new(new(0, 100), TimeSpan.FromMinutes(3)) { Checkpoints = [50, 100] } });
        run.Group.DeployTemplate();
        run.Report(TargetState.Healthy, "i-3");
        run.Pass(190);

        Assert.That(run.Servers, Is.EqualTo(["i-2 b Terminating", "i-3 a InService", "i-4 b Pending"]));
    }

    [Test]
    public void Refresh_WithCheckpointsWherePercentagesLaunchFirst_LaunchesNoMoreThanTheCheckpointAsksFor()
    {
        var run = new GroupRun(GroupRun.Declared with
        {
            DesiredCapacity = 3,
            Refresh = new(new(100, 200), TimeSpan.FromMinutes(3)) { Checkpoints = [33, 100] },
        });
        run.Group.DeployTemplate();

        Assert.That(run.Group.Capacity, Is.EqualTo(4));
    }

    [TestCase(100, 100, 1)]
    [TestCase(100, 150, 1)]
    [TestCase(100, 200, 2)]
    public void Refresh_WherePercentagesLaunchFirst_ExceedsTheDesiredCapacityAndEndsAtIt(int minHealthy, int maxHealthy, int extra)
    {
        var run = new GroupRun(GroupRun.Declared with { Refresh = new(new(minHealthy, maxHealthy), TimeSpan.FromMinutes(3)) });
        run.Group.DeployTemplate();

        Assert.That(run.Group.Capacity, Is.EqualTo(2 + extra));

        for (var minute = 0; minute < 20; minute++)
        {
            run.Report(TargetState.Healthy, [.. run.Group.Servers.Where(server => server.Counts).Select(server => server.Id)]);
            run.Pass(60);
        }

        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo([2, 2]));
        Assert.That(run.Group.HighestCapacity, Is.EqualTo(2 + extra));
    }

    [Test]
    public void Refresh_WithoutAnyPercentages_TerminatesOneFirst()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = null });
        run.Group.DeployTemplate();

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b InService", "i-3 a Pending"]));
    }

    [Test]
    public void Refresh_WithAWarmupOfItsOwn_WaitsForThat()
    {
        var run = new GroupRun(GroupRun.Declared with { Refresh = new(null, TimeSpan.FromMinutes(10)) });
        run.Group.DeployTemplate();
        run.Report(TargetState.Healthy, "i-3");
        run.Pass(609);

        Assert.That(run.Group.Servers[0].Lifecycle, Is.EqualTo(LifecycleState.InService));

        run.Pass(1);

        Assert.That(run.Servers, Is.EqualTo(["i-2 b Terminating", "i-3 a InService", "i-4 b Pending"]));
    }

    [Test]
    public void NewTemplate_WithoutInstanceRefresh_IsForNewServersOnly()
    {
        var run = new GroupRun(GroupRun.Declared with { Refresh = null });
        run.TakeLog();
        run.Group.DeployTemplate();
        run.Group.ReportFailure("i-2");
        run.Pass(3600);

        Assert.That(run.TakeLog()[0], Is.EqualTo("template 2 deployed: only new servers get it"));
        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo([1, 2]));
    }

    [TestCase("InstanceRefresh")]
    [TestCase("Launch")]
    [TestCase("Terminate")]
    public void Refresh_WhereAProcessThatItNeedsIsSuspended_ReplacesNothing(string process)
    {
        var run = new GroupRun(GroupRun.Declared with { SuspendedProcesses = [process] });
        run.Group.DeployTemplate();
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService"]));
    }
}

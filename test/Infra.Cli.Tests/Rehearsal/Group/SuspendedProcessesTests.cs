using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>What a suspended process does to the replacement of unhealthy servers. Scaling, rolls and zones have their own tests.</summary>
internal sealed class SuspendedProcessesTests
{
    [TestCase("None", "i-2 b InService, i-3 a InService")]
    [TestCase("HealthCheck", "i-1 a InService, i-2 b InService")]
    [TestCase("ReplaceUnhealthy", "i-1 a InService, i-2 b InService")]
    [TestCase("Terminate", "i-1 a InService, i-2 b InService")]
    [TestCase("Launch", "i-2 b InService")]
    public void UnhealthyServer_WithASuspendedProcess_IsTreatedAsAwsSays(string process, string servers)
    {
        var sick = new GroupRun(GroupRun.Declared with { SuspendedProcesses = [process] });
        sick.Report(TargetState.Unhealthy, "i-1");
        sick.Pass(3600);
        var failed = new GroupRun(GroupRun.Declared with { SuspendedProcesses = [process] });
        failed.Group.ReportFailure("i-1");
        failed.Pass(3600);

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(", ", sick.Servers), Is.EqualTo(servers), "fails the load balancer's checks");
            Assert.That(string.Join(", ", failed.Servers), Is.EqualTo(servers), "its machine has failed");
        });
    }

    [Test]
    public void UnhealthyServer_WithReplaceUnhealthySuspended_IsMarkedAllTheSame()
    {
        var run = new GroupRun(GroupRun.Declared with { SuspendedProcesses = ["ReplaceUnhealthy"] });
        run.Group.ReportFailure("i-1");

        Assert.That(run.Group.Servers[0].IsUnhealthy, Is.True);
    }

    [Test]
    public void UnhealthyServer_WithTerminateSuspendedWherePercentagesLaunchFirst_GetsNoReplacement()
    {
        var run = new GroupRun(GroupRun.Declared with { Maintenance = new(100, 200), SuspendedProcesses = ["Terminate"] });
        run.Report(TargetState.Unhealthy, "i-1");
        run.Pass(3600);

        Assert.That(run.Servers, Is.EqualTo(["i-1 a InService", "i-2 b InService"]));
    }
}

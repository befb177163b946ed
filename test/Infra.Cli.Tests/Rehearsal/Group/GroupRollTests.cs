using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Servers;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>New versions by both rollouts, good and bad. A new server is in service 10 s after its launch and warm 180 s later.</summary>
internal sealed class GroupRollTests
{
    private const int GivesUpAfter = 35 * 60;

    private static readonly DeclaredGroup Promoting = GroupRun.Declared with { Rollout = Rollout.Promote };

    private static readonly DeclaredGroup Heeding = Promoting with
    {
        Refresh = Promoting.Refresh! with { Alarms = [new("errors", "HTTPCode_Target_5XX_Count", 10)] },
    };

    [Test]
    public void PreparedVersion_WaitsUntilPromoted_AndTheGroupHealsWithTheProvenOne()
    {
        var run = new GroupRun(Promoting);
        run.TakeLog();
        run.Group.DeployTemplate();
        run.Group.ReportFailure("i-1");
        run.Pass(3600);

        Assert.That(run.TakeLog()[0], Is.EqualTo("template 2 prepared: the group launches template 1 until it is promoted"));
        Assert.That(run.Servers, Is.EqualTo(["i-2 b InService", "i-3 a InService"]));
        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo([1, 1]));
    }

    [Test]
    public void PromotedRoll_BelowThree_LaunchesFirstAndHoldsScalingMeanwhile()
    {
        var run = new GroupRun(Promoting with { MinSize = 1, DesiredCapacity = 1 });
        run.Group.DeployTemplate();
        run.TakeLog();
        run.Group.PromoteTemplate();

        Assert.That(run.TakeLog(), Is.EqualTo(
        [
            "template 2 promoted: instance refresh started",
            "i-1 stays until its replacement is ready: instance refresh",
            "i-2 launched in a",
        ]));

        run.Minutes(4, cpu: 100);

        Assert.That((run.Group.DesiredCapacity, run.Group.IsScalingHeld), Is.EqualTo((1, true)), "while the roll launches first");

        run.TakeLog();
        run.Report(TargetState.Healthy, "i-2");

        Assert.That(run.TakeLog(), Is.EqualTo(["i-1 terminating: instance refresh", "instance refresh finished"]));
        Assert.That(run.Group.IsScalingHeld, Is.False);

        run.Minutes(4, cpu: 100);

        Assert.That(run.Group.DesiredCapacity, Is.GreaterThan(1), "after the roll");
    }

    [Test]
    public void PromotedRoll_OfThree_TerminatesFirstAndHoldsNothing()
    {
        var run = new GroupRun(Promoting with { DesiredCapacity = 3 });
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();

        Assert.That(run.Servers, Is.EqualTo(["i-1 a Terminating", "i-2 b InService", "i-3 c InService", "i-4 a Pending"]));
        Assert.That(run.Group.IsScalingHeld, Is.False);
    }

    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StartInstanceRefresh.html
    [Test]
    public void PromotedRoll_DuringAnother_WaitsForItsEnd_AndSaysWhatAwsDoes()
    {
        var run = new GroupRun(Promoting with { DesiredCapacity = 3 });
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();
        run.Group.DeployTemplate();
        run.TakeLog();
        run.Group.PromoteTemplate();

        Assert.That(run.TakeLog(), Is.EqualTo(["InstanceRefreshInProgress: template 3 waits until the refresh under way is over"]));
    }

    [Test]
    public void PromotedRoll_WhileAServerFails_HealsWithTheProvenVersion()
    {
        var run = new GroupRun(Promoting with { DesiredCapacity = 3 });
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();
        run.Group.ReportFailure("i-2");

        Assert.That(run.Group.Servers.Where(server => server.Counts).Select(server => server.TemplateVersion), Is.EqualTo([1, 2, 1]));
    }

    [TestCase(Rollout.Promote, 1)]
    [TestCase(Rollout.Promote, 2)]
    [TestCase(Rollout.Promote, 3)]
    [TestCase(Rollout.Up, 1)]
    [TestCase(Rollout.Up, 2)]
    [TestCase(Rollout.Up, 3)]
    public void Version_ThatNeverGetsHealthy_IsRolledBackByEitherRollout(Rollout rollout, int size)
    {
        var run = new GroupRun(GroupRun.Declared with
        {
            MinSize = Math.Min(size, 2),
            DesiredCapacity = size,
            Rollout = rollout,
            Maintenance = new(size == 1 ? 0 : 50, 100),
            Refresh = GroupRun.Declared.Refresh! with { Checkpoints = [33, 66, 100] },
        });
        run.Group.DeployTemplate(VersionFault.NeverHealthy);
        run.Group.PromoteTemplate();
        PassWithGoodServersHealthy(run, GivesUpAfter - 60);

        Assert.That(run.Group.IsRolling, Is.True);

        PassWithGoodServersHealthy(run, 3600);

        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo(Enumerable.Repeat(1, size)));
        Assert.That(run.TakeLog(), Does.Contain("every server runs template 1 again"));
        Assert.That((run.Group.IsRolling, run.Group.IsScalingHeld), Is.EqualTo((false, false)));
        Assert.That(run.Group.HighestCapacity, Is.LessThanOrEqualTo(3));
    }

    [Test]
    public void PromotedRoll_WhoseAlarmRings_GoesBackAtOnceAndLosesNoGoodServer()
    {
        var run = new GroupRun(Heeding);
        run.Group.DeployTemplate(VersionFault.Errors);
        run.Group.PromoteTemplate();
        run.Report(TargetState.Healthy, "i-3");
        run.TakeLog();
        run.Minutes(6, cpu: 10, errors: 5);

        Assert.That(
            run.TakeLog().SkipWhile(line => !line.StartsWith("instance refresh failed", StringComparison.Ordinal)).Take(2),
            Is.EqualTo(
            [
                "instance refresh failed: the alarm on errors rings; going back to template 1",
                "i-4 stays until its replacement is ready: instance refresh",
            ]));
    }

    // It says nothing of the new version, and would end every roll that could mend what it rings for.
    [Test]
    public void PromotedRoll_WhoseAlarmRangBefore_GoesOn()
    {
        var run = new GroupRun(Heeding);
        run.Minutes(6, cpu: 10, errors: 5);
        run.Group.DeployTemplate();
        run.TakeLog();
        run.Group.PromoteTemplate();
        run.Minutes(1, cpu: 10, errors: 5);

        Assert.That(run.TakeLog(), Has.Member("the alarm on errors rings already, and so can't end this roll")
            .And.None.Contains("instance refresh failed"));
        Assert.That(run.Group.IsRolling, Is.True);
    }

    [TestCase(2, false)]
    [TestCase(3, true)]
    public void Alarm_RingsForMoreThanTenErrorsInFiveMinutes(int errorsAMinute, bool rings)
    {
        var run = new GroupRun(Heeding with { DesiredCapacity = 1, MinSize = 1 });
        run.Group.DeployTemplate(VersionFault.Errors);
        run.Group.PromoteTemplate();
        run.Minutes(6, cpu: 10, errors: errorsAMinute / 2.0);

        Assert.That(run.TakeLog().Any(line => line.Contains("rings", StringComparison.Ordinal)), Is.EqualTo(rings));
    }

    [Test]
    public void PromotedRoll_ThatIsDone_BakesAsLongAsTheAlarmTakes()
    {
        var run = new GroupRun(Heeding with { DesiredCapacity = 1, MinSize = 1 });
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();
        run.Report(TargetState.Healthy, "i-2");
        run.Pass(190 + 359);

        Assert.That(run.Group.IsRolling, Is.True);

        run.Pass(1);

        Assert.That(run.Group.IsRolling, Is.False);
    }

    [Test]
    public void SecondPromotion_DuringARoll_WaitsForItsEnd()
    {
        var run = new GroupRun(Promoting with { DesiredCapacity = 1, MinSize = 1 });
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();
        run.Group.DeployTemplate();
        run.Group.PromoteTemplate();

        Assert.That(run.Group.Servers[^1].TemplateVersion, Is.EqualTo(2));

        PassWithGoodServersHealthy(run, 1200);

        Assert.That(run.Group.Servers.Select(server => server.TemplateVersion), Is.EqualTo([3]));
    }

    private static void PassWithGoodServersHealthy(GroupRun run, int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 60)
        {
            var counted = run.Group.Servers.Where(server => server.Counts).ToLookup(server => server.Fault == VersionFault.None);
            run.Report(TargetState.Healthy, [.. counted[true].Select(server => server.Id)]);
            run.Report(TargetState.Unhealthy, [.. counted[false].Select(server => server.Id)]);
            run.Pass(60);
        }
    }
}

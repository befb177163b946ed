using Infra.Cli.Plan.Declared;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Scaling, minute by minute. The target is 50 %, so the low alarm is under 35 %.</summary>
[Requirement("R7")]
internal sealed class TargetTrackingTests
{
    private static readonly DeclaredGroup Small = GroupRun.Declared with { MinSize = 1, DesiredCapacity = 1 };

    [Test]
    public void Load_OverTheTarget_AddsAServerAtTheThirdMinute()
    {
        var run = new GroupRun(Small);
        run.TakeLog();
        run.Minutes(2, cpu: 51);

        Assert.That(run.TakeLog(), Is.Empty, "the second minute");

        run.Minutes(1, cpu: 51);

        Assert.That(run.TakeLog(), Is.EqualTo(["desired capacity 1 -> 2: CPU 51 % over 50 % for 3 min", "i-2 launched in b"]));
    }

    [Test]
    public void Load_ThatPausesForAMinuteOrIsAtTheTarget_AddsNone()
    {
        var run = new GroupRun(Small);
        run.Minutes(2, cpu: 90);
        run.Minutes(1, cpu: 50);
        run.Minutes(2, cpu: 90);
        run.Minutes(60, cpu: 50);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(1));
    }

    [TestCase(51, 2)]
    [TestCase(100, 2)]
    [TestCase(101, 3)]
    [TestCase(400, 3, Description = "never beyond the maximum")]
    public void Load_OverTheTarget_AddsInProportion(double cpu, int desired)
    {
        var run = new GroupRun(Small);
        run.Minutes(3, cpu);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(desired));
    }

    [Test]
    public void Load_WhileTheNewServerWarmsUp_AddsNoOtherForTheSameReason()
    {
        var run = new GroupRun(Small with { MaxSize = 10 });
        run.Minutes(6, cpu: 100);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2), "launched at 180 s, so warm at 370 s");

        run.Minutes(1, cpu: 100);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(4), "420 s: two warm servers at twice the target");
    }

    [Test]
    public void Load_ThatGrowsWhileTheNewServerWarmsUp_AddsWhatIsMissing()
    {
        var run = new GroupRun(Small);
        run.Minutes(3, cpu: 60);
        run.Minutes(1, cpu: 120);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [Test]
    public void AverageCpu_Always_LeavesOutServersThatWarmUp()
    {
        var run = new GroupRun(GroupRun.Declared);
        run.Group.ReportFailure("i-1");
        run.Pass(60);
        run.Group.ReportMinute([new("i-2", 40, 0), new("i-3", 100, 0), new("i-9", 100, 0)]);

        Assert.That(run.Group.AverageCpu, Is.EqualTo(40));
    }

    [Test]
    public void Load_OnServersThatAreNotEquallyBusy_CountsByItsAverage()
    {
        var run = new GroupRun(GroupRun.Declared);
        for (var minute = 0; minute < 3; minute++)
            run.Group.ReportMinute([new("i-1", 20, 0), new("i-2", 84, 0)]);

        Assert.That(run.Group.AverageCpu, Is.EqualTo(52));
        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [Test]
    public void Load_WithTheMostServersThatThereMayBe_SaysNothing()
    {
        var run = new GroupRun(GroupRun.Declared with { DesiredCapacity = 3 });
        run.TakeLog();
        run.Minutes(5, cpu: 100);

        Assert.That(run.TakeLog(), Is.Empty);
    }

    [Test]
    public void NoData_Always_IsNoReasonForAnything()
    {
        var run = new GroupRun(GroupRun.Declared with { DesiredCapacity = 3 });
        for (var minute = 0; minute < 60; minute++)
            run.Group.ReportMinute([]);

        Assert.That(run.Group.AverageCpu, Is.Null);
        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [Test]
    public void Load_WellUnderTheTarget_RemovesAServerAtTheFifteenthMinuteAndAnotherEachMinute()
    {
        var run = new GroupRun(Small with { DesiredCapacity = 3 });
        run.TakeLog();
        run.Minutes(14, cpu: 10);

        Assert.That(run.TakeLog(), Is.Empty, "the fourteenth minute");

        run.Minutes(2, cpu: 10);

        Assert.That(
            run.TakeLog(),
            Is.EqualTo(
            [
                "desired capacity 3 -> 2: CPU 10 % under 35 % for 15 min",
                "i-1 terminating: scale in",
                "i-1 terminated",
                "desired capacity 2 -> 1: CPU 10 % under 35 % for 16 min",
                "i-2 terminating: scale in",
            ]));

        run.Minutes(60, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(1), "never below the minimum");
    }

    [Test]
    public void Load_UnderTheTargetButNotWellUnder_RemovesNone()
    {
        var run = new GroupRun(Small with { MaxSize = 10, DesiredCapacity = 10 });
        run.Minutes(60, cpu: 35);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(10), "though seven could carry it");
    }

    [Test]
    public void Load_ThatTheRestCouldNotCarry_RemovesNone()
    {
        var run = new GroupRun(Small with { DesiredCapacity = 2 });
        run.Minutes(60, cpu: 34);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2), "2 x 34 % are 68 % of one");
    }

    [Test]
    public void LowLoad_WhileAServerWarmsUp_RemovesNone()
    {
        var run = new GroupRun(Small with { DesiredCapacity = 2 });
        run.Minutes(13, cpu: 0);
        run.Group.ReportFailure("i-1");
        run.Minutes(3, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2), "launched at 780 s, so warm at 970 s");

        run.Minutes(1, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(1));
    }

    [Test]
    public void TwoPolicies_WhenOneIsOver_AddForIt()
    {
        var run = new GroupRun(WithRequests(requestsScaleIn: true));
        run.TakeLog();
        run.Minutes(3, cpu: 0, requests: 1500);

        Assert.That(run.TakeLog()[0], Is.EqualTo("desired capacity 2 -> 3: requests per server 1500 over 1000 for 3 min"));
    }

    [Test]
    public void TwoPolicies_WhenBothAreOver_AddForTheOneThatNeedsMore()
    {
        var run = new GroupRun(WithRequests(requestsScaleIn: true) with { MaxSize = 10 });
        run.Minutes(3, cpu: 51, requests: 2000);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(4), "the CPU alone needs 3");
    }

    [Test]
    public void TwoPolicies_WhenOneIsLowAndTheOtherOver_RemoveNone()
    {
        var run = new GroupRun(WithRequests(requestsScaleIn: false));
        run.Minutes(30, cpu: 0, requests: 1500);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [Test]
    public void TwoPolicies_WhenOneIsNotLow_RemoveNone()
    {
        var run = new GroupRun(WithRequests(requestsScaleIn: true) with { DesiredCapacity = 3 });
        run.Minutes(60, cpu: 0, requests: 800);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [Test]
    public void TwoPolicies_WhenTheOneThatIsNotLowMayNotScaleIn_RemoveForTheOther()
    {
        var run = new GroupRun(WithRequests(requestsScaleIn: false) with { DesiredCapacity = 3 });
        run.Minutes(15, cpu: 0, requests: 800);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2));
    }

    [Test]
    public void LowLoad_WithoutAPolicyThatScalesIn_RemovesNone()
    {
        var run = new GroupRun(Small with { DesiredCapacity = 3, Tracking = [new(TrackedMetric.AverageCpu, 50, ScalesIn: false)] });
        run.Minutes(60, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(3));
    }

    [TestCase("AlarmNotification", 1, 1)]
    [TestCase("Launch", 2, 1)]
    public void Load_WithASuspendedProcess_AddsNone(string process, int desired, int capacity)
    {
        var run = new GroupRun(Small with { SuspendedProcesses = [process] });
        run.Minutes(3, cpu: 100);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(desired));
        Assert.That(run.Group.Capacity, Is.EqualTo(capacity));
    }

    [Test]
    public void LowLoad_WithTerminateSuspended_OnlyWantsFewer()
    {
        var run = new GroupRun(Small with { DesiredCapacity = 3, SuspendedProcesses = ["Terminate"] });
        run.Minutes(15, cpu: 0);

        Assert.That(run.Group.DesiredCapacity, Is.EqualTo(2));
        Assert.That(run.Group.Capacity, Is.EqualTo(3));
    }

    private static DeclaredGroup WithRequests(bool requestsScaleIn) => GroupRun.Declared with
    {
        Tracking = [new(TrackedMetric.AverageCpu, 50, ScalesIn: true), new(TrackedMetric.RequestsPerTarget, 1000, requestsScaleIn)],
    };
}

using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Steps;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A load that the group must notice is far above what it tracks, and one that it must not far below.</summary>
internal sealed class LoadRateTests
{
    // Three times what one server more than there are may get: for 600 a minute, 10 a second, and two servers 3 * 10 * 3.
    [TestCase(600, 2, 90)]
    [TestCase(600, 1, 60)]
    [TestCase(1, 1, 1)]
    [TestCase(4, 3, 1)]
    [TestCase(6, 3, 2)]
    [TestCase(1_000_000, 1, DrillPlan.HighestRate)]
    public void Load_ForWhatTheGroupTracks_IsFarAbove(double perMinute, int servers, double rate) =>
        Assert.That(LoadRate.For([Tracking(perMinute)], servers), Is.EqualTo(rate));

    [Test]
    public void Load_ForSeveralPolicies_IsOverTheLowest() =>
        Assert.That(LoadRate.For([Tracking(1200), Tracking(600), Tracking(6, "ASGAverageCPUUtilization")], 1), Is.EqualTo(60));

    [Test]
    public void Load_ForWhatCountsNoRequests_IsAThousand()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LoadRate.For([], 1), Is.EqualTo(1000));
            Assert.That(LoadRate.For([Tracking(50, "ASGAverageCPUUtilization"), new("StepScaling")], 2), Is.EqualTo(1000));
        }
    }

    // A fifth of what the servers may get, and never more than what keeps an eye on the site.
    [TestCase(300, 1, 1)]
    [TestCase(300, 2, 2)]
    [TestCase(30, 2, 0.2)]
    [TestCase(600, 1, DrillPlan.QuietRate)]
    [TestCase(6000, 3, DrillPlan.QuietRate)]
    public void Quiet_ForWhatTheGroupTracks_IsFarBelow(double perMinute, int servers, double rate) =>
        Assert.That(LoadRate.Quiet([Tracking(perMinute)], servers), Is.EqualTo(rate).Within(1e-9));

    [Test]
    public void Quiet_ForSeveralPolicies_IsBelowTheLowest() =>
        Assert.That(LoadRate.Quiet([Tracking(6000), Tracking(30)], 2), Is.EqualTo(0.2).Within(1e-9));

    [Test]
    public void Quiet_ForWhatCountsNoRequests_IsTheUsual() =>
        Assert.That(LoadRate.Quiet([Tracking(1, "ASGAverageCPUUtilization")], 1), Is.EqualTo(DrillPlan.QuietRate));

    private static PolicyAnswer Tracking(double target, string metric = "ALBRequestCountPerTarget") => new("TargetTrackingScaling")
    {
        TargetTrackingConfiguration = new(target) { PredefinedMetricSpecification = new(metric) },
    };
}

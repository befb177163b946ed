using Infra.Observability;
using Infra.Tests.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Observability;

public sealed class AlarmThresholdsTests
{
    [Test]
    public void For_DefaultTimings_AreThese() =>
        // One healing: 255 s, so 5 minutes and the point in which it ends.
        Assert.That(AlarmThresholds.For(Timings.Default), Is.EqualTo(new AlarmThresholds(
            UnhealthyMinutes: 6,
            HealingLoopMinutes: 13,
            HealingLoopWindow: 60,
            CeilingMinutes: 6,
            OverCeilingMinutes: 3)));

    [Test]
    public void For_SlowestTimings_AreThese() =>
        Assert.That(AlarmThresholds.For(Timings.Slowest), Is.EqualTo(new AlarmThresholds(
            UnhealthyMinutes: 124,
            HealingLoopMinutes: 249,
            HealingLoopWindow: 498,
            CeilingMinutes: 73,
            OverCeilingMinutes: 4)));

    [Test]
    [Requirement("R6")]
    public void For_SlowestTimings_FitIntoTheDayThatCloudWatchLooksBack() =>
        Assert.That(AlarmThresholds.For(Timings.Slowest).HealingLoopWindow, Is.LessThanOrEqualTo(24 * 60));

    [Test]
    [Requirement("R6")]
    public void For_AnyTimings_LeaveRoomForTwoHealingsInTheWindow([Values(30, 300, 1200)] int bootBudget, [Values(5, 15, 300)] int interval)
    {
        var timings = Timings.Default with
        {
            BootBudget = TimeSpan.FromSeconds(bootBudget),
            HealthCheck = Timings.Default.HealthCheck with { Interval = TimeSpan.FromSeconds(interval) },
        };
        var thresholds = AlarmThresholds.For(timings);

        Assert.That(thresholds.UnhealthyMinutes, Is.GreaterThan(timings.GracePeriod.TotalMinutes));
        Assert.That(thresholds.HealingLoopMinutes, Is.GreaterThan(2 * thresholds.UnhealthyMinutes));
        Assert.That(thresholds.HealingLoopWindow, Is.GreaterThanOrEqualTo(2 * thresholds.HealingLoopMinutes).And.GreaterThanOrEqualTo(60));
    }
}

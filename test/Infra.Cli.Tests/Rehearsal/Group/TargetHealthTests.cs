using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Check by check: + passes, - fails. Two passes make a target healthy again, three failures unhealthy.</summary>
internal sealed class TargetHealthTests
{
    [TestCase("", TargetState.Initial)]
    [TestCase("+", TargetState.Healthy, Description = "a new target needs one pass")]
    [TestCase("--", TargetState.Initial)]
    [TestCase("--+", TargetState.Healthy)]
    [TestCase("---", TargetState.Unhealthy)]
    [TestCase("+--", TargetState.Healthy)]
    [TestCase("+--+--", TargetState.Healthy, Description = "only failures in a row count")]
    [TestCase("+---", TargetState.Unhealthy)]
    [TestCase("+---+", TargetState.Unhealthy)]
    [TestCase("+---+-+", TargetState.Unhealthy, Description = "only passes in a row count")]
    [TestCase("+---++", TargetState.Healthy)]
    [TestCase("---+", TargetState.Unhealthy, Description = "it is no new target any more")]
    public void State_AfterChecks_FollowsTheThresholds(string checks, TargetState expected)
    {
        var health = New();
        foreach (var check in checks)
            health.Record(passed: check == '+');

        Assert.That(health.State, Is.EqualTo(expected));
    }

    [Test]
    public void Record_Always_ReturnsWhetherTheStateHasChanged()
    {
        var health = New();

        var changes = "+----+++".Select(check => health.Record(check == '+'));

        Assert.That(changes, Is.EqualTo([true, false, false, true, false, false, true, false]));
    }

    [Test]
    public void Record_OfADrainingTarget_ChangesNothing()
    {
        var health = New();
        health.Drain();

        Assert.That(health.Record(passed: true), Is.False);
        Assert.That(health.State, Is.EqualTo(TargetState.Draining));
    }

    private static TargetHealth New() => new(new()
    {
        IsEnabled = true,
        IsHttps = false,
        Path = "/",
        Matcher = "200",
        Interval = TimeSpan.FromSeconds(15),
        Timeout = TimeSpan.FromSeconds(5),
        HealthyThreshold = 2,
        UnhealthyThreshold = 3,
    });
}

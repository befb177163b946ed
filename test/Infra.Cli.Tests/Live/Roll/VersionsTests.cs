using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Roll;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Which version a roll goes back to.</summary>
internal sealed class VersionsTests
{
    // A roll that did not succeed may have left its version on no server, and is no proof that it is well.
    [TestCase("Successful", "4")]
    [TestCase("Failed", "6")]
    [TestCase("Cancelled", "6")]
    [TestCase("RollbackSuccessful", "6")]
    [TestCase("RollbackFailed", "6")]
    [TestCase("InProgress", "6")]
    public void Before_WhereNoServerSaysIt_IsOfTheLastRollThatSucceeded(string status, string expected) =>
        Assert.That(Versions.Before("7", Group("7", "7"), [Refresh("4", status)]), Is.EqualTo(expected));

    [Test]
    public void Before_OfTwoRollsThatSucceeded_IsOfTheLater()
    {
        RefreshAnswer[] refreshes =
            [Refresh("3", "Successful", hour: 1), Refresh("5", "Successful", hour: 2), Refresh("7", "Successful", hour: 3)];

        Assert.That(Versions.Before("7", Group("7", "7"), refreshes), Is.EqualTo("5"));
        Assert.That(Versions.Before("7", Group("7", "7"), [.. refreshes.Reverse()]), Is.EqualTo("5"));
    }

    [TestCase("6", "7 7", "6")]
    [TestCase("7", "7 2", "2")]
    [TestCase("7", "2 10 9", "10")]
    [TestCase("7", "7", "4")]
    public void Before_IsOfTheGroup_ElseOfAServer_ElseOfARoll(string launches, string servers, string expected) =>
        Assert.That(Versions.Before("7", Group(launches, servers.Split(' ')), [Refresh("4", "Successful")]), Is.EqualTo(expected));

    [TestCase("2", "1")]
    [TestCase("1", null)]
    [TestCase("$Latest", null)]
    public void Before_WhereNothingSaysIt_IsTheNumberBefore(string version, string? expected) =>
        Assert.That(Versions.Before(version, Group(version, version), []), Is.EqualTo(expected));

    private static GroupAnswer Group(string launches, params string[] servers) => new(
        "fleet-group", 1, 3, servers.Length,
        [.. servers.Select((version, i) => Server($"i-{i}", version))],
        [])
    {
        LaunchTemplate = new() { Version = launches },
    };

    private static GroupInstance Server(string id, string version) => new(id, "InService", "Healthy")
    {
        LaunchTemplate = new() { Version = version },
    };

    private static RefreshAnswer Refresh(string version, string status, int hour = 0) => new(status)
    {
        StartTime = new(2026, 11, 1, hour, 0, 0, TimeSpan.Zero),
        DesiredConfiguration = new() { LaunchTemplate = new() { Version = version } },
    };
}

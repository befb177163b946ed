using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Rolls that <c>pulumi up</c> has started.</summary>
internal sealed class UpTests
{
    [Test]
    public async Task Up_WithoutARoll_IsDone()
    {
        var played = new PlayedRoll(2, "up");

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    // A deployment before has failed and was mended: its refresh is no longer what the servers say.
    [TestCase("Failed")]
    [TestCase("Cancelled")]
    [TestCase("RollbackFailed")]
    public async Task Up_WithAnOlderRollThatFailed_IsDone_WhereEveryServerHasTheVersion(string status)
    {
        var played = new PlayedRoll(2, "up");
        played.Aws.Refreshes.Add(new("refresh-1", "5", status));

        Assert.That((await played.RunAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Up_WhoseRollHasFailedAlready_PutsTheFormerVersionBack()
    {
        var played = new PlayedRoll(2, "up");
        played.Aws.Launches = "7";
        played.Aws.Servers[0].Version = "7";
        played.Aws.Refreshes.Add(new("refresh-1", "7", "Failed") { Reason = "not healthy in time" });

        var report = await played.RunAsync();

        Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((1, "6 6", "6")));
        Assert.That(played.Aws.LastPreferences, Does.Not.Contain("AlarmSpecification").And.Contain("\"AutoRollback\":false"));
    }

    // It failed before it had replaced one. What the group launches next must not be the bad version all the same.
    [Test]
    public async Task Up_WhoseRollHasReplacedNobody_PutsTheGroupsVersionBack_AndRollsNothing()
    {
        var played = new PlayedRoll(2, "up");
        played.Aws.Launches = "7";
        played.Aws.Refreshes.Add(new("refresh-1", "7", "Failed"));

        var report = await played.RunAsync();

        Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((1, "6 6", "6")));
        Assert.That(played.Aws.Refreshes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Up_WithServersOfAnotherVersionAndNoRoll_SaysSo()
    {
        var played = new PlayedRoll(2, "up");
        played.Aws.Launches = "7";

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(2));
        Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Seen, Does.StartWith("no roll was started, though not all of 2 servers"));
    }

    [Test]
    public async Task Up_WithoutAnythingThatNamesTheFormerVersion_SaysThatNobodyKnowsIt()
    {
        var played = new PlayedRoll(1, "up");
        (played.Aws.Launches, played.Aws.Servers[0].Version) = ("1", "1");
        played.Aws.Refreshes.Add(new("refresh-1", "1", "InProgress", "InProgress", "Failed"));

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(1));
        Assert.That(PlayedRoll.Of(report, RollClaims.WentBack).Seen, Does.StartWith("which version the servers had before is not known"));
    }

    // What pulumi up itself waits for may take longer than AWS needs to go "back", to the same bad version.
    [Test]
    public async Task Up_WhoseRollWentBackToTheSameVersion_PutsTheFormerVersionBack()
    {
        var played = new PlayedRoll(1, "up");
        (played.Aws.Launches, played.Aws.Servers[0].Version, played.Aws.Servers[0].Target) = ("7", "7", "unhealthy");
        played.Aws.Refreshes.Add(new("refresh-1", "7", "RollbackSuccessful"));
        played.Aws.OnCall = _ => played.Aws.Servers[0].Target = played.Aws.Servers[0].Version == "7" ? "unhealthy" : "healthy";

        var report = await played.RunAsync();

        Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((1, "6", "6")));
    }
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Every state of an instance refresh that AWS documents, as the one that a roll ends in or passes through.</summary>
internal sealed class StatusTests
{
    [TestCase("promote", "Pending", "Successful")]
    [TestCase("promote", "InProgress", "Successful")]
    [TestCase("promote", "Baking", "Successful")]
    [TestCase("promote", "Reviewing", "Successful", Description = "one that AWS may have tomorrow")]
    [TestCase("up", "Pending", "Successful")]
    [TestCase("up", "InProgress", "Successful")]
    [TestCase("up", "Baking", "Successful")]
    [Requirement("R6")]
    public async Task State_OnTheWayToSuccess_IsWaitedThrough(string rollout, params string[] states)
    {
        var played = Playing(rollout, ["InProgress", .. states]);

        var report = await played.RunAsync();

        Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((0, "7 7", "7")));
        Assert.That(PlayedRoll.Of(report, RollClaims.WentBack).Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    // Whatever AWS has left undone: the group's version, some servers, all of them.
    [TestCase("promote", "Failed")]
    [TestCase("promote", "Cancelling", "Cancelled")]
    [TestCase("promote", "Cancelled")]
    [TestCase("promote", "RollbackInProgress", "RollbackSuccessful")]
    [TestCase("promote", "RollbackInProgress", "RollbackFailed")]
    [TestCase("up", "Failed")]
    [TestCase("up", "Cancelling", "Cancelled")]
    [TestCase("up", "Cancelled")]
    [TestCase("up", "RollbackInProgress", "RollbackSuccessful")]
    [TestCase("up", "RollbackInProgress", "RollbackFailed")]
    [Requirement("R6")]
    public async Task State_ThatIsNoSuccess_LeavesEveryServerAtTheFormerVersion(string rollout, params string[] states)
    {
        var played = Playing(rollout, ["InProgress", .. states]);

        var report = await played.RunAsync();

        Assert.Multiple(() =>
        {
            Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((1, "6 6", "6")));
            Assert.That(
                PlayedRoll.Of(report, RollClaims.Rolled), Is.EqualTo(Finding.Fail($"version 7: {states[^1]}: not healthy in time")));
            Assert.That(
                PlayedRoll.Of(report, RollClaims.WentBack), Is.EqualTo(Finding.Pass("version 6 is back, 2 of 2 servers healthy")));
        });
    }

    [TestCase("promote")]
    [TestCase("up")]
    public async Task Roll_WithoutAnEnd_IsCancelled_AndTheFormerVersionPutBack(string rollout)
    {
        var played = Playing(rollout, ["InProgress"]);

        var report = await played.RunAsync();

        Assert.That(
            PlayedRoll.Of(report, RollClaims.Rolled),
            Is.EqualTo(Finding.Fail("version 7: not over in the time that a roll takes at most")));
        Assert.That((report.ExitCode, played.Servers, played.Aws.Launches), Is.EqualTo((1, "6 6", "6")));
    }

    [Test]
    public async Task WayBack_ThatFailsAsWell_IsSaid()
    {
        var played = Playing("promote", ["InProgress", "Failed"]);
        played.Aws.Coming.Enqueue(["InProgress", "Failed"]);

        var report = await played.RunAsync();

        Assert.That(
            PlayedRoll.Of(report, RollClaims.WentBack),
            Is.EqualTo(Finding.Fail("the group launches from version 6 again, but the servers were not replaced: Failed")));
        Assert.That(report.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task WayBack_ToServersThatDoNotGetHealthy_IsNoSuccess()
    {
        var played = Playing("promote", ["InProgress", "RollbackInProgress", "RollbackSuccessful"]);
        played.Aws.Servers[0].Target = "unhealthy";

        var report = await played.RunAsync();

        Assert.That(
            PlayedRoll.Of(report, RollClaims.WentBack), Is.EqualTo(Finding.Fail("version 6 is back, 1 of 2 servers healthy")));
    }

    // By 'up' the roll is there already, and the group launches from the new version.
    private static PlayedRoll Playing(string rollout, string[] states)
    {
        var played = new PlayedRoll(2, rollout);
        if (rollout == "up")
        {
            played.Aws.Launches = "7";
            played.Aws.Refreshes.Add(new("refresh-1", "7", ["Pending", .. states]) { Reason = "not healthy in time" });
        }
        else
        {
            played.Aws.Coming.Enqueue(["Pending", .. states]);
            played.Aws.OnCall = _ =>
            {
                if (played.Aws.Refreshes is [var only])
                    only.Reason = "not healthy in time";
            };
        }

        return played;
    }
}

using Infra.Cli.Live.Roll;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>How the former version is put back, whatever else is under way.</summary>
internal sealed class WayBackTests
{
    private const string Start = "start-instance-refresh";
    private const string Cancel = "cancel-instance-refresh";
    private const string Set = "update-auto-scaling-group";

    // What the group launches from and the servers have, and what is done about it.
    [TestCase("6", "6 6", "")]
    [TestCase("7", "6 6", Set)]
    [TestCase("6", "7 6", Start)]
    [TestCase("7", "7 7", $"{Set} {Start}")]
    public async Task Version_IsPutBack_WhereItIsNot(string launches, string servers, string done)
    {
        var played = Playing(launches, servers);

        Assert.That(await GoAsync(played, "6"), Is.EqualTo("Pass: version 6 is back, 2 of 2 servers healthy"));
        Assert.That(Done(played), Is.EqualTo(done));
        Assert.That((played.Servers, played.Aws.Launches), Is.EqualTo(("6 6", "6")));
    }

    [Test]
    public async Task Version_ThatNobodyKnows_CanNotBePutBack()
    {
        var played = Playing("7", "7 7");

        Assert.That(
            await GoAsync(played, null),
            Is.EqualTo("Fail: which version the servers had before is not known: revert the change, and deploy that"));
        Assert.That(played.Aws.Calls, Is.Empty);
    }

    // A roll that is under way: where to, how it stands, and whether it is cancelled.
    [TestCase("7", "InProgress", true)]
    [TestCase("7", "Baking", true)]
    [TestCase(null, "Pending", true)]
    [TestCase("6", "InProgress", false)]
    [TestCase("7", "RollbackInProgress", false)]
    [TestCase("7", "Cancelling", false)]
    public async Task Roll_ThatIsUnderWay_IsCancelled_UnlessItLeadsThere(string? to, string status, bool isCancelled)
    {
        var played = Playing("6", "6 6");
        played.Aws.Refreshes.Add(new("refresh-1", to, status, status, "Failed"));

        await GoAsync(played, "6");

        Assert.That(Done(played).Contains(Cancel, StringComparison.Ordinal), Is.EqualTo(isCancelled));
    }

    [Test]
    public async Task Roll_ThatDoesNotEnd_IsInTheWay()
    {
        var played = Playing("7", "7 7");
        played.Aws.Refreshes.Add(new("refresh-1", "6", "InProgress"));

        Assert.That(await GoAsync(played, "6"), Is.EqualTo("Fail: a roll is under way that does not end: InProgress"));
    }

    [Test]
    public async Task Roll_ThatFailsOnTheWayBack_IsSaid()
    {
        var played = Playing("7", "7 7");
        played.Aws.Coming.Enqueue(["InProgress", "Failed"]);

        Assert.That(
            await GoAsync(played, "6"),
            Is.EqualTo("Fail: the group launches from version 6 again, but the servers were not replaced: Failed"));
    }

    [TestCase(4, "Pass: version 6 is back, 2 of 2 servers healthy")]
    [TestCase(5, "NotChecked: other rolls of the group come again and again")]
    public async Task Others_ThatAreFaster_AreWaitedFor_FiveTimes(int times, string seen)
    {
        var played = Playing("7", "7 7");
        played.Aws.Next["autoscaling start-instance-refresh"] = new(Enumerable.Repeat(
            new ToolRun(254, "", "An error occurred (InstanceRefreshInProgress) when calling the operation: no"), times));

        Assert.That(await GoAsync(played, "6"), Is.EqualTo(seen));
    }

    [Test]
    public async Task WayBack_GoesByNoAlarm()
    {
        var played = Playing("7", "7 7");

        await GoAsync(played, "6");

        Assert.That(played.Aws.LastPreferences, Does.Contain("\"AutoRollback\":false").And.Not.Contain("Alarm"));
    }

    private static PlayedRoll Playing(string launches, string servers)
    {
        var played = new PlayedRoll(2) { Aws = { Launches = launches } };
        foreach (var (server, version) in played.Aws.Servers.Zip(servers.Split(' ')))
            server.Version = version;
        return played;
    }

    private static string Done(PlayedRoll played) => string.Join(
        ' ', played.Aws.Calls.Select(call => call.Split(' ')[1]).Where(command => command is Start or Cancel or Set));

    private static async Task<string> GoAsync(PlayedRoll played, string? version)
    {
        var finding = await new WayBack(PlayedScene.Of(played)).GoAsync(version, CancellationToken.None);
        return $"{finding.Outcome}: {finding.Seen}";
    }
}

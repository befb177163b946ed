using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Roll;
using Infra.Cli.Shell.Tools;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>How long a roll and its servers are looked at, and what is remembered of it.</summary>
internal sealed class RollWatchTests
{
    private const string Refreshes = "autoscaling describe-instance-refreshes";
    private const string Busy = "An error occurred (Throttling) when calling the operation: no";
    private const string Away = "Could not connect to the endpoint URL: \"https://a/\"";
    private const string Denied = "An error occurred (AccessDenied) when calling the operation: no";

    [TestCase("InProgress Successful", "Successful", 2)]
    [TestCase("Successful", "Successful", 1)]
    [TestCase("Baking RollbackInProgress RollbackFailed", "RollbackFailed", 3)]
    public async Task Roll_IsLookedAt_UntilItIsOver(string states, string end, int looks)
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "7", ["Pending", .. states.Split(' ')]));

        var refresh = await PlayedScene.Of(played).Watch.UntilOverAsync("refresh-1", "7", CancellationToken.None);

        Assert.That((refresh?.Status, played.Shown.Count), Is.EqualTo((end, looks)));
    }

    // A look takes a second or two, and a quarter of a minute is between two.
    [TestCase(0, 1)]
    [TestCase(1, 1, Description = "which the first look takes")]
    [TestCase(2, 2)]
    [TestCase(60, 5)]
    public async Task Roll_WithoutAnEnd_IsLookedAt_AsLongAsItMayTake(int seconds, int looks)
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "7", "InProgress"));

        Assert.That(await PlayedScene.Of(played, seconds).Watch.UntilOverAsync("refresh-1", "7", CancellationToken.None), Is.Null);
        Assert.That(played.Shown, Has.Count.EqualTo(looks));
    }

    [PlainCase(Away, 2100, true)]
    [PlainCase(Busy, 2100, true)]
    [PlainCase(Denied, 2100, false)]
    [PlainCase(Away, 2, true)]
    [PlainCase(Away, 1, false)]
    [PlainCase(Away, 0, false)]
    public async Task Fault_ThatMayPass_IsWaitedFor_WhileThereIsTime(string error, int seconds, bool passes)
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "7", "Successful"));
        played.Aws.Next[Refreshes] = new(Enumerable.Repeat(new ToolRun(254, "", error), error == Busy ? 6 : 1));
        var scene = PlayedScene.Of(played, seconds);
        played.Aws.OnCall = _ => played.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var seeing = scene.Watch.UntilOverAsync("refresh-1", "7", CancellationToken.None);

        if (passes)
            Assert.That((await seeing)?.Status, Is.EqualTo("Successful"));
        else
            await Assert.ThatAsync(() => seeing, Throws.TypeOf<AwsException>());
    }

    [Test]
    public async Task Watch_RemembersTheMostServers_AndEveryAlarm()
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "7", "Pending", "InProgress", "Baking", "Successful"));
        var watch = PlayedScene.Of(played).Watch;
        watch.Alarms = ["a", "b", "c"];
        played.Aws.OnCall = command =>
        {
            if (command != Refreshes)
                return;

            played.Aws.Ringing.Clear();
            played.Aws.Ringing.AddRange(played.Shown.Count switch { 0 => ["a"], 1 => ["c", "a"], _ => [] });
            if (played.Shown.Count == 1)
                played.Aws.Servers.Add(new("i-9", "7"));
            else
                played.Aws.Servers.RemoveAll(server => server.Id == "i-9");
        };
        Assert.That((watch.Most, watch.Rang.Count), Is.EqualTo(((int?)null, 0)));

        await watch.UntilOverAsync("refresh-1", "7", CancellationToken.None);

        Assert.That(watch.Most, Is.EqualTo(3));
        Assert.That(watch.Rang, Is.EquivalentTo(["a", "c"]));
        Assert.That(played.Shown, Is.EqualTo(
        [
            "InProgress: 1 of 2 servers have version 7, 2 healthy, 2 desired; ringing: a",
            "Baking: 2 of 3 servers have version 7, 3 healthy, 2 desired; ringing: a, c",
            "Successful: 2 of 2 servers have version 7, 2 healthy, 2 desired",
        ]));
    }

    [Test]
    public void Most_IsOfTheServersThatCount()
    {
        var watch = PlayedScene.Of(new PlayedRoll()).Watch;

        watch.Count(Group("InService"));
        Assert.That(watch.Most, Is.EqualTo(1));
        watch.Count(Group("InService", "Pending", "Terminating", "Terminated"));
        Assert.That(watch.Most, Is.EqualTo(2));
        watch.Count(Group());
        Assert.That(watch.Most, Is.EqualTo(2));
    }

    // The servers by their versions, and whether the second one is healthy for the load balancer.
    [TestCase("7 7", "7", true, true, "2 of 2 servers healthy", 1)]
    [TestCase("7 7", "7", false, false, "1 of 2 servers healthy", 2)]
    [TestCase("7 6", "7", true, false, "2 of 2 servers healthy", 2)]
    [TestCase("7 7", "6", true, false, "2 of 2 servers healthy", 2)]
    public async Task Servers_AreWell_OnceAllAreHealthyAndHaveTheVersion(
        string versions, string launches, bool isHealthy, bool isWell, string text, int looks)
    {
        var played = new PlayedRoll(2);
        (played.Aws.Launches, played.Aws.Servers[1].Target) = (launches, isHealthy ? "healthy" : "initial");
        foreach (var (server, version) in played.Aws.Servers.Zip(versions.Split(' ')))
            server.Version = version;
        var scene = PlayedScene.Of(played);

        var view = await SeeAsync(scene, "7", TimeSpan.FromSeconds(10));

        Assert.That((view.IsWell, view.ToString(), view.Looks, scene.Watch.Most), Is.EqualTo((isWell, text, looks, (int?)2)));
    }

    [Test]
    public async Task Servers_ThatLeave_AreNotCounted()
    {
        var played = new PlayedRoll(3);
        (played.Aws.Desired, played.Aws.Servers[0].Lifecycle, played.Aws.Servers[0].Version) = (2, "Terminating", "5");
        var scene = PlayedScene.Of(played);

        var view = await SeeAsync(scene, "6", TimeSpan.Zero);

        Assert.That((view.IsWell, view.Healthy, view.Servers, view.Wanted), Is.EqualTo((true, 2, 2, 2)));
    }

    [Test]
    public async Task Look_ThatTakesTheTime_IsTheLast([Values(1, 2)] int seconds)
    {
        var played = new PlayedRoll(2) { Aws = { Launches = "7" } };

        Assert.That((await SeeAsync(PlayedScene.Of(played), "7", TimeSpan.FromSeconds(seconds))).Looks, Is.EqualTo(seconds));
    }

    [PlainCase(Away, 60, true)]
    [PlainCase(Denied, 60, false)]
    [PlainCase(Away, 1, false)]
    [PlainCase(Away, 0, false)]
    public async Task Fault_ThatMayPass_IsWaitedFor_WhileTheServersBoot(string error, int seconds, bool passes)
    {
        var played = new PlayedRoll(2);
        played.Aws.Next["elbv2 describe-target-health"] = new([new(254, "", error)]);
        var seeing = SeeAsync(PlayedScene.Of(played), "6", TimeSpan.FromSeconds(seconds));

        if (passes)
            Assert.That((await seeing).Looks, Is.EqualTo(2));
        else
            await Assert.ThatAsync(() => seeing, Throws.TypeOf<AwsException>());
    }

    private static Task<HealthView> SeeAsync(RollScene scene, string version, TimeSpan within) =>
        new HealthWatch(scene.Cloud, scene.Watch, scene.Time).SeeAsync(version, within, CancellationToken.None);

    private static GroupAnswer Group(params string[] states) =>
        new("fleet-group", 1, 3, 1, [.. states.Select((state, i) => new GroupInstance($"i-{i}", state, "Healthy"))], []);
}

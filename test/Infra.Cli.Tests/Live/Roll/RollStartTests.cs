using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Which roll is waited for or started, by what there is already; and what is said of its end.</summary>
internal sealed class RollStartTests
{
    private const string Start = "autoscaling start-instance-refresh";

    // How the stack rolls, from which version the group launches, which versions the servers have, and the last roll's version and state.
    [TestCase("promote", "6", "6 6", null, null, "Pass: version 7 on 2 servers", false)]
    [TestCase("promote", "6", "6", null, null, "Pass: version 7 on 1 server", false)]
    [TestCase("promote", "6", "6 6", "5", "Failed", "Pass: version 7 on 2 servers", false)]
    [TestCase("promote", "7", "7 7", null, null, "NotApplicable: nothing waits to be rolled: version 7 is on 2 servers", true)]
    [TestCase("promote", "7", "7", "7", "Failed", "NotApplicable: nothing waits to be rolled: version 7 is on 1 server", true)]
    [TestCase("promote", "7", "7 6", null, null, "Pass: version 7 on 2 servers", false)]
    [TestCase("up", "7", "7 7", null, null, "NotApplicable: nothing waits to be rolled: version 7 is on 2 servers", true)]
    [TestCase("up", "7", "7 7", "7", "Successful", "NotApplicable: nothing waits to be rolled: version 7 is on 2 servers", true)]
    [TestCase("up", "7", "7 7", "7", "Failed", "NotApplicable: nothing waits to be rolled: version 7 is on 2 servers", false)]
    [TestCase("up", "7", "7 6", "7", "Failed", "Fail: version 7: Failed", false)]
    [TestCase("up", "7", "7 6", "7", "Cancelled", "Fail: version 7: Cancelled", false)]
    [TestCase(
        "up", "7", "7 6", null, null,
        "NotChecked: no roll was started, though not all of 2 servers have version 7, from which the group launches", false)]
    [TestCase(
        "up", "7", "6", "5", "Successful",
        "NotChecked: no roll was started, though not all of 1 server have version 7, from which the group launches", false)]
    public async Task Roll_IsFound_ByWhatThereIs(
        string rollout, string launches, string servers, string? last, string? status, string seen, bool hasOnlyWaited)
    {
        var played = Playing(rollout, launches, servers);
        if (status is not null)
            played.Aws.Refreshes.Add(new("refresh-1", last, status));

        var (start, text) = await RunAsync(played);

        Assert.That((text, start.HasOnlyWaited, start.Version), Is.EqualTo((seen, hasOnlyWaited, "7")));
        Assert.That(
            Count(played, Start) > 0,
            Is.EqualTo(seen.StartsWith("Pass", StringComparison.Ordinal)));
    }

    // Of a roll that is under way: where to, its states from then on, and whether another one is started after it.
    [TestCase("7", "InProgress Successful", "Pass: version 7 on 2 servers", false)]
    [TestCase(null, "InProgress Successful", "Fail: AWS says that the roll succeeded, but not all of 2 servers have version 7", false)]
    [TestCase("7", "InProgress Failed", "Fail: version 7: Failed", false)]
    [TestCase("7", "Cancelling Cancelled", "Pass: version 7 on 2 servers", true, Description = "it is another's, which has given it up")]
    [TestCase("5", "InProgress Successful", "Pass: version 7 on 2 servers", true)]
    [TestCase("5", "InProgress Failed", "Pass: version 7 on 2 servers", true)]
    [TestCase("7", "InProgress", "Fail: version 7: not over in the time that a roll takes at most", false)]
    [TestCase("5", "InProgress", "NotChecked: another roll of the group does not end", false)]
    public async Task Roll_ThatIsUnderWay_IsJoined_OrWaitedFor(string? to, string states, string seen, bool startsAnother)
    {
        var played = Playing("promote", "6", "6 6");
        played.Aws.Refreshes.Add(new("refresh-1", to, [states.Split(' ')[0], .. states.Split(' ')]));

        var (_, text) = await RunAsync(played);

        Assert.That(played.Aws.Refreshes, Has.Count.EqualTo(startsAnother ? 2 : 1));
        Assert.That(text, Is.EqualTo(seen));
    }

    // Only one that launches first needs scaling held.
    [TestCase(100, 0)]
    [TestCase(101, 2)]
    [TestCase(150, 2)]
    public async Task Roll_ThatIsJoined_IsHeld_WhereItLaunchesFirst(int maxHealthy, int suspended)
    {
        var played = Playing("promote", "6", "6 6");
        played.Aws.Refreshes.Add(new("refresh-1", "7", "Cancelling", "Cancelling", "Successful") { MaxHealthy = maxHealthy });
        var scene = PlayedScene.Of(played);
        var most = 0;
        played.Aws.OnCall = _ => most = played.Aws.Refreshes.Count == 1 ? Math.Max(most, played.Aws.Suspended.Count - 1) : most;

        await new RollStart(scene).RunAsync(CancellationToken.None);

        Assert.That(most, Is.EqualTo(suspended));
    }

    // What was just held may be another command's, so it is tried again only when that is a minute old: in one of four tries.
    [TestCase(2, "Pass: version 7 on 2 servers")]
    [TestCase(3, "NotChecked: other rolls of the group come again and again")]
    public async Task Others_ThatAreFaster_AreLookedFor_TenTimes(int times, string seen)
    {
        var played = Playing("promote", "6", "6 6");
        played.Aws.Next[Start] = new(Enumerable.Repeat(
            new ToolRun(254, "", "An error occurred (InstanceRefreshInProgress) when calling the operation: no"), times));

        Assert.That((await RunAsync(played)).Text, Is.EqualTo(seen));
        if (times == 3)
            Assert.That(Count(played, "autoscaling describe-instance-refreshes"), Is.EqualTo(10));
    }

    [Test]
    public async Task Roll_OfAnother_IsShownByItsVersion_AndAllItsServersCount()
    {
        var played = Playing("promote", "6", "6 6 6");
        played.Aws.Refreshes.Add(new("refresh-1", "5", "InProgress", "InProgress", "Failed"));
        played.Aws.OnCall = command =>
        {
            if (command == "cloudwatch describe-alarms" && played.Shown.Count == 0 && Count(played, command) == 2)
                played.Aws.Servers.RemoveAt(2);
        };
        var scene = PlayedScene.Of(played);

        await new RollStart(scene).RunAsync(CancellationToken.None);

        Assert.That(played.Shown[0], Does.Contain("have version 5"));
        Assert.That(played.Shown[^1], Does.Contain("have version 7"));
        Assert.That(scene.Watch.Most, Is.EqualTo(3));
    }

    [Test]
    public async Task Group_IsAskedForOnce_WhereNothingIsHeld()
    {
        var played = Playing("up", "7", "7 6");

        await RunAsync(played);

        Assert.That(Count(played, "autoscaling describe-auto-scaling-groups"), Is.EqualTo(1));
    }

    [TestCase("", "", "Pass: no alarm was looked at")]
    [TestCase("a b", "", "Pass: a and b stayed quiet")]
    [TestCase("a b", "a", "NotApplicable: a rang before it began, and so could not end it")]
    [TestCase("a b", "a b", "NotApplicable: a and b rang before it began, and so could not end it")]
    public async Task Alarms_ThatRingBefore_AreNotLookedAt(string alarms, string ringing, string seen)
    {
        var played = new PlayedRoll(2);
        played.Aws.Ringing.AddRange(ringing.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var outputs = played.Outputs with { AlarmNames = alarms.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var roll = new StackRoll("dev", outputs, new() { Aws = played.Aws, Time = played.Clock });

        var report = await roll.RunAsync(new Progress<Claim>(), _ => { }, CancellationToken.None);

        var quiet = PlayedRoll.Of(report, RollClaims.Quiet);
        Assert.That($"{quiet.Outcome}: {quiet.Seen}", Is.EqualTo(seen));
        Assert.That(PlayedRoll.Of(report, RollClaims.Ceiling), Is.EqualTo(Finding.Pass("at most 2")));
        Assert.That(report.Verdicts.Select(verdict => verdict.Claim), Is.EqualTo(RollClaims.All));
        Assert.That((report.Stack, report.Outputs, report.ExitCode), Is.EqualTo(("dev", outputs, 0)));
    }

    [Test]
    public async Task Alarms_ThatRingOnTheWay_AreNamedEach()
    {
        var played = new PlayedRoll(2);
        played.Aws.OnCall = _ =>
        {
            if (played.Aws.Refreshes.Count == 1 && played.Aws.Ringing.Count == 0)
                played.Aws.Ringing.AddRange([PlayedRoll.BalancerErrors, PlayedRoll.ServerErrors]);
        };

        var report = await played.RunAsync();

        Assert.That(
            PlayedRoll.Of(report, RollClaims.Quiet),
            Is.EqualTo(Finding.Fail($"{PlayedRoll.ServerErrors} and {PlayedRoll.BalancerErrors} rang")));
    }

    private static int Count(PlayedRoll played, string command) =>
        played.Aws.Calls.Count(call => call.StartsWith(command, StringComparison.Ordinal));

    private static PlayedRoll Playing(string rollout, string launches, string servers)
    {
        var versions = servers.Split(' ');
        var played = new PlayedRoll(versions.Length, rollout) { Aws = { Launches = launches } };
        foreach (var (server, version) in played.Aws.Servers.Zip(versions))
            server.Version = version;
        return played;
    }

    private static async Task<(RollStart Start, string Text)> RunAsync(PlayedRoll played)
    {
        var start = new RollStart(PlayedScene.Of(played));
        var finding = await start.RunAsync(CancellationToken.None);
        return (start, $"{finding.Outcome}: {finding.Seen}");
    }
}

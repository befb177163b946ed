using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Rolls where <c>pulumi up</c> only prepares a version.</summary>
internal sealed class PromoteTests
{
    // One or two wanted: a new one comes first. Three: an old one leaves first.
    [TestCase(1, 100, 200, null)]
    [TestCase(2, 100, 150, null)]
    [TestCase(3, 66, 100, "33,66,100")]
    [Requirement("R6"), Requirement("R8")]
    public async Task Roll_OfAPreparedVersion_StartsWithAllThatAwsCanGoBackBy(int servers, int min, int max, string? checkpoints)
    {
        var played = new PlayedRoll(servers);

        var report = await played.RunAsync();

        var start = played.Aws.Calls.Single(call => call.Contains("start-instance-refresh", StringComparison.Ordinal));
        var preferences = JsonNode.Parse(played.Aws.LastPreferences!)!;
        Assert.Multiple(() =>
        {
            Assert.That(report.ExitCode, Is.Zero);
            Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Seen, Does.StartWith("version 7 on "));
            Assert.That((report.Version, report.Former), Is.EqualTo(("7", "6")));
            Assert.That(start, Does.Contain("""{"LaunchTemplate":{"LaunchTemplateId":"lt-1","Version":"7"}}"""));
            Assert.That(
                (preferences["MinHealthyPercentage"]!.GetValue<int>(), preferences["MaxHealthyPercentage"]!.GetValue<int>()),
                Is.EqualTo((min, max)));
            Assert.That(
                preferences["CheckpointPercentages"]?.AsArray() is { } list ? string.Join(',', list) : null, Is.EqualTo(checkpoints));
            Assert.That(preferences["CheckpointDelay"]?.GetValue<int>(), Is.EqualTo(checkpoints is null ? null : 0));
            Assert.That(preferences["AutoRollback"]!.GetValue<bool>(), Is.True);
            Assert.That(preferences["SkipMatching"]!.GetValue<bool>(), Is.True);
            Assert.That(preferences["InstanceWarmup"]!.GetValue<int>(), Is.EqualTo(20));
            Assert.That(preferences["BakeTime"]!.GetValue<int>(), Is.EqualTo(360));
            Assert.That(
                preferences["AlarmSpecification"]!["Alarms"]!.AsArray().Select(alarm => alarm!.GetValue<string>()),
                Is.EqualTo([PlayedRoll.ServerErrors, PlayedRoll.BalancerErrors]));
            Assert.That(played.Aws.Launches, Is.EqualTo("7"));
            Assert.That(
                played.Shown,
                Does.Contain($"InProgress: 1 of {servers} servers have version 7, {servers} healthy, {servers} desired"));
        });
    }

    [Test]
    public async Task Roll_WithNothingPrepared_DoesNothing()
    {
        var played = new PlayedRoll(2);
        played.Aws.Launches = "7";
        played.Aws.Launch(2);

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(
            PlayedRoll.Of(report, RollClaims.Rolled),
            Is.EqualTo(Finding.NotApplicable("nothing waits to be rolled: version 7 is on 2 servers")));
        Assert.That(played.Aws.Calls, Has.None.Contain("start-instance-refresh").And.None.Contain("suspend-processes"));
    }

    [Test]
    public async Task Roll_AfterAFirstDeployment_WaitsUntilTheServersAreHealthy()
    {
        var played = new PlayedRoll(2);
        played.Aws.Launches = "7";
        played.Aws.Launch(2);
        var booted = played.Clock.GetUtcNow() + TimeSpan.FromMinutes(4);
        played.Aws.Servers[1].Target = "initial";
        played.Aws.OnCall = _ => played.Aws.Servers[1].Target = played.Clock.GetUtcNow() < booted ? "initial" : "healthy";

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(
            PlayedRoll.Of(report, RollClaims.Rolled),
            Is.EqualTo(Finding.Pass("version 7 on the first servers: 2 of 2 servers healthy")));
        Assert.That(played.Clock.GetUtcNow(), Is.GreaterThanOrEqualTo(booted));
    }

    [Test]
    public async Task Roll_AfterAFirstDeploymentWhoseServersNeverGetHealthy_FailsAndUndoesNothing()
    {
        var played = new PlayedRoll(1);
        played.Aws.Launches = "7";
        played.Aws.Launch(1);
        played.Aws.Servers[0].Target = "unhealthy";

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(1));
        Assert.That(
            PlayedRoll.Of(report, RollClaims.Rolled),
            Is.EqualTo(Finding.Fail("version 7: 0 of 1 servers healthy after 35 min")));
        Assert.That(PlayedRoll.Of(report, RollClaims.WentBack), Is.EqualTo(Finding.NotApplicable("no roll failed")));
        Assert.That(played.Aws.Calls, Has.None.Contain("start-instance-refresh").And.None.Contain("update-auto-scaling-group"));
    }

    [Test]
    public async Task Roll_WhileAnAlarmRingsAlready_GoesByTheOtherOne()
    {
        var played = new PlayedRoll();
        played.Aws.Ringing.Add(PlayedRoll.ServerErrors);

        var report = await played.RunAsync();

        Assert.That(played.Aws.LastPreferences, Does.Contain($$"""{"Alarms":["{{PlayedRoll.BalancerErrors}}"]}"""));
        Assert.That(PlayedRoll.Of(report, RollClaims.Quiet).Outcome, Is.EqualTo(Outcome.NotApplicable));
        Assert.That(report.ExitCode, Is.Zero);
    }

    [Test]
    [Requirement("R6")]
    public async Task Roll_ThatAnAlarmEnds_IsBackAtTheFormerVersion_AndSaysWhichRang()
    {
        var played = new PlayedRoll(2);
        played.Aws.Coming.Enqueue(["InProgress", "Baking", "RollbackInProgress", "RollbackSuccessful"]);
        played.Aws.OnCall = _ =>
        {
            if (played.Aws.Refreshes.Any(refresh => refresh.Status == "Baking") && played.Aws.Ringing.Count == 0)
                played.Aws.Ringing.Add(PlayedRoll.ServerErrors);
        };

        var report = await played.RunAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.ExitCode, Is.EqualTo(1));
            Assert.That(
                PlayedRoll.Of(report, RollClaims.WentBack), Is.EqualTo(Finding.Pass("version 6 is back, 2 of 2 servers healthy")));
            Assert.That(PlayedRoll.Of(report, RollClaims.Quiet), Is.EqualTo(Finding.Fail($"{PlayedRoll.ServerErrors} rang")));
            Assert.That((played.Aws.Launches, played.Servers), Is.EqualTo(("6", "6 6")));
            Assert.That(played.Aws.Calls, Has.None.Contain("update-auto-scaling-group"), "the group never had the bad one");
        });
    }

    [Test]
    [Requirement("R6")]
    public async Task Alarm_ThatRangOnTheWayAlone_IsNamed()
    {
        var played = new PlayedRoll(2);
        played.Aws.Coming.Enqueue(["InProgress", "Baking", "InProgress", "Successful"]);
        played.Aws.OnCall = _ =>
        {
            played.Aws.Ringing.Clear();
            if (played.Aws.Refreshes.Any(refresh => refresh.Status == "Baking"))
                played.Aws.Ringing.Add(PlayedRoll.ServerErrors);
        };

        var report = await played.RunAsync();

        Assert.That(PlayedRoll.Of(report, RollClaims.Quiet), Is.EqualTo(Finding.Fail($"{PlayedRoll.ServerErrors} rang")));
        Assert.That(report.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Roll_ThatIsUnderWay_IsJoined_AndHeldAsItsOwn()
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "7", "InProgress", "InProgress", "Baking", "Successful") { MaxHealthy = 150 });
        played.Aws.Suspended.AddRange(["AlarmNotification", "ScheduledActions"]);
        played.Aws.Marks["infra:roll-holds"] = "AlarmNotification+ScheduledActions";

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(played.Aws.Calls, Has.None.Contain("start-instance-refresh"));
        Assert.That(played.Servers, Is.EqualTo("7 7"));
    }

    [Test]
    public async Task Roll_WhileOneToAnotherVersionIsUnderWay_WaitsForItsTurn()
    {
        var played = new PlayedRoll(2);
        played.Aws.Refreshes.Add(new("refresh-1", "5", "InProgress", "InProgress", "Successful"));

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(played.Servers, Is.EqualTo("7 7"));
        Assert.That(report.Former, Is.EqualTo("5"));
    }

    [Test]
    public async Task Roll_ThatAnotherCommandStartsAtTheSameMoment_IsJoined()
    {
        var played = new PlayedRoll();
        var started = false;
        played.Aws.OnCall = command =>
        {
            if (command != "autoscaling start-instance-refresh" || started)
                return;

            started = true;
            played.Aws.Refreshes.Add(new("refresh-1", "7", "Pending", "InProgress", "Successful") { MaxHealthy = 200 });
        };

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(played.Aws.Refreshes, Has.Count.EqualTo(1));
    }

    [Test]
    [Requirement("R8")]
    public async Task Roll_WhereScalingIsFasterThanTheHold_LetsAnOldServerLeaveFirst()
    {
        var played = new PlayedRoll(2);
        played.Aws.OnCall = command =>
        {
            if (command != "autoscaling suspend-processes")
                return;

            played.Aws.Desired = 3;
            played.Aws.Servers.Add(new("i-3", "6"));
        };

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.Zero);
        Assert.That(played.Aws.Refreshes[^1].MaxHealthy, Is.EqualTo(100));
    }

    // They are there at one look, and at the next no more.
    [Test]
    [Requirement("R8")]
    public async Task Roll_WithTooManyServersForAWhile_Fails()
    {
        var played = new PlayedRoll(2);
        var looks = 0;
        played.Aws.OnCall = command =>
        {
            if (command != "autoscaling describe-instance-refreshes" || played.Aws.Refreshes is not [{ IsUnderWay: true }])
                return;

            looks++;
            if (looks == 2)
                played.Aws.Servers.AddRange([new("i-8", "7"), new("i-9", "7")]);
            else if (looks == 3)
                played.Aws.Servers.RemoveAll(server => server.Id is "i-8" or "i-9");
        };

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(1));
        Assert.That(PlayedRoll.Of(report, RollClaims.Ceiling), Is.EqualTo(Finding.Fail("at most 4")));
    }

    [Test]
    public async Task Roll_ThatSucceeded_WithAServerOfTheFormerVersion_Fails()
    {
        var played = new PlayedRoll(2);
        played.Aws.OnCall = _ =>
        {
            if (played.Aws.Refreshes is [{ Status: "Successful" }])
                played.Aws.Servers[0].Version = "6";
        };

        var report = await played.RunAsync();

        Assert.That(
            PlayedRoll.Of(report, RollClaims.Rolled),
            Is.EqualTo(Finding.Fail("AWS says that the roll succeeded, but not all of 2 servers have version 7")));
    }
}

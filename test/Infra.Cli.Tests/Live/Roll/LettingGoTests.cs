using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Who may release what is held, and when: each condition by itself.</summary>
internal sealed class LettingGoTests
{
    private const string Fresh = "20261122T120000Z";
    private const string Old = "20261122T110000Z";
    private const string Released = "Pass: released: AlarmNotification and ScheduledActions";
    private const string Denied = "An error occurred (AccessDenied) when calling the operation: no";
    private const string Left = "NotApplicable: a roll of another command needs it held still";

    // Whose hold it is, since when, and the state of the last roll.
    [TestCase("nobody", null, null, "Pass: nothing is held")]
    [TestCase("nobody", null, "InProgress", "Pass: nothing is held")]
    [TestCase("own", Fresh, null, Released)]
    [TestCase("own", Fresh, "Successful", Released)]
    [TestCase("own", Fresh, "Cancelling", Released)]
    [TestCase("own", Fresh, "RollbackInProgress", Released)]
    [TestCase("own", Fresh, "Pending", $"{Released}, after the roll was cancelled")]
    [TestCase("own", Fresh, "InProgress", $"{Released}, after the roll was cancelled")]
    [TestCase("own", Old, "Baking", $"{Released}, after the roll was cancelled")]
    [TestCase("another", Fresh, null, Left)]
    [TestCase("another", Old, null, Released)]
    [TestCase("another", Old, "InProgress", Left)]
    [TestCase("another", Old, "Failed", Released)]
    [TestCase("joined", Fresh, null, Released)]
    [TestCase("joined", Fresh, "Successful", Released)]
    [TestCase("joined", Fresh, "InProgress", Left)]
    public async Task Hold_IsReleased_OnceNoRollNeedsIt(string whose, string? since, string? status, string seen)
    {
        var played = new PlayedRoll(2);
        var scene = PlayedScene.Of(played);
        if (status is not null)
            played.Aws.Refreshes.Add(new("refresh-1", "7", status));
        if (whose == "own")
            await scene.Hold.HoldAsync(await scene.Cloud.GroupAsync(CancellationToken.None), CancellationToken.None);
        else if (whose == "joined")
            scene.Hold.Yield();
        played.Aws.Suspended.RemoveAll(name => name != "AZRebalance");
        if (since is not null)
            PlayedScene.Hold(played, since);
        var lettingGo = new LettingGo(scene);

        var finding = await lettingGo.RunAsync(CancellationToken.None);

        Assert.That($"{finding.Outcome}: {finding.Seen}", Is.EqualTo(seen));
        Assert.That(lettingGo.HasCancelled, Is.EqualTo(seen.EndsWith("cancelled", StringComparison.Ordinal)));
        Assert.That(
            played.Aws.Calls.Count(call => call.Contains("cancel-instance", StringComparison.Ordinal)),
            Is.EqualTo(lettingGo.HasCancelled ? 1 : 0));
        Assert.That(played.Aws.Marks, Has.Count.EqualTo(seen == Left ? 1 : 0));
    }

    [PlainCase("one\ntwo", "one\\u000atwo")]
    [PlainCase(Denied, $"{Denied} The credentials may not do this: take a profile that may.")]
    public async Task Hold_ThatCanNotBeAskedFor_MayBeLeft_WhichIsOneLine(string error, string why)
    {
        var played = new PlayedRoll();
        played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(255, "", error)]);

        var finding = await new LettingGo(PlayedScene.Of(played)).RunAsync(CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.NotChecked(
            $"scaling may be held still: 'aws autoscaling describe-auto-scaling-groups' failed: {why} "
            + "Run 'infra roll dev' again, which releases it.")));
    }

    [TestCase(3, false, "")]
    [TestCase(2, true, PlayedScene.Both)]
    [TestCase(1, true, PlayedScene.Both)]
    public async Task Launch_ThatIsFirst_IsHeld_AsThisCommands(int servers, bool isOwn, string held)
    {
        var played = new PlayedRoll(servers);
        var scene = PlayedScene.Of(played);
        var group = await scene.Cloud.GroupAsync(CancellationToken.None);

        Assert.That(await scene.Launch.StartAsync(group, "7", alarms: null, CancellationToken.None), Is.EqualTo("refresh-1"));

        Assert.That((scene.Hold.IsOwn, scene.Hold.HasJoined), Is.EqualTo((isOwn, false)));
        Assert.That(string.Join('+', played.Aws.Suspended.Skip(1)), Is.EqualTo(held));
        Assert.That(played.Aws.Refreshes.Single().Version, Is.EqualTo("7"));
    }

    [Test]
    public async Task Launch_AfterScalingWasFaster_IsLast_AndHoldsNothing()
    {
        var played = new PlayedRoll(2);
        var scene = PlayedScene.Of(played);
        var group = await scene.Cloud.GroupAsync(CancellationToken.None);
        played.Aws.OnCall = command =>
        {
            if (command == "autoscaling suspend-processes")
                played.Aws.Launch(3);
        };

        await scene.Launch.StartAsync(group, "7", alarms: null, CancellationToken.None);

        Assert.That((played.Aws.Refreshes.Single().MaxHealthy, scene.Hold.IsOwn), Is.EqualTo((100, false)));
        Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance"]));
    }

    [PlainCase(null, "\"AutoRollback\":false}")]
    [PlainCase("", "\"AutoRollback\":true}")]
    [PlainCase("a b", "\"AutoRollback\":true,\"BakeTime\":360,\"AlarmSpecification\":{\"Alarms\":[\"a\",\"b\"]}}")]
    public async Task Launch_GoesBackByAlarms_WhereItIsToGoBack(string? alarms, string end)
    {
        var played = new PlayedRoll(3);
        var scene = PlayedScene.Of(played);
        var group = await scene.Cloud.GroupAsync(CancellationToken.None);

        await scene.Launch.StartAsync(group, "7", alarms?.Split(' ', StringSplitOptions.RemoveEmptyEntries), CancellationToken.None);

        Assert.That(played.Aws.LastPreferences, Does.Contain("\"InstanceWarmup\":20,").And.EndsWith(end));
    }

    [TestCase("InstanceRefreshInProgress", AwsFault.RefreshInProgress, false, true)]
    [TestCase("AccessDenied", AwsFault.Denied, true, false)]
    public async Task Launch_ThatIsRefused_IsAnothersWhereItWasFaster(string code, AwsFault fault, bool isOwn, bool hasJoined)
    {
        var played = new PlayedRoll();
        var scene = PlayedScene.Of(played);
        var group = await scene.Cloud.GroupAsync(CancellationToken.None);
        played.Aws.Next["autoscaling start-instance-refresh"] = new(
            [new(254, "", $"An error occurred ({code}) when calling the operation: no")]);

        await Assert.ThatAsync(
            () => scene.Launch.StartAsync(group, "7", null, CancellationToken.None),
            Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(fault));
        Assert.That((scene.Hold.IsOwn, scene.Hold.HasJoined), Is.EqualTo((isOwn, hasJoined)));
    }
}

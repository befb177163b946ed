using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>Scaling is held while a server more than wanted may run, and never longer.</summary>
internal sealed class HoldTests
{
    private static readonly string[] Held = ["AlarmNotification", "ScheduledActions"];

    [TestCase(1)]
    [TestCase(2)]
    [Requirement("R8")]
    public async Task Hold_BelowThree_BeginsBeforeTheRoll_AndEndsAfterIt(int servers)
    {
        var played = new PlayedRoll(servers);

        await played.RunAsync();

        var changes = played.Aws.Calls.Select(call => call.Split(' ')[1]).Where(IsChange);
        Assert.That(changes, Is.EqualTo(
            ["create-or-update-tags", "suspend-processes", "start-instance-refresh", "resume-processes", "delete-tags"]));
    }

    [Test]
    public async Task Hold_AtThree_IsNotNeeded()
    {
        var played = new PlayedRoll(3);

        await played.RunAsync();

        Assert.That(played.Aws.Calls.Select(call => call.Split(' ')[1]).Where(IsChange), Is.EqualTo(["start-instance-refresh"]));
    }

    // What somebody has suspended by hand stays theirs.
    [Test]
    public async Task Hold_OfWhatIsSuspendedAlready_LeavesItSo()
    {
        var played = new PlayedRoll();
        played.Aws.Suspended.Add("ScheduledActions");

        await played.Roll.RunAsync(new Progress<Claim>(), _ => { }, CancellationToken.None);

        Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance", "ScheduledActions"]));
        Assert.That(played.Aws.Marks, Is.Empty);
    }

    [TestCase("promote")]
    [TestCase("up")]
    public async Task Hold_ThatAKilledRollHasLeft_IsReleasedByTheNext(string rollout)
    {
        var played = new PlayedRoll(2, rollout);
        played.Aws.Suspended.AddRange(Held);
        played.Aws.Marks["infra:roll-holds"] = $"{string.Join('+', Held)}@20261122T110000Z";

        await played.RunAsync();
    }

    // Another command is about to start its roll, and joined when it has.
    [Test]
    [Requirement("R8")]
    public async Task Hold_ThatAnotherCommandHasJustBegun_IsLeftToIt()
    {
        var played = new PlayedRoll(2);
        played.Aws.Suspended.AddRange(Held);
        played.Aws.Marks["infra:roll-holds"] = $"{string.Join('+', Held)}@20261122T120000Z";
        played.Aws.OnCall = _ =>
        {
            if (played.Aws.Calls.Count == 5)
                played.Aws.Refreshes.Add(new("refresh-1", "7", "Pending", "InProgress", "Successful") { MaxHealthy = 150 });
        };

        await played.RunAsync();

        Assert.That(played.Aws.Refreshes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mark_ThatNamesNothingOfAHold_IsTakenAway()
    {
        var played = new PlayedRoll(3);
        played.Aws.Marks["infra:roll-holds"] = "Launch+nonsense";

        await played.RunAsync();

        Assert.That(played.Aws.Calls, Has.None.Contain("resume-processes"));
    }

    [TestCase("autoscaling create-or-update-tags")]
    [TestCase("autoscaling suspend-processes")]
    [TestCase("autoscaling start-instance-refresh")]
    [TestCase("cloudwatch describe-alarms")]
    public async Task BrokenOff_AtAnyMoment_LeavesNothingHeld(string at)
    {
        var played = new PlayedRoll();

        var sentences = await BrokenOffAsync(played, command => command == at && played.Aws.Calls.Count > 3);

        Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance"]));
        Assert.That(played.Aws.Marks, Is.Empty);
        Assert.That(sentences[^1], Does.StartWith("Scaling: "));
    }

    [Test]
    [Requirement("R8")]
    public async Task BrokenOff_WhileANewServerComesFirst_CancelsTheRoll_SinceScalingCouldAddAFourth()
    {
        var played = new PlayedRoll(2);
        played.Aws.Coming.Enqueue(["InProgress"]);

        var sentences = await BrokenOffAsync(played, _ => played.Shown.Count > 1);

        Assert.That(sentences, Is.EqualTo(
        [
            "The roll was broken off, and is cancelled: scaling can't be held without it. Servers that are new stay so; "
                + "'infra roll dev' goes on with the others.",
            "Scaling: released: AlarmNotification and ScheduledActions, after the roll was cancelled.",
        ]));
        Assert.That(played.Aws.Refreshes.Single().Status, Is.EqualTo("Cancelling"));
    }

    [Test]
    public async Task BrokenOff_WhileAnOldServerLeavesFirst_LetsTheRollGoOn()
    {
        var played = new PlayedRoll(3);
        played.Aws.Coming.Enqueue(["InProgress"]);

        var sentences = await BrokenOffAsync(played, _ => played.Shown.Count > 1);

        Assert.That(sentences, Is.EqualTo(
        [
            "No longer waiting. A roll that is under way goes on without this command: 'infra roll dev' waits for it again.",
            "Scaling: nothing is held.",
        ]));
        Assert.That(played.Aws.Refreshes.Single().Status, Is.EqualTo("InProgress"));
    }

    [Test]
    public async Task BrokenOff_WhereAwsCanNotBeAsked_SaysHowToRelease()
    {
        var played = new PlayedRoll();
        played.Aws.Coming.Enqueue(["InProgress"]);

        var sentences = await BrokenOffAsync(played, _ =>
        {
            if (played.Shown.Count < 2)
                return false;

            played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(255, "", "Unable to locate credentials")]);
            return true;
        });

        Assert.That(
            sentences[^1],
            Does.StartWith("scaling may be held still: ").And.EndsWith("Run 'infra roll dev' again, which releases it."));
    }

    private static async Task<IReadOnlyList<string>> BrokenOffAsync(PlayedRoll played, Predicate<string> isTheMoment)
    {
        using var breaking = new CancellationTokenSource();
        played.Aws.OnCall = command =>
        {
            if (!breaking.IsCancellationRequested && isTheMoment(command))
                breaking.Cancel();
        };

        await Assert.ThatAsync(() => played.RunAsync(breaking.Token), Throws.InstanceOf<OperationCanceledException>());

        return await played.Roll.AftermathAsync();
    }

    private static bool IsChange(string command) => !command.StartsWith("describe", StringComparison.Ordinal);
}

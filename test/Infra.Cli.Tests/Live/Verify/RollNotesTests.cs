using Infra.Cli.Live.Verify;
using Infra.Cli.Tests.Live.Roll;

namespace Infra.Cli.Tests.Live.Verify;

internal sealed class RollNotesTests
{
    private const string Waits =
        "Version 7 of the launch template is prepared and waits; the servers run version 6: 'infra roll dev' rolls it out.";

    [Test]
    public async Task Version_ThatWaits_IsSaid() => Assert.That(await NotesAsync(new PlayedRoll()), Is.EqualTo([Waits]));

    // What the stack said when it was deployed is old after a roll.
    [Test]
    public async Task Version_ThatWasRolledSince_IsNot()
    {
        var played = new PlayedRoll();
        played.Aws.Launches = "7";

        Assert.That(await NotesAsync(played), Is.Empty);
    }

    [Test]
    public async Task Roll_ThatIsUnderWay_IsSaid_AndItsHoldLeft()
    {
        var played = Held("AlarmNotification+ScheduledActions@20261122T110000Z");
        played.Aws.Refreshes.Add(new("refresh-1", "7", "InProgress") { MaxHealthy = 200 });

        Assert.That(
            await NotesAsync(played),
            Is.EqualTo(["A roll of the servers is under way (InProgress): 'infra roll dev' waits for it."]));
        Assert.That(played.Aws.Suspended, Does.Contain("AlarmNotification"));
    }

    [Test]
    public async Task Hold_ThatAKilledRollHasLeft_IsReleased()
    {
        var played = Held("AlarmNotification+ScheduledActions@20261122T110000Z");

        Assert.That(await NotesAsync(played), Is.EqualTo(["A roll that was killed had left scaling held. It is released.", Waits]));
        Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance"]));
        Assert.That(played.Aws.Marks, Is.Empty);
    }

    [Test]
    public async Task Hold_OfARollThatIsAboutToStart_IsLeft()
    {
        var played = Held("AlarmNotification+ScheduledActions@20261122T120000Z");

        Assert.That(await NotesAsync(played), Is.EqualTo([Waits]));
        Assert.That(played.Aws.Suspended, Does.Contain("AlarmNotification"));
    }

    [Test]
    public async Task Version_WhereAwsCanNotBeAsked_IsWhatTheStackSaid()
    {
        var played = new PlayedRoll();
        played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(255, "", "Unable to locate credentials")]);

        Assert.That(
            await NotesAsync(played), Is.EqualTo([$"{Waits} That is as of the last 'pulumi up': AWS was not asked."]));
    }

    [Test]
    public async Task Version_ThatWasProven_IsNoNote_WhereAwsCanNotBeAsked()
    {
        var played = new PlayedRoll();
        played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(255, "", "Unable to locate credentials")]);

        var outputs = played.Outputs with { ProvenVersion = played.Outputs.PreparedVersion };
        Assert.That(await new RollNotes(played.Aws, played.Clock).OfAsync("dev", outputs, CancellationToken.None), Is.Empty);
    }

    private static Task<IReadOnlyList<string>> NotesAsync(PlayedRoll played) =>
        new RollNotes(played.Aws, played.Clock).OfAsync("dev", played.Outputs, CancellationToken.None);

    private static PlayedRoll Held(string mark)
    {
        var played = new PlayedRoll();
        played.Aws.Suspended.AddRange(["AlarmNotification", "ScheduledActions"]);
        played.Aws.Marks["infra:roll-holds"] = mark;
        return played;
    }
}

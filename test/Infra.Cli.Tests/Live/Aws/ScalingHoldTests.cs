using Infra.Cli.Live.Aws;
using Infra.Cli.Tests.Live.Roll;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>What is held, by whom and since when: by the mark on the group alone; and in which order it is held and released.</summary>
internal sealed class ScalingHoldTests
{
    private const string Both = "AlarmNotification+ScheduledActions";
    private const string Mark = "ResourceId=fleet-group,ResourceType=auto-scaling-group,Key=infra:roll-holds";

    private AnsweringTool _tool = null!;
    private ScalingHold _hold = null!;

    [SetUp]
    public void NothingHeldYet()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        _tool = new("");
        _hold = new(new(new(_tool, "eu-west-1", time), new PlayedRoll().Outputs), time);
    }

    [TestCase(null, "")]
    [TestCase("", "")]
    [TestCase("Launch+nonsense", "")]
    [TestCase(Both, Both)]
    [TestCase($"{Both}@20261122T120000Z", Both)]
    [TestCase("ScheduledActions+AlarmNotification@20261122T120000Z", Both)]
    [TestCase("ScheduledActions@20261122T120000Z", "ScheduledActions")]
    [TestCase("Launch+AlarmNotification@x", "AlarmNotification")]
    [TestCase("@AlarmNotification", "")]
    [TestCase("alarmnotification", "")]
    public void Mark_NamesWhatIsHeld(string? mark, string held) =>
        Assert.That(string.Join('+', ScalingHold.HeldIn(Marked(mark))), Is.EqualTo(held));

    [Test]
    public void Mark_IsTheTagOfThatName_AmongOthers() => Assert.That(
        ScalingHold.HeldIn(Marked(null) with
        {
            Tags = [new("infra:roll-hold", "AlarmNotification"), new(ScalingHold.Tag, "ScheduledActions"), new("Name", "web")],
        }),
        Is.EqualTo(["ScheduledActions"]));

    // It is 12:00.
    [TestCase(null, false)]
    [TestCase(Both, false)]
    [TestCase($"{Both}@20261122T120000Z", true)]
    [TestCase($"{Both}@20261122T115901Z", true)]
    [TestCase($"{Both}@20261122T115900Z", false)]
    [TestCase($"{Both}@20261122T110000Z", false)]
    [TestCase($"{Both}@20261122T120500Z", true, Description = "another machine's clock")]
    [TestCase($"{Both}@20261122T120000", false)]
    [TestCase($"{Both}@2026-11-22T12:00:00Z", false)]
    [TestCase($"{Both}@now", false)]
    [TestCase($"{Both}@", false)]
    [TestCase($"{Both}@20261122T120000Z@20261122T120000Z", false)]
    public void Hold_IsFresh_ForAMinute(string? mark, bool isFresh) =>
        Assert.That(_hold.IsFresh(Marked(mark)), Is.EqualTo(isFresh));

    // What is marked already, what is suspended, and what is then marked and suspended, in this order.
    [TestCase(null, "", Both)]
    [TestCase(null, "Launch", Both)]
    [TestCase(null, "ScheduledActions", "AlarmNotification")]
    [TestCase(null, "AlarmNotification", "ScheduledActions")]
    [TestCase(null, "AlarmNotification ScheduledActions", null, Description = "somebody else has suspended all")]
    [TestCase("ScheduledActions", "ScheduledActions", "ScheduledActions+AlarmNotification")]
    [TestCase(Both, "AlarmNotification ScheduledActions", Both)]
    public async Task Hold_MarksFirst_AndLeavesToOthersWhatTheyHaveSuspended(string? mark, string suspended, string? held)
    {
        await _hold.HoldAsync(Marked(mark, suspended), CancellationToken.None);

        Assert.That((_hold.IsOwn, _hold.HasJoined), Is.EqualTo((true, false)));
        Assert.That(_tool.Asked, Is.EqualTo(Holding(held)));
    }

    [TestCase(null, "", Both)]
    [TestCase("Launch", "", Both)]
    [TestCase(Both, "AlarmNotification ScheduledActions", null)]
    [TestCase("ScheduledActions", "ScheduledActions", null)]
    public async Task Joining_Holds_WhereTheRollHasLostIt(string? mark, string suspended, string? held)
    {
        await _hold.JoinAsync(Marked(mark, suspended), CancellationToken.None);

        Assert.That((_hold.IsOwn, _hold.HasJoined), Is.EqualTo((false, true)));
        Assert.That(_tool.Asked, Is.EqualTo(Holding(held)));
    }

    [Test]
    public async Task Yielding_LeavesWhatIsHeld_ToAnother()
    {
        Assert.That((_hold.IsOwn, _hold.HasJoined), Is.EqualTo((false, false)));
        await _hold.HoldAsync(Marked(null), CancellationToken.None);

        _hold.Yield();

        Assert.That((_hold.IsOwn, _hold.HasJoined), Is.EqualTo((false, true)));
    }

    [TestCase("Launch", "")]
    [TestCase("", "")]
    [TestCase("ScheduledActions@20261122T120000Z", "ScheduledActions")]
    [TestCase($"{Both}@20261122T120000Z", "AlarmNotification ScheduledActions")]
    public async Task Release_TakesTheMarkLast(string mark, string held)
    {
        await _hold.HoldAsync(Marked(null), CancellationToken.None);
        _tool.Calls.Clear();

        var released = await _hold.ReleaseAsync(Marked(mark), CancellationToken.None);

        string[] resumed = held == "" ? [] : [$"{Processes("resume")} {held}"];
        Assert.That(string.Join(' ', released), Is.EqualTo(held));
        Assert.That(_tool.Asked, Is.EqualTo([.. resumed, $"autoscaling delete-tags --tags {Mark}"]));
        Assert.That(_hold.IsOwn, Is.False);
    }

    [Test]
    public async Task Release_WithoutAMark_ChangesNothing()
    {
        Assert.That(await _hold.ReleaseAsync(Marked(null, "AlarmNotification ScheduledActions"), CancellationToken.None), Is.Empty);
        Assert.That(_tool.Calls, Is.Empty);
    }

    private static IEnumerable<string> Holding(string? held) => held is null
        ? []
        : [
            $"autoscaling create-or-update-tags --tags {Mark},Value={held}@20261122T120000Z,PropagateAtLaunch=false",
            $"{Processes("suspend")} {held.Replace('+', ' ')}",
        ];

    private static string Processes(string what) =>
        $"autoscaling {what}-processes --auto-scaling-group-name fleet-group --scaling-processes";

    private static GroupAnswer Marked(string? mark, string suspended = "") => new(
        "fleet-group", 1, 3, 1, [],
        [.. suspended.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new SuspendedProcess(name))])
    {
        Tags = mark is null ? [] : [new(ScalingHold.Tag, mark)],
    };
}

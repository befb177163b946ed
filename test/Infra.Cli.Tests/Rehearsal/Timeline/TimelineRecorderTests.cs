using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;
using Infra.Cli.Tests.Rehearsal.Script;

namespace Infra.Cli.Tests.Rehearsal.Timeline;

/// <summary>What a recorder writes down of a stack: the committed ones on a virtual clock, and looks made by hand.</summary>
internal sealed class TimelineRecorderTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Test]
    public async Task BrokenServer_IsSeenFromItsFailureToItsReplacement()
    {
        var stack = new SimulatedStack(await Declarations.Of("dev"), ServerModel.Default);
        stack.Break("i-1");
        await stack.PassAsync(TimeSpan.FromMinutes(5), CancellationToken.None);

        var timeline = TimelineOf(stack);

        Assert.That(
            timeline.Samples.Select(sample => (sample.At.TotalSeconds, sample.Servers)).DistinctBy(sample => sample.Servers),
            Is.EqualTo(
            [
                (0, new ServerCounts(1, 0, 0, 0, 0)),
                (20, new ServerCounts(0, 0, 0, 1, 0)),
                (60, new ServerCounts(0, 0, 1, 0, 1)),
                (90, new ServerCounts(0, 0, 1, 0, 0)),
            ]));
        Assert.That(timeline.Samples[^1].Servers, Is.EqualTo(new ServerCounts(1, 0, 0, 0, 0)), "replaced");
        Assert.That(timeline.Marks, Is.EqualTo([new TimelineMark(TimeSpan.Zero, "i-1 refuses connections")]));
    }

    [Test]
    public async Task RollOfOneServer_KeepsItUntilItsReplacementIsReady()
    {
        var stack = new SimulatedStack(await Declarations.Of("dev"), ServerModel.Default);
        stack.Roll();
        await stack.PassAsync(TimeSpan.FromMinutes(15), CancellationToken.None);

        var timeline = TimelineOf(stack);

        Assert.That(timeline.Samples.Select(sample => sample.Servers), Does.Contain(new ServerCounts(0, 1, 1, 0, 0)));
        Assert.That((timeline.FewestServing, timeline.HighestCapacity), Is.EqualTo((1, 2)));
        Assert.That(timeline.Samples.Any(sample => sample.IsRolling), Is.True);
        Assert.That(timeline.Samples[^1].IsRolling, Is.False);
    }

    [Test]
    public async Task Drill_IsTheSameInTheTimelineAsInTheReport([Values("dev", "prod")] string name)
    {
        var declared = await Declarations.Of(name);

        var report = await declared.RehearseAsync();

        var timeline = report.Timeline;
        Assert.That(timeline.HighestCapacity, Is.EqualTo(report.Events.Max(drilled => drilled.HighestCapacity)));
        Assert.That(timeline.MostRunning, Is.EqualTo(report.Events.Max(drilled => drilled.MostRunning)));
        Assert.That(timeline.FewestServing, Is.EqualTo(report.Events.Min(drilled => drilled.FewestHealthy)));
        Assert.That(timeline.Failed, Is.EqualTo(report.Events.Sum(drilled => drilled.Loss.Requests.Failed)).Within(2));
        Assert.That(timeline.Samples.Max(sample => sample.Cpu), Is.GreaterThan(timeline.CpuTarget!.High));
        foreach (var drilled in report.Events)
            Assert.That(timeline.Marks.Select(mark => mark.Text), Has.Some.StartsWith(drilled.Name));
    }

    // Those words are the group's: whoever changes them changes what is marked.
    [Test]
    public async Task Marks_OfADrill_TellWhatTheGroupDecided()
    {
        var report = await (await Declarations.Of("prod")).RehearseAsync();

        var texts = report.Timeline.Marks.Select(mark => mark.Text).ToList();
        foreach (var part in new[] { "desired capacity 2 -> 3", "instance refresh failed: ", "refuses connections", "eu-west-1a back" })
            Assert.That(texts, Has.Some.Contains(part));
        Assert.That(texts, Has.None.Contains(" launched in"));
    }

    [Test]
    public async Task Figures_AreTakenAtTheInterval_AndServersAtOnce()
    {
        var recorder = await RecorderAsync(TimeSpan.FromSeconds(10));

        recorder.Look(View(0, load: 1), 0);
        recorder.Look(View(4, load: 2), 3);
        recorder.Look(View(9, load: 3, TargetState.Unhealthy), 5);
        recorder.Look(View(12, load: 4, TargetState.Unhealthy), 6);
        recorder.Look(View(19, load: 5, TargetState.Unhealthy), 9);
        recorder.Look(View(40, load: 5, TargetState.Unhealthy), 9);

        var timeline = recorder.Timeline(Start, Start, Start.AddSeconds(60), []);
        Assert.That(
            timeline.Samples.Select(sample => (sample.At.TotalSeconds, sample.Load, sample.Failed)),
            Is.EqualTo([(0, 1, 0), (9, 3, 5), (19, 5, 4)]));
    }

    [Test]
    public async Task Window_BeginsAsTheStackStoodThen()
    {
        var recorder = await RecorderAsync(TimeSpan.Zero);
        recorder.Look(View(0, load: 1), 7);
        recorder.Look(View(10, load: 2), 9);
        recorder.Look(View(30, load: 3), 10);
        StackEvent[] events = [new(Start.AddSeconds(5), "server", "i-1 hangs", 1), new(Start.AddSeconds(25), "server", "i-2 hangs", 1)];

        var timeline = recorder.Timeline(Start, Start.AddSeconds(20), Start.AddSeconds(40), events);

        Assert.That(
            timeline.Samples.Select(sample => (sample.At.TotalSeconds, sample.Load, sample.Failed)), Is.EqualTo([(20, 2, 0), (30, 3, 1)]));
        Assert.That(timeline.Marks, Is.EqualTo([new TimelineMark(TimeSpan.FromSeconds(25), "i-2 hangs")]));
    }

    [Test]
    public async Task ServerThatNeverAnswers_Starts_UntilItsGracePeriodIsOver()
    {
        var declared = await Declarations.Of("dev");
        var recorder = new TimelineRecorder(declared, isFast: true, TimeSpan.Zero);
        var over = declared.Group.HealthCheckGracePeriod.TotalSeconds + 10;

        recorder.Look(View(over - 1, load: 0, TargetState.Unhealthy), 0);
        recorder.Look(View(over, load: 0, TargetState.Unhealthy), 0);

        Assert.That(
            recorder.Timeline(Start, Start, Start.AddSeconds(over), []).Samples.Select(sample => sample.Servers),
            Is.EqualTo([new ServerCounts(0, 0, 1, 0, 0), new ServerCounts(0, 0, 0, 1, 0)]));
    }

    private static async Task<TimelineRecorder> RecorderAsync(TimeSpan interval) =>
        new(await Declarations.Of("dev"), isFast: false, interval);

    private static StackView View(double seconds, double load, TargetState health = TargetState.Healthy) => new()
    {
        Time = Start.AddSeconds(seconds),
        MinSize = 1,
        MaxSize = 3,
        DesiredCapacity = 1,
        IsRolling = false,
        Servers = [new("i-1", "eu-west-1a", 1, LifecycleState.InService, health, Start)],
        LostZones = [],
        Cpu = null,
        RequestsPerSecond = 0,
        Load = load,
    };

    private static RehearsalTimeline TimelineOf(SimulatedStack stack) =>
        stack.Recorder.Timeline(Start, Start, stack.View.Time, stack.Events);
}

using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>Writes down how a running stack stands, look by look. Members may be called from any thread.</summary>
/// <param name="declared">What the stack declares.</param>
/// <param name="isFast">Whether it runs on a virtual clock.</param>
/// <param name="interval">
/// How often figures are written down that change all the time, in AWS's time; each change without one. Servers that change always are.
/// </param>
internal sealed class TimelineRecorder(RehearsedStack declared, bool isFast, TimeSpan interval)
{
    // As many as a day of AWS's time at the usual speed has; of a longer one the oldest are dropped.
    private const int MostSamples = 20_000;

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset Time, TimelineSample Sample)> _samples = [];
    private readonly HashSet<string> _wereHealthy = [];
    private (DateTimeOffset Time, TimelineSample Sample)? _last;
    private long _failed;

    /// <summary>Looks once more.</summary>
    /// <param name="view">How the stack stands.</param>
    /// <param name="failed">The requests that have failed so far.</param>
    public void Look(StackView view, long failed)
    {
        lock (_lock)
        {
            var sample = SampleOf(view, failed - _failed);
            if (_last is { } last && !IsNew(sample, last.Sample, view.Time - last.Time))
                return;

            _failed = failed;
            _last = (view.Time, sample);
            _samples.Enqueue(_last.Value);
            if (_samples.Count > MostSamples)
                _samples.Dequeue();
        }
    }

    /// <summary>What has been written down of a span.</summary>
    /// <param name="start">What its moments count from.</param>
    /// <param name="from">Where the span begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="events">The stack's log.</param>
    public RehearsalTimeline Timeline(DateTimeOffset start, DateTimeOffset from, DateTimeOffset to, IEnumerable<StackEvent> events)
    {
        lock (_lock)
        {
            return new()
            {
                StackName = declared.StackName,
                IsFast = isFast,
                From = from - start,
                To = to - start,
                MinSize = declared.Group.MinSize,
                MaxSize = declared.Group.MaxSize,
                CpuTarget = TrackedTarget.Of(declared.Group, TrackedMetric.AverageCpu),
                RequestsTarget = TrackedTarget.Of(declared.Group, TrackedMetric.RequestsPerTarget),
                Samples = Within(start, from, to),
                Marks = [.. TimelineMarks.Of(events.Where(told => told.Time <= to), start).Where(mark => mark.At >= from - start)],
            };
        }
    }

    // How it stood when the span began is the last of what is older.
    private List<TimelineSample> Within(DateTimeOffset start, DateTimeOffset from, DateTimeOffset to)
    {
        var before = _samples.Where(taken => taken.Time < from).Select(taken => taken.Sample with { At = from - start, Failed = 0 });
        var within = _samples.Where(taken => taken.Time >= from && taken.Time <= to)
            .Select(taken => taken.Sample with { At = taken.Time - start });
        return [.. before.TakeLast(1).Concat(within)];
    }

    private bool IsNew(TimelineSample sample, TimelineSample last, TimeSpan since) =>
        sample.Servers != last.Servers
        || sample.IsRolling != last.IsRolling
        || (since >= interval && (sample.Failed > 0 || sample with { At = last.At, Failed = last.Failed } != last));

    private TimelineSample SampleOf(StackView view, long failed) => new()
    {
        At = TimeSpan.Zero,
        Servers = CountsOf(view),
        IsRolling = view.IsRolling,
        Load = view.Load,
        Arriving = view.RequestsPerSecond,
        Cpu = view.Cpu,
        RequestsPerServer = view.RequestsPerServer,
        Failed = failed,
    };

    private ServerCounts CountsOf(StackView view)
    {
        foreach (var server in view.Servers.Where(server => server.Health == TargetState.Healthy))
            _wereHealthy.Add(server.Id);

        int healthy = 0, outgoing = 0, starting = 0, unhealthy = 0, leaving = 0;
        foreach (var server in view.Servers)
        {
            if (server.Lifecycle == LifecycleState.Terminating)
                leaving++;
            else if (server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy })
                _ = server.IsOutgoing ? outgoing++ : healthy++;
            else if (IsStarting(server, view.Time))
                starting++;
            else
                unhealthy++;
        }

        return new(healthy, outgoing, starting, unhealthy, leaving);
    }

    // The group does not look at checks that fail in the grace period:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html.
    private bool IsStarting(ServerView server, DateTimeOffset now) =>
        !_wereHealthy.Contains(server.Id) && now - server.LaunchedAt < declared.Group.HealthCheckGracePeriod + ServerPool.LaunchTime;
}

using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>
/// The figures of the past two minutes of this machine's time, for a page that is opened later. It looks by itself until the server stops.
/// </summary>
internal sealed class PageHistory(IRunningStack stack, PageInfo info)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly int MostPoints = (int)(PagePlot.Span / Interval);

    private readonly Lock _lock = new();
    private readonly Queue<(long At, PagePoint Point)> _points = [];

    /// <summary>What has been seen, the oldest first.</summary>
    public IReadOnlyList<PagePoint> Points
    {
        get
        {
            lock (_lock)
                return [.. _points.Select(seen => seen.Point with { SecondsAgo = SecondsSince(seen.At) })];
        }
    }

    /// <summary>Looks every second.</summary>
    public async Task WatchAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Look();
            await Task.Delay(Interval, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static double SecondsSince(long timestamp) => TimeProvider.System.GetElapsedTime(timestamp).TotalSeconds;

    private void Look()
    {
        var traffic = info.Traffic;
        var point = new PagePoint(
            0, traffic.RequestsPerSecond, traffic.Latency99?.TotalMilliseconds, traffic.ErrorsPerSecond, stack.View.Cpu);
        lock (_lock)
        {
            _points.Enqueue((TimeProvider.System.GetTimestamp(), point));
            if (_points.Count > MostPoints)
                _points.Dequeue();
        }
    }
}

/// <summary>Figures of a moment on the page.</summary>
/// <param name="SecondsAgo">How long it has been, in this machine's time.</param>
/// <param name="RequestsPerSecond">Requests answered.</param>
/// <param name="Latency99">In milliseconds; none when there was no request.</param>
/// <param name="ErrorsPerSecond">Requests that failed.</param>
/// <param name="Cpu">Of the group, in percent; none before the first minute is over.</param>
internal sealed record PagePoint(double SecondsAgo, double RequestsPerSecond, double? Latency99, double ErrorsPerSecond, double? Cpu);

using System.Diagnostics;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>Counts answers.</summary>
internal sealed class TrafficMeter
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly long[] _byClass = new long[6];
    private readonly (long At, TimeSpan Latency)[] _latest = new (long, TimeSpan)[1024];
    private long _requests;
    private long _errors;

    /// <summary>Counts one.</summary>
    /// <param name="status">Its status code.</param>
    /// <param name="isOwnError">Whether it is an error of the load balancer and not the answer of a server.</param>
    /// <param name="startedAt">When the request came, as <see cref="Stopwatch.GetTimestamp"/> has it.</param>
    public void Count(int status, bool isOwnError, long startedAt)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _latest[_requests++ % _latest.Length] = (now, Stopwatch.GetElapsedTime(startedAt, now));
            _byClass[Math.Clamp(status / 100, 1, 5)]++;
            if (isOwnError)
                _errors++;
        }
    }

    /// <summary>What has been counted up to now.</summary>
    public Traffic Read()
    {
        // Copied under the lock and sorted outside it, since every answer waits for the lock.
        (long At, TimeSpan Latency)[] latest;
        long[] byClass;
        long requests, errors;
        lock (_gate)
        {
            (requests, errors) = (_requests, _errors);
            byClass = [.. _byClass];
            latest = [.. _latest.AsSpan(0, (int)Math.Min(_requests, _latest.Length))];
        }

        var latencies = latest
            .Where(answer => Stopwatch.GetElapsedTime(answer.At) <= Memory)
            .Select(answer => answer.Latency)
            .Order()
            .ToArray();
        return new()
        {
            Requests = requests,
            Status2xx = byClass[2],
            Status3xx = byClass[3],
            Status4xx = byClass[4],
            Status5xx = byClass[5],
            Errors = errors,
            MedianLatency = Percentile(latencies, 0.5),
            Latency99 = Percentile(latencies, 0.99),
        };
    }

    private static TimeSpan? Percentile(TimeSpan[] ordered, double share) =>
        ordered.Length == 0 ? null : ordered[(int)Math.Ceiling(ordered.Length * share) - 1];
}

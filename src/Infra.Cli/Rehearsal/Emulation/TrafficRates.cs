using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>What clients get of a load balancer on this machine, as rates.</summary>
/// <param name="balancer">The load balancer.</param>
/// <param name="time">What the rates are measured by.</param>
internal sealed class TrafficRates(LocalLoadBalancer balancer, TimeProvider time) : ITrafficView
{
    // Short enough to see a server fail, long enough for a steady figure.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly LossTally _tally = new();
    private readonly Queue<(long Timestamp, Traffic Traffic)> _samples = [];

    public double RequestsPerSecond => Rate(traffic => traffic.Requests);

    public double BlockedPerSecond => Rate(traffic => traffic.Blocked);

    public string? Blocking => balancer.Firewall.Rules.Blocking;

    public double ErrorsPerSecond => Rate(traffic => traffic.Status5xx);

    public long Errors => balancer.Traffic.Status5xx;

    public IReadOnlyList<TroubleLoss> Losses
    {
        get
        {
            lock (_lock)
                return _tally.Losses;
        }
    }

    public TimeSpan? MedianLatency => balancer.Traffic.MedianLatency;

    public TimeSpan? Latency99 => balancer.Traffic.Latency99;

    /// <summary>Takes note of what the stack goes through now.</summary>
    public void Look(StackTrouble trouble, DateTimeOffset at)
    {
        lock (_lock)
        {
            var traffic = balancer.Traffic;
            _tally.Look(trouble, at, new(traffic.Requests, traffic.Status5xx, 0));
        }
    }

    private double Rate(Func<Traffic, long> count)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var traffic = balancer.Traffic;
            _samples.Enqueue((now, traffic));
            while (_samples.Count > 2 && time.GetElapsedTime(_samples.Peek().Timestamp, now) > Window)
                _samples.Dequeue();

            var (since, before) = _samples.Peek();
            var seconds = time.GetElapsedTime(since, now).TotalSeconds;
            return seconds > 0 ? (count(traffic) - count(before)) / seconds : 0;
        }
    }
}

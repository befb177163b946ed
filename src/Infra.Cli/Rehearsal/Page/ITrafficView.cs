using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>
/// What clients get of the load balancer. Rates and latencies are of the last seconds, in this machine's time. Members may be called from
/// any thread.
/// </summary>
internal interface ITrafficView
{
    /// <summary>Requests answered.</summary>
    double RequestsPerSecond { get; }

    /// <summary>Requests that the firewall kept from the load balancer.</summary>
    double BlockedPerSecond { get; }

    /// <summary>Why the firewall blocks the load now, and what to do about it; none while it lets it in.</summary>
    string? Blocking { get; }

    /// <summary>Requests answered with a 5xx, or not at all.</summary>
    double ErrorsPerSecond { get; }

    /// <summary>The same since the start.</summary>
    long Errors { get; }

    /// <summary>Those errors by what the stack was going through.</summary>
    IReadOnlyList<TroubleLoss> Losses { get; }

    /// <summary>What half of the requests took at most; none when there was no request.</summary>
    TimeSpan? MedianLatency { get; }

    /// <summary>What 99 % of the requests took at most; none when there was no request.</summary>
    TimeSpan? Latency99 { get; }
}

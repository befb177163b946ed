namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>What the load balancer has answered since it started.</summary>
internal sealed record Traffic
{
    public required long Requests { get; init; }

    public required long Status2xx { get; init; }

    public required long Status3xx { get; init; }

    public required long Status4xx { get; init; }

    public required long Status5xx { get; init; }

    /// <summary>Errors of its own, not a server's: CloudWatch's <c>HTTPCode_ELB_4XX_Count</c> and <c>HTTPCode_ELB_5XX_Count</c>.</summary>
    public required long Errors { get; init; }

    /// <summary>What the firewall has kept from it, which is not in the others.</summary>
    public long Blocked { get; init; }

    /// <summary>
    /// How long half of the latest requests took at most, in this machine's time; none if there were none in the last five seconds.
    /// </summary>
    public required TimeSpan? MedianLatency { get; init; }

    /// <summary>How long 99 of 100 of them took at most.</summary>
    public required TimeSpan? Latency99 { get; init; }
}

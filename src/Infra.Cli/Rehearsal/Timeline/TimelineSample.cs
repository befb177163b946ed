namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>How a stack stands from one moment until the next sample.</summary>
internal sealed record TimelineSample
{
    /// <summary>The moment, in AWS's time since the rehearsal began.</summary>
    public required TimeSpan At { get; init; }

    public required ServerCounts Servers { get; init; }

    /// <summary>Whether a new version is replacing servers, or the former one is put back.</summary>
    public required bool IsRolling { get; init; }

    /// <summary>Requests a second that the rehearsal sends.</summary>
    public required double Load { get; init; }

    /// <summary>Requests a second that arrive at the load balancer: fewer where a firewall blocks some.</summary>
    public required double Arriving { get; init; }

    /// <summary>The average processor load of the group's last minute, in percent; none without one.</summary>
    public required double? Cpu { get; init; }

    /// <summary>The requests of the last minute for each server; none without one.</summary>
    public required double? RequestsPerServer { get; init; }

    /// <summary>The requests that have failed since the sample before.</summary>
    public required long Failed { get; init; }
}

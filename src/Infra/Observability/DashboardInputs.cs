namespace Infra.Observability;

/// <summary>What the dashboard shows.</summary>
public sealed record DashboardInputs
{
    /// <summary>The region of the metrics.</summary>
    public required string Region { get; init; }

    /// <summary>The name of the group of servers.</summary>
    public required string GroupName { get; init; }

    /// <summary>The end of the load balancer's ARN.</summary>
    public required string LoadBalancer { get; init; }

    /// <summary>The end of the target group's ARN.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>The fewest servers: a line in the chart of the group.</summary>
    public required int MinServers { get; init; }

    /// <summary>The most servers: a line in the chart of the group.</summary>
    public required int MaxServers { get; init; }

    /// <summary>The CPU load to hold, in percent: a line in the chart of the load.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>The slowest response that is still fine: a line in the chart of response times.</summary>
    public required TimeSpan SlowResponse { get; init; }

    /// <summary>For the widget that shows each one's state.</summary>
    public required IReadOnlyList<string> AlarmArns { get; init; }
}

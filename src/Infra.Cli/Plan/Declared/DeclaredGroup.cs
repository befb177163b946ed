using Infra.Cli.Plan.Graph;
using Infra.Servers;

namespace Infra.Cli.Plan.Declared;

/// <summary>An Auto Scaling group.</summary>
internal sealed record DeclaredGroup : INamed
{
    public required string Name { get; init; }

    /// <summary>What its servers start from; none if that is not of the stack.</summary>
    public DeclaredLaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>The target groups of the stack that its servers register with.</summary>
    public IReadOnlyList<DeclaredTargetGroup> TargetGroups { get; init; } = [];

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    /// <summary>What the group starts with; the minimum unless the stack sets it.</summary>
    public required int DesiredCapacity { get; init; }

    /// <summary>The ids of its subnets; none unless set.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The availability zones of its subnets.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Whether it replaces servers that fail the load balancer's check, not only those whose machine is broken.</summary>
    public required bool FollowsLoadBalancerHealth { get; init; }

    /// <summary>How long a new server's health is not looked at.</summary>
    public required TimeSpan HealthCheckGracePeriod { get; init; }

    /// <summary>How long a new server does not count in the group's metrics.</summary>
    public required TimeSpan InstanceWarmup { get; init; }

    /// <summary>The instance maintenance policy; none if the stack has none.</summary>
    public required DeclaredPercentages? Maintenance { get; init; }

    /// <summary>What a roll keeps to; none when the stack declares no instance refresh.</summary>
    public required DeclaredRefresh? Refresh { get; init; }

    /// <summary>What <c>pulumi up</c> does with a new version of the launch template.</summary>
    public Rollout Rollout { get; init; }

    /// <summary>The group's processes that are suspended, e.g. <c>AZRebalance</c>.</summary>
    public required IReadOnlyList<string> SuspendedProcesses { get; init; }

    /// <summary>The target tracking policies.</summary>
    public required IReadOnlyList<DeclaredTracking> Tracking { get; init; }

    /// <summary>The names of its other scaling policies.</summary>
    public IReadOnlyList<string> OtherPolicies { get; init; } = [];
}

/// <summary>How far a replacement may shrink and grow the group, in percent of its desired capacity.</summary>
/// <param name="MinHealthy">0 to 100.</param>
/// <param name="MaxHealthy">100 to 200.</param>
internal sealed record DeclaredPercentages(int MinHealthy, int MaxHealthy);

/// <summary>An instance refresh.</summary>
/// <param name="Percentages">Its own; none when those of the maintenance policy hold.</param>
/// <param name="InstanceWarmup">How long it waits after a replacement before the next; the group's when not set.</param>
internal sealed record DeclaredRefresh(DeclaredPercentages? Percentages, TimeSpan InstanceWarmup)
{
    /// <summary>Where it pauses until the new servers are ready, in percent of the group, ascending; none unless set.</summary>
    public IReadOnlyList<int> Checkpoints { get; init; } = [];

    /// <summary>The alarms of the stack that end it when they ring.</summary>
    public IReadOnlyList<DeclaredAlarm> Alarms { get; init; } = [];
}

/// <summary>An alarm on one metric.</summary>
/// <param name="Name">As CloudWatch has it.</param>
/// <param name="Metric">E.g. <c>HTTPCode_Target_5XX_Count</c>; none if it looks at several, or at an expression.</param>
/// <param name="Threshold">Above which it rings.</param>
internal sealed record DeclaredAlarm(string Name, string? Metric, double Threshold);

/// <summary>A target tracking policy.</summary>
/// <param name="Metric">What it holds at the target.</param>
/// <param name="Target">Percent, or requests in a minute for each server; of another metric in its own unit.</param>
/// <param name="ScalesIn">Whether it also removes servers.</param>
internal sealed record DeclaredTracking(TrackedMetric Metric, double Target, bool ScalesIn)
{
    /// <summary>AWS's name of another metric, or that of the policy.</summary>
    public string? OtherMetric { get; init; }
}

/// <summary>What a target tracking policy looks at.</summary>
internal enum TrackedMetric
{
    /// <summary><c>ASGAverageCPUUtilization</c>, in percent.</summary>
    AverageCpu,

    /// <summary><c>ALBRequestCountPerTarget</c>, in requests a minute.</summary>
    RequestsPerTarget,

    /// <summary>Anything else, which no rehearsal can measure.</summary>
    Other,
}

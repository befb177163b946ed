using Pulumi;

namespace Infra.Servers;

/// <summary>What a <see cref="ServerScaling"/> needs.</summary>
internal sealed record ServerScalingArgs
{
    /// <summary>The group to scale.</summary>
    public required Input<string> GroupName { get; init; }

    /// <summary>The average CPU load to hold, in percent.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>Requests per minute and server to hold; none: requests do not scale the group.</summary>
    public int? RequestsPerServer { get; init; }

    /// <summary>The end of the load balancer's ARN, from <c>app/</c> on.</summary>
    public required Input<string> LoadBalancerArnSuffix { get; init; }

    /// <summary>The end of the target group's ARN, from <c>targetgroup/</c> on.</summary>
    public required Input<string> TargetGroupArnSuffix { get; init; }
}

using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>What a <see cref="WebFirewall"/> protects, and how.</summary>
public sealed record WebFirewallArgs
{
    /// <summary>The load balancer to protect.</summary>
    public required Input<string> LoadBalancerArn { get; init; }

    /// <summary>How many requests one address may make in five minutes before it is blocked; at least 10.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Days until a log entry is removed: one of the values that CloudWatch Logs knows.</summary>
    public required int LogRetentionDays { get; init; }
}

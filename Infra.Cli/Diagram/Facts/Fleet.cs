namespace Infra.Cli.Diagram.Facts;

/// <summary>The Auto Scaling group.</summary>
internal sealed record Fleet
{
    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    /// <summary>The number of instances in words.</summary>
    public string Size => MinSize == MaxSize ? $"{MinSize}" : $"{MinSize} to {MaxSize}";

    public required string InstanceType { get; init; }

    /// <summary>Whether an instance that fails the load balancer's health check is replaced, not only one that is broken itself.</summary>
    public required bool FollowsLoadBalancerHealth { get; init; }

    /// <summary>Whether no instance gets a public address.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>What scaling holds, e.g. <c>50 % CPU</c>.</summary>
    public required IReadOnlyList<string> ScalingTargets { get; init; }
}

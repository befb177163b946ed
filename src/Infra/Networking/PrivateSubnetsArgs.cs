using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="PrivateSubnets"/> is made of.</summary>
internal sealed record PrivateSubnetsArgs
{
    /// <summary>The VPC that the subnets divide.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The zones, in the order of their letters.</summary>
    public required IReadOnlyList<AvailabilityZone> Zones { get; init; }

    /// <summary>Which blocks the subnets get.</summary>
    public required SubnetPlan Plan { get; init; }

    /// <summary>The NAT gateway of each zone. A zone without one has no route out of the VPC.</summary>
    public required IReadOnlyDictionary<AvailabilityZone, Output<string>> NatGatewayIds { get; init; }

    /// <summary>How long the servers of a zone that is no longer named may take to leave it.</summary>
    public required TimeSpan ServersLeaveWithin { get; init; }
}

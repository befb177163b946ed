using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="PublicSubnets"/> is made of.</summary>
internal sealed record PublicSubnetsArgs
{
    /// <summary>The VPC that the subnets divide.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The zones, in the order of their letters.</summary>
    public required IReadOnlyList<AvailabilityZone> Zones { get; init; }

    /// <summary>The zone of the NAT gateway that all share, where <see cref="Egress"/> asks for one.</summary>
    public required AvailabilityZone SharedNatZone { get; init; }

    /// <summary>Which blocks the subnets get.</summary>
    public required SubnetPlan Plan { get; init; }

    /// <summary>Whether NAT gateways are made for the private subnets, and how many.</summary>
    public required Egress Egress { get; init; }

    /// <summary>The VPC's IPv6 block, of which each subnet gets a part, used or not.</summary>
    public required Output<string> VpcIPv6Block { get; init; }

    /// <summary>Whether IPv6 leads to the internet and back.</summary>
    public required bool IPv6 { get; init; }
}

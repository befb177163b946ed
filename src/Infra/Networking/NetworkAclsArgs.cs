using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="NetworkAcls"/> is made of.</summary>
internal sealed record NetworkAclsArgs
{
    /// <summary>The VPC that holds the subnets.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The load balancer's subnets.</summary>
    public required IReadOnlyDictionary<AvailabilityZone, Output<string>> PublicSubnetIds { get; init; }

    /// <summary>The servers' subnets.</summary>
    public required IReadOnlyDictionary<AvailabilityZone, Output<string>> PrivateSubnetIds { get; init; }

    /// <summary>Which traffic passes, in each direction.</summary>
    public required NetworkAclPlan Plan { get; init; }
}

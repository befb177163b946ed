using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="SecurityGroups"/> is made of.</summary>
public sealed record SecurityGroupsArgs
{
    /// <summary>The VPC, whose members alone can be in the groups.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Blocks, IPv4 or IPv6, that may reach the load balancer on ports 80 and 443.</summary>
    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    /// <summary>
    /// Prefix lists that may reach the load balancer on port 443 alone: each port of a list weighs as much as the list, and a content
    /// delivery network can redirect by itself. None by default.
    /// </summary>
    public IReadOnlyList<PrefixList> AllowedPrefixLists { get; init; } = [];

    /// <summary>The port on which the servers answer the load balancer.</summary>
    public required int ServerPort { get; init; }

    /// <summary>What the servers can reach outside the network.</summary>
    public required Egress Egress { get; init; }

    /// <summary>S3's addresses in the region: <see cref="Network.S3PrefixListId"/>.</summary>
    public required Input<string> S3PrefixListId { get; init; }
}

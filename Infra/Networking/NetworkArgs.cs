using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>What a <see cref="Network"/> is made of.</summary>
public sealed record NetworkArgs
{
    /// <summary>Where the stack stands.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The VPC's private IPv4 block, <c>/16</c> to <c>/23</c>. AWS refuses a change in a live stack.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>
    /// Names of two to six zones of the region: each gets a public and a private subnet. The shared gateway of
    /// <see cref="Networking.Egress.Nat"/> stands in the first one; otherwise the order does not matter.
    /// </summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>What the servers can reach outside the network.</summary>
    public required Egress Egress { get; init; }

    /// <summary>Whether the public subnets can be reached over IPv6 as well. The servers never can.</summary>
    public required bool Ipv6 { get; init; }

    /// <summary>How long the servers of a zone that is no longer named may take to leave it.</summary>
    public required TimeSpan ServersLeaveWithin { get; init; }

    /// <summary>ARN of the bucket that the servers fetch the site from.</summary>
    public required Input<string> SiteBucketArn { get; init; }

    /// <summary>How many days the flow logs are kept; one of the numbers that CloudWatch Logs accepts.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The ARN of the policy that limits what the role of the flow logs can be given; none: nothing does.</summary>
    public Input<string>? PermissionsBoundaryArn { get; init; }
}

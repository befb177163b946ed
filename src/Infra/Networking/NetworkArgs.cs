using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>What a <see cref="Network"/> is made of.</summary>
public sealed class NetworkArgs : ResourceArgs
{
    /// <summary>Where it stands.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }

    /// <summary>
    /// The VPC's private IPv4 block, <c>/16</c> to <c>/23</c>, which is cut into 16 equal subnets. AWS refuses a change in a live stack.
    /// </summary>
    [Input("vpcCidr", required: true)]
    public required string VpcCidr { get; set; }

    /// <summary>
    /// Names of two to six zones of the region, letters a to h: each gets a public and a private subnet. The shared gateway of
    /// <see cref="Networking.Egress.Nat"/> stands in the first one; otherwise the order does not matter.
    /// </summary>
    [Input("zones", required: true)]
    public required IReadOnlyList<string> Zones { get; set; }

    /// <summary>What the servers can reach outside the network; by default nothing but S3.</summary>
    [Input("egress")]
    public Egress Egress { get; set; }

    /// <summary>Whether the public subnets can be reached over IPv6 as well; by default they can't. The servers never can.</summary>
    [Input("ipv6")]
    public bool Ipv6 { get; set; }

    /// <summary>
    /// How long the servers of a zone that is no longer named may take to leave it, before deleting its subnet fails; by default an hour.
    /// </summary>
    [Input("serversLeaveWithin")]
    public TimeSpan ServersLeaveWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>ARN of the bucket that the servers fetch the site from.</summary>
    [Input("siteBucketArn", required: true)]
    public required Input<string> SiteBucketArn { get; set; }

    /// <summary>
    /// How many days the flow logs are kept; one of the numbers that CloudWatch Logs accepts. See
    /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    /// </summary>
    [Input("logRetentionDays", required: true)]
    public required Input<int> LogRetentionDays { get; set; }

    /// <summary>The ARN of the policy that limits what the role of the flow logs can be given; by default nothing does.</summary>
    [Input("permissionsBoundaryArn")]
    public Input<string>? PermissionsBoundaryArn { get; set; }
}

using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="SecurityGroups"/> is made of.</summary>
public sealed class SecurityGroupsArgs : ResourceArgs
{
    /// <summary>The id of the VPC, whose members alone can be in the groups.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; set; }

    /// <summary>Blocks, IPv4 or IPv6, that may reach the load balancer on ports 80 and 443. Each has rules named after it.</summary>
    [Input("allowedCidrs", required: true)]
    public required IReadOnlyList<string> AllowedCidrs { get; set; }

    /// <summary>
    /// Prefix lists that may reach the load balancer on port 443 alone: each port of a list weighs as much as the list, and a content
    /// delivery network can redirect by itself. None by default. Blocks and lists that weigh more than
    /// <see cref="SecurityGroups.InboundRules"/> together are refused.
    /// </summary>
    [Input("allowedPrefixLists")]
    public IReadOnlyList<PrefixList> AllowedPrefixLists { get; set; } = [];

    /// <summary>The port on which the servers answer the load balancer; its rules are named after it.</summary>
    [Input("serverPort", required: true)]
    public required int ServerPort { get; set; }

    /// <summary>
    /// What the servers may reach beside S3; by default nothing. With <see cref="Networking.Egress.Endpoints"/> there is a third group,
    /// for <see cref="VpcEndpoints"/>.
    /// </summary>
    [Input("egress")]
    public Egress Egress { get; set; }

    /// <summary>The id of the prefix list with S3's addresses in the region: <see cref="Network.S3PrefixListId"/>.</summary>
    [Input("s3PrefixListId", required: true)]
    public required Input<string> S3PrefixListId { get; set; }
}

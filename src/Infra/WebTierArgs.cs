using Pulumi;

namespace Infra;

/// <summary>
/// What a <see cref="WebTier"/> is to be like. Everything is optional but <see cref="Zones"/> or a <see cref="VpcId"/>, and each input but
/// those that others make is the setting of the same name: docs/configuration.md has its whole rule. A time is a number and its unit,
/// <c>30s</c> or <c>5m</c>.
/// </summary>
/// <remarks>
/// Nothing but what every language of Pulumi has: texts, numbers, lists and maps. What another resource makes is an
/// <see cref="Input{T}"/>; what decides which resources there are is plain, and known when the program runs.
/// </remarks>
public sealed partial class WebTierArgs : ResourceArgs
{
    /// <summary>
    /// The AWS region; by default that of the configuration, <c>aws:region</c>. It must be the region of the provider that the tier has.
    /// </summary>
    [Input("region")]
    public string? Region { get; set; }

    /// <summary>
    /// The id of a VPC to stand in, which resolves names by DNS and whose private subnets reach S3: through a gateway endpoint, whose
    /// policy lets them at the tier's bucket and at Amazon Linux's packages, or through NAT. By default the tier makes a network, with
    /// flow logs and network ACLs. See https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html.
    /// </summary>
    [Input("vpcId")]
    public Input<string>? VpcId { get; set; }

    /// <summary>
    /// With a <see cref="VpcId"/> the ids of public subnets in two zones or more, for the load balancer; each has a route to an internet
    /// gateway. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer.
    /// </summary>
    [Input("publicSubnetIds")]
    public InputList<string> PublicSubnetIds { get => field ??= []; set; }

    /// <summary>
    /// With a <see cref="VpcId"/> the ids of subnets in the same zones, for the servers, which get no public address in any subnet.
    /// </summary>
    [Input("privateSubnetIds")]
    public InputList<string> PrivateSubnetIds { get => field ??= []; set; }

    /// <summary>
    /// Without a <see cref="VpcId"/> two to six zones of the region, letters a to h. Required then. With <see cref="Egress"/> <c>nat</c>
    /// the first one has the gateway.
    /// </summary>
    [Input("zones")]
    public List<string>? Zones { get; set; }

    /// <summary>
    /// Without a <see cref="VpcId"/> the network's private IPv4 block, <c>/16</c> to <c>/23</c>; <c>10.0.0.0/16</c> by default. AWS
    /// refuses a change in a live stack.
    /// </summary>
    [Input("vpcCidr")]
    public string? VpcCidr { get; set; }

    /// <summary>
    /// What servers may reach beside S3: <c>none</c>, which is the default; <c>endpoints</c>, Session Manager through interface endpoints,
    /// which the tier makes in its VPC; <c>nat</c>, the internet by HTTPS; <c>nat-per-zone</c>, the same. Gateways are made in a network
    /// of the tier's own; a VPC that is there has its own.
    /// </summary>
    [Input("egress")]
    public string? Egress { get; set; }

    /// <summary>
    /// Whether the load balancer answers over IPv6 as well, for which public subnets need IPv6 blocks; by default it does not. Then
    /// <see cref="AllowedCidrs"/> has an IPv6 block.
    /// </summary>
    [Input("ipv6")]
    public bool? Ipv6 { get; set; }

    /// <summary>Up to 12 blocks from which clients may connect, none inside another; by default every IPv4 address.</summary>
    [Input("allowedCidrs")]
    public List<string>? AllowedCidrs { get; set; }

    /// <summary>
    /// Up to 4 prefix lists from which clients may connect by HTTPS, by id or by the name of one of CloudFront's; none by default.
    /// </summary>
    [Input("allowedPrefixLists")]
    public List<string>? AllowedPrefixLists { get; set; }

    /// <summary>
    /// The site's name, in lower case; by default the site answers under the load balancer's own name. Needs a <see cref="HostedZoneId"/>.
    /// </summary>
    [Input("domainName")]
    public string? DomainName { get; set; }

    /// <summary>The id of the public Route 53 zone that holds <see cref="DomainName"/>, and gets its records.</summary>
    [Input("hostedZoneId")]
    public Input<string>? HostedZoneId { get; set; }

    /// <summary>
    /// The ARN of an ACM certificate in the region. By default ACM issues one for <see cref="DomainName"/>; without a name the tier signs
    /// one itself, of which browsers warn. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html.
    /// </summary>
    [Input("certificateArn")]
    public Input<string>? CertificateArn { get; set; }

    /// <summary>
    /// Whether a self-signed certificate may serve a tier with <see cref="DeletionProtection"/>; by default that is refused.
    /// </summary>
    [Input("allowSelfSigned")]
    public bool? AllowSelfSigned { get; set; }

    /// <summary>
    /// 1 to 64 printable characters, <c>1</c> by default. Any change makes a new key and a new self-signed certificate.
    /// </summary>
    [Input("certificateRotation")]
    public string? CertificateRotation { get; set; }
}

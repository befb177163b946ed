using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>Which name leads to which load balancer.</summary>
public sealed class SiteAliasArgs : ResourceArgs
{
    /// <summary>The name of the site, in lower case and without a dot at its end.</summary>
    [Input("domainName", required: true)]
    public required Input<string> DomainName { get; set; }

    /// <summary>The id of the public Route 53 zone that holds it, where the records go.</summary>
    [Input("hostedZoneId", required: true)]
    public required Input<string> HostedZoneId { get; set; }

    /// <summary>The name under which AWS publishes the load balancer's addresses: <see cref="HttpsLoadBalancer.DnsName"/>.</summary>
    [Input("loadBalancerDnsName", required: true)]
    public required Input<string> LoadBalancerDnsName { get; set; }

    /// <summary>The hosted zone of that name, which is AWS's own: <see cref="HttpsLoadBalancer.ZoneId"/>.</summary>
    [Input("loadBalancerZoneId", required: true)]
    public required Input<string> LoadBalancerZoneId { get; set; }

    /// <summary>Whether the load balancer has IPv6 addresses to publish; by default it has none, and there is no AAAA record.</summary>
    [Input("ipv6")]
    public bool Ipv6 { get; set; }
}

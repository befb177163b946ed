using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>Which name leads to which load balancer.</summary>
public sealed record SiteAliasArgs
{
    /// <summary>Which gets the records, e.g. <c>www.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The public hosted zone of that name.</summary>
    public required Input<string> HostedZoneId { get; init; }

    /// <summary>The name under which AWS publishes the load balancer's addresses.</summary>
    public required Input<string> LoadBalancerDnsName { get; init; }

    /// <summary>The hosted zone of that name, which is AWS's own.</summary>
    public required Input<string> LoadBalancerZoneId { get; init; }

    /// <summary>Whether the load balancer has IPv6 addresses to publish.</summary>
    public required bool Ipv6 { get; init; }
}

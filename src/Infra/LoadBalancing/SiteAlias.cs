using Pulumi;
using Pulumi.Aws.Route53.Inputs;
using Route53 = Pulumi.Aws.Route53;

namespace Infra.LoadBalancing;

/// <summary>The DNS records by which the site's name leads to the load balancer.</summary>
public sealed class SiteAlias : ComponentResource
{
    /// <summary>Makes the records.</summary>
    public SiteAlias(string name, SiteAliasArgs args, ComponentResourceOptions? options = null)
        : base("infra:loadbalancing:SiteAlias", name, options)
    {
        Alias($"{name}-ipv4", "A");
        if (args.Ipv6)
            Alias($"{name}-ipv6", "AAAA");

        RegisterOutputs();

        void Alias(string recordName, string type) => _ = new Route53.Record(recordName, new()
        {
            ZoneId = args.HostedZoneId,
            Name = args.DomainName,
            Type = type,
            Aliases =
            {
                new RecordAliasArgs
                {
                    Name = args.LoadBalancerDnsName,
                    ZoneId = args.LoadBalancerZoneId,
                    EvaluateTargetHealth = true,
                },
            },
        }, new() { Parent = this });
    }
}

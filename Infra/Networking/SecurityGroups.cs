using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Vpc = Pulumi.Aws.Vpc;

namespace Infra.Networking;

/// <summary>
/// Who may talk to whom: clients to the load balancer, the load balancer to the servers, the servers to S3 and, where
/// <see cref="SecurityGroupsArgs.Egress"/> says so, to endpoints or the internet. Nobody else to anybody.
/// </summary>
/// <remarks>
/// A group that Pulumi makes without inline rules has none, not even the one by which AWS lets new groups talk to everybody. Each
/// rule is a resource of its own, named after what it says and not after its place in a list: AWS refuses two equal rules, which is
/// what a list that moves up by one would make for a moment.
/// </remarks>
public sealed class SecurityGroups : ComponentResource
{
    private const int Http = 80;
    private const int Https = 443;
    private const string Tcp = "tcp";

    private readonly string _name;

    /// <summary>Makes the groups, and all rules between them.</summary>
    public SecurityGroups(string name, SecurityGroupsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:SecurityGroups", name, options)
    {
        _name = name;
        var loadBalancer = Group("load-balancer", "Load balancer: clients in, servers out", args.VpcId);
        var server = Group("server", "Servers: load balancer in, S3 and what egress allows out", args.VpcId);

        LoadBalancerGroupId = Ruled(LoadBalancerRules(loadBalancer, server, args));
        var serverRules = ServerRules(server, loadBalancer, args);
        if (args.Egress == Egress.Endpoints)
        {
            var endpoint = Group("endpoint", "Interface endpoints: servers in", args.VpcId);
            EndpointGroupId = Ruled([Admit(endpoint, "endpoint-from-server", Https, "From the servers", FromGroup(server))]);
            serverRules.Add(Release(server, "server-to-endpoint", Https, "To the interface endpoints", ToGroup(endpoint)));
        }

        ServerGroupId = Ruled(serverRules);
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["loadBalancerGroupId"] = LoadBalancerGroupId,
            ["serverGroupId"] = ServerGroupId,
            ["endpointGroupId"] = EndpointGroupId,
        });
    }

    /// <summary>The load balancer's group. Who uses the id waits for the group's rules.</summary>
    public Output<string> LoadBalancerGroupId { get; }

    /// <summary>The servers' group. Who uses the id waits for the group's rules, so that no server boots without its way to S3.</summary>
    public Output<string> ServerGroupId { get; }

    /// <summary>The interface endpoints' group; none unless the egress is <see cref="Egress.Endpoints"/>.</summary>
    public Output<string>? EndpointGroupId { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    // Every rule has its group's id as an output, which is known in a preview as well, unlike the rule's own id.
    private static Output<string> Ruled(IEnumerable<Output<string>> groupIds) => Output.All(groupIds).Apply(ids => ids[0]);

    private List<Output<string>> LoadBalancerRules(Ec2.SecurityGroup loadBalancer, Ec2.SecurityGroup server, SecurityGroupsArgs args)
    {
        var rules = new List<Output<string>>
        {
            Release(loadBalancer, "load-balancer-to-server", args.ServerPort, "To the servers", ToGroup(server)),
        };
        foreach (var block in args.AllowedCidrs)
        {
            var from = block.Replace('/', '-').Replace(':', '-');
            rules.Add(Admit(loadBalancer, $"load-balancer-http-from-{from}", Http, "HTTP of clients, to be redirected", FromBlock(block)));
            rules.Add(Admit(loadBalancer, $"load-balancer-https-from-{from}", Https, "HTTPS of clients", FromBlock(block)));
        }

        return rules;
    }

    private List<Output<string>> ServerRules(Ec2.SecurityGroup server, Ec2.SecurityGroup loadBalancer, SecurityGroupsArgs args)
    {
        var rules = new List<Output<string>>
        {
            Admit(server, "server-from-load-balancer", args.ServerPort, "From the load balancer", FromGroup(loadBalancer)),
            Release(server, "server-to-s3", Https, "To S3, through its gateway endpoint", new() { PrefixListId = args.S3PrefixListId }),
        };
        if (args.Egress is Egress.Nat or Egress.NatPerZone)
        {
            var anybody = new Vpc.SecurityGroupEgressRuleArgs { CidrIpv4 = AddressBlocks.AnyIPv4 };
            rules.Add(Release(server, "server-to-internet", Https, "To the internet, through NAT", anybody));
        }

        return rules;
    }

    private static Vpc.SecurityGroupIngressRuleArgs FromGroup(Ec2.SecurityGroup group) =>
        new() { ReferencedSecurityGroupId = group.Id };

    private static Vpc.SecurityGroupEgressRuleArgs ToGroup(Ec2.SecurityGroup group) =>
        new() { ReferencedSecurityGroupId = group.Id };

    private static Vpc.SecurityGroupIngressRuleArgs FromBlock(string block) =>
        AddressBlocks.IsIPv6(block) ? new() { CidrIpv6 = block } : new() { CidrIpv4 = block };

    private Ec2.SecurityGroup Group(string suffix, string description, Input<string> vpcId) =>
        new($"{_name}-{suffix}", new() { VpcId = vpcId, Description = description }, Child);

    private Output<string> Admit(
        Ec2.SecurityGroup group, string suffix, int port, string description, Vpc.SecurityGroupIngressRuleArgs from)
    {
        from.SecurityGroupId = group.Id;
        from.Description = description;
        from.IpProtocol = Tcp;
        from.FromPort = port;
        from.ToPort = port;
        return new Vpc.SecurityGroupIngressRule($"{_name}-{suffix}", from, Child).SecurityGroupId;
    }

    private Output<string> Release(
        Ec2.SecurityGroup group, string suffix, int port, string description, Vpc.SecurityGroupEgressRuleArgs to)
    {
        to.SecurityGroupId = group.Id;
        to.Description = description;
        to.IpProtocol = Tcp;
        to.FromPort = port;
        to.ToPort = port;
        return new Vpc.SecurityGroupEgressRule($"{_name}-{suffix}", to, Child).SecurityGroupId;
    }
}

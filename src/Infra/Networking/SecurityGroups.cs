using Pulumi;
using static System.FormattableString;
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
/// what a list that moves up by one would make for a moment. That also holds for the port between load balancer and servers: a rule for
/// another one is made before the former goes, so that the servers can be reached for all of a change.
/// </remarks>
public sealed class SecurityGroups : ComponentResource
{
    /// <summary>
    /// The rules that AWS lets enter a group unless asked for more:
    /// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html.
    /// </summary>
    public const int InboundRules = 60;

    /// <summary>How many of them a block takes: HTTP and HTTPS.</summary>
    public const int RulesOfABlock = 2;

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
            Release(
                loadBalancer, Invariant($"load-balancer-to-server-{args.ServerPort}"), args.ServerPort, "To the servers",
                ToGroup(server), Formerly("load-balancer-to-server")),
        };
        foreach (var block in args.AllowedCidrs)
        {
            var from = block.Replace('/', '-').Replace(':', '-');
            rules.Add(Admit(loadBalancer, $"load-balancer-http-from-{from}", Http, "HTTP of clients, to be redirected", FromBlock(block)));
            rules.Add(Admit(loadBalancer, $"load-balancer-https-from-{from}", Https, "HTTPS of clients", FromBlock(block)));
        }

        var weight = Output.All(args.AllowedPrefixLists.Select(list => list.Weight))
            .Apply(weights => weights.Sum() + (RulesOfABlock * args.AllowedCidrs.Count));
        foreach (var list in args.AllowedPrefixLists)
        {
            var id = Output.Tuple(list.Id.ToOutput(), weight).Apply(both => WithinQuota(both.Item1, both.Item2));
            rules.Add(Admit(
                loadBalancer, $"load-balancer-https-from-{list.Name}", Https, "HTTPS of a prefix list", new() { PrefixListId = id }));
        }

        return rules;
    }

    private List<Output<string>> ServerRules(Ec2.SecurityGroup server, Ec2.SecurityGroup loadBalancer, SecurityGroupsArgs args)
    {
        var rules = new List<Output<string>>
        {
            Admit(
                server, Invariant($"server-from-load-balancer-{args.ServerPort}"), args.ServerPort, "From the load balancer",
                FromGroup(loadBalancer), Formerly("server-from-load-balancer")),
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

    // Known only where the lists are: one of a team's own weighs the most entries that it may ever have.
    private static string WithinQuota(string listId, int weight) => weight <= InboundRules
        ? listId
        : throw new ArgumentException(
            $"the load balancer's group takes {InboundRules} inbound rules by AWS's quota, and allowedCidrs and allowedPrefixLists weigh "
            + $"{weight}: a block counts as {RulesOfABlock}, a list as its maximum of entries");

    // What a rule was called before its port became a part of its name.
    private CustomResourceOptions Formerly(string suffix) =>
        new() { Parent = this, Aliases = { new Alias { Name = $"{_name}-{suffix}" } } };

    private Output<string> Admit(
        Ec2.SecurityGroup group, string suffix, int port, string description, Vpc.SecurityGroupIngressRuleArgs from,
        CustomResourceOptions? options = null)
    {
        from.SecurityGroupId = group.Id;
        from.Description = description;
        from.IpProtocol = Tcp;
        from.FromPort = port;
        from.ToPort = port;
        return new Vpc.SecurityGroupIngressRule($"{_name}-{suffix}", from, options ?? Child).SecurityGroupId;
    }

    private Output<string> Release(
        Ec2.SecurityGroup group, string suffix, int port, string description, Vpc.SecurityGroupEgressRuleArgs to,
        CustomResourceOptions? options = null)
    {
        to.SecurityGroupId = group.Id;
        to.Description = description;
        to.IpProtocol = Tcp;
        to.FromPort = port;
        to.ToPort = port;
        return new Vpc.SecurityGroupEgressRule($"{_name}-{suffix}", to, options ?? Child).SecurityGroupId;
    }
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads load balancers, and what leads to them.</summary>
internal static class LoadBalancerReader
{
    private const double HighestPort = 65535;

    public static IReadOnlyList<DeclaredLoadBalancer> Read(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.LoadBalancer).Select(node => Read(graph, node))];

    private static DeclaredLoadBalancer Read(ResourceGraph graph, ResourceNode node) => new()
    {
        Name = node.Name,
        IsInternetFacing = !node.IsTrue("internal"),
        IsDualStack = node.Text("ipAddressType") == "dualstack",
        IsDeletionProtected = node.IsTrue("enableDeletionProtection"),
        SubnetIds = node.Texts("subnets"),
        SecurityGroupIds = node.Texts("securityGroups"),
        // What AWS takes when a stack says nothing:
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html.
        IdleTimeout = TimeSpan.FromSeconds(node.Number("idleTimeout") ?? 60),
        DropInvalidHeaders = node.IsTrue("dropInvalidHeaderFields"),
        Http2 = node.Text("enableHttp2") != "false",
        Listeners = [.. ListenerReader.Read(graph).Where(listener => listener.Node.Text("loadBalancerArn") == node.Output("arn"))],
        Ingress = IngressOf(graph, node.Texts("securityGroups")),
        Aliases =
        [
            .. graph.OfType(TypeToken.DnsRecord)
                .Where(record => record.Text("aliases.0.name") == node.Output("dnsName"))
                .Select(record => new DeclaredAlias(record.Name, record.Need("name"), record.Need("type"))),
        ],
        Inspections =
        [
            .. graph.OfType(TypeToken.WebAclAssociation)
                .Where(association => association.Text("resourceArn") == node.Output("arn"))
                .Select(association => new DeclaredInspection(association.Name, WebAclOf(graph, association))),
        ],
        AccessLogs = DeclaredBucketLogs.Of(graph, node, "accessLogs"),
        ConnectionLogs = DeclaredBucketLogs.Of(graph, node, "connectionLogs"),
        HealthCheckLogs = DeclaredBucketLogs.Of(graph, node, "healthCheckLogs"),
    };

    public static IReadOnlyList<DeclaredIngress> IngressOf(ResourceGraph graph, IReadOnlyList<string> groups) =>
    [
        .. from rule in graph.OfType(TypeToken.SecurityGroupIngressRule)
           where groups.Contains(rule.Need("securityGroupId"))
           let source = rule.Text("cidrIpv4")
               ?? rule.Text("cidrIpv6")
               ?? rule.Text("referencedSecurityGroupId")
               ?? rule.Need("prefixListId")
           select new DeclaredIngress(source, rule.Number("fromPort") ?? 0, rule.Number("toPort") ?? HighestPort),
    ];

    private static DeclaredWebAcl? WebAclOf(ResourceGraph graph, ResourceNode association) =>
        graph.ByIdOrArn(TypeToken.WebAcl, association.Need("webAclArn")) is { } acl ? DeclaredWebAcl.Of(graph, acl) : null;
}

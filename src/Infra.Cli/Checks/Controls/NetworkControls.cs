using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>VPC, subnets, routes, endpoints and flow logs.</summary>
internal static class NetworkControls
{

    public static ControlArea Area { get; } = new("Network",
    [
        new("vpc-own", Severity.High, "The stack uses a VPC of its own, never the account's default one.")
        {
            Sources = ["checkov CKV_AWS_148", "trivy AWS-0101"],
            Requirements = ["R1"],
            On = Subjects.Stack,
            Problem = (_, graph) => graph.Nodes.FirstOrDefault(IsAccountsOwn) is { } adopted
                ? $"adopts the account's default by {adopted.Name}"
                : null,
            Mend = "make a VPC, and put everything into its subnets",
        },
        new("vpc-default-group-closed", Severity.High,
            "The VPC's default security group is managed, lets nothing through, and nobody uses it.")
        {
            Sources =
            [
                "FSBP EC2.2", "CIS v5 5.5", "CIS v7 6.5", "checkov CKV2_AWS_12", "trivy AWS-0173",
                "cdk-nag VPCDefaultSecurityGroupClosed",
            ],
            On = Subjects.Vpcs,
            Problem = Expect.All(
                Expect.Companion(TypeToken.DefaultSecurityGroup, "vpcId", Expect.Unset("ingress", "egress")),
                Expect.Companion(TypeToken.DefaultSecurityGroup, "vpcId", Unused)),
            Mend = "declare a DefaultSecurityGroup for the VPC without rules, and give every resource a group of its own",
        },
        new("vpc-flow-logs", Severity.Medium, "Connections that the VPC refuses are logged.")
        {
            Sources = ["FSBP EC2.6", "CIS v5 3.7", "CIS v7 4.7", "checkov CKV2_AWS_11", "trivy AWS-0178", "cdk-nag VPC7"],
            On = Subjects.Vpcs,
            Problem = Expect.Companion(TypeToken.FlowLog, "vpcId", Expect.OneOf("trafficType", "ALL", "REJECT")),
            Mend = "give the VPC a FlowLog with trafficType ALL or REJECT",
        },
        new("subnet-no-public-addresses", Severity.Medium,
            "No subnet, not even a public one, gives addresses that the internet reaches by itself.")
        {
            Sources = ["FSBP EC2.15", "checkov CKV_AWS_130", "trivy AWS-0164", "cdk-nag VPCSubnetAutoAssignPublicIpDisabled"],
            Requirements = ["R1"],
            On = Subjects.OfType(TypeToken.Subnet, "subnet"),
            // What R1 rests on is said, and not left to a default.
            Problem = Expect.All(Expect.OneOf("mapPublicIpOnLaunch", "false"), Expect.OneOf("assignIpv6AddressOnCreation", "false")),
            Mend = "set mapPublicIpOnLaunch and assignIpv6AddressOnCreation to false",
        },
        new("subnet-servers-private", Severity.High, "Subnets with servers have no route to an internet gateway.")
        {
            Sources = ["cdk-nag VPCNoUnrestrictedRouteToIGW"],
            Requirements = ["R1"],
            On = new("subnet with servers", ServerSubnets),
            Problem = RouteToInternetGateway,
            Mend = "associate the subnet with a route table of its own that has no internet gateway",
        },
        new("endpoint-s3-gateway", Severity.Low, "Servers reach S3 through a gateway endpoint whose policy names the buckets.")
        {
            On = Subjects.Vpcs,
            Problem = (node, graph) => Endpoint(node, graph, "s3") switch
            {
                null => "has no gateway endpoint for S3",
                var endpoint when endpoint.Text("vpcEndpointType") is not (null or "Gateway") => "has no gateway endpoint for S3",
                var endpoint when !endpoint.Has("policy") => "has an endpoint for S3 that lets everything through",
                _ => null,
            },
            Mend = "give the VPC a gateway endpoint for S3 with a policy",
        },
        new("endpoint-ssm", Severity.Medium, "Systems Manager is reached by an interface endpoint.")
        {
            Sources = ["FSBP EC2.57"],
            On = Subjects.Vpcs,
            // Session Manager talks by the second: https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html.
            Problem = Expect.All(InterfaceEndpoint("ssm"), InterfaceEndpoint("ssmmessages")),
            Mend = "set egress to endpoints",
        },
        new("endpoint-ec2-api", Severity.Medium, "The EC2 API is reached by an interface endpoint.")
        {
            Sources = ["FSBP EC2.10"],
            On = Subjects.Vpcs,
            Problem = InterfaceEndpoint("ec2"),
            Mend = "give the VPC an interface endpoint for com.amazonaws.<region>.ec2",
        },
        new("endpoint-private-dns", Severity.Low, "Interface endpoints answer under the service's own name.")
        {
            On = Subjects.OfType(TypeToken.VpcEndpoint, "interface endpoint").Where(node => node.Text("vpcEndpointType") == "Interface"),
            Problem = Expect.True("privateDnsEnabled"),
            Mend = "set privateDnsEnabled, or clients keep calling the public address",
        },
        new("eip-used", Severity.Low, "Every Elastic IP address belongs to a NAT gateway.")
        {
            Sources = ["Security Hub EC2.12", "checkov CKV2_AWS_19"],
            On = Subjects.OfType(TypeToken.Eip, "Elastic IP address"),
            Problem = Expect.Companion(TypeToken.NatGateway, "allocationId"),
            Mend = "give the address to a NAT gateway, or drop it: an unused one is billed as well",
        },
    ]);

    // The default security group comes with every VPC, ours as well.
    private static bool IsAccountsOwn(ResourceNode node) =>
        node.Type.StartsWith(TypeToken.DefaultPrefix, StringComparison.Ordinal) && node.Type != TypeToken.DefaultSecurityGroup;

    private static string? Unused(ResourceNode group, ResourceGraph graph) =>
        graph.Nodes.FirstOrDefault(node => node.PropertyDependencies.Values.Any(urns => urns.Contains(group.Urn))) is { } user
            ? $"has a default group that {user.Name} uses"
            : null;

    private static IEnumerable<ResourceNode> ServerSubnets(ResourceGraph graph)
    {
        var ids = graph.OfType(TypeToken.AutoScalingGroup)
            .SelectMany(group => group.Texts("vpcZoneIdentifiers"))
            .ToHashSet(StringComparer.Ordinal);
        return graph.OfType(TypeToken.Subnet).Where(subnet => ids.Contains(subnet.Id!));
    }

    private static string? RouteToInternetGateway(ResourceNode subnet, ResourceGraph graph) => NetworkReader.Subnet(graph, subnet) switch
    {
        { HasRouteTable: false } => "has no route table of its own",
        { InternetRoute: { } route } => $"reaches an internet gateway by {route}",
        _ when graph.RouteTableOf(subnet) is { } table && HasInternetRoute(table, graph) => $"reaches an internet gateway by {table.Name}",
        _ => null,
    };

    // A route may also stand in its table, in place of being a resource.
    private static bool HasInternetRoute(ResourceNode table, ResourceGraph graph) => table.Paths("routes")
        .Any(route => graph.ByIdOrArn(TypeToken.InternetGateway, table.Text($"{route}.gatewayId")) is not null);

    private static Expectation InterfaceEndpoint(string service) =>
        (vpc, graph) => Endpoint(vpc, graph, service)?.Text("vpcEndpointType") == "Interface"
            ? null
            : $"has no interface endpoint for {service}";

    private static ResourceNode? Endpoint(ResourceNode vpc, ResourceGraph graph, string service) =>
        Expect.Companions(vpc, graph, TypeToken.VpcEndpoint, "vpcId")
            .FirstOrDefault(endpoint => endpoint.Text("serviceName") == $"com.amazonaws.{graph.Region}.{service}");
}

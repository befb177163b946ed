using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>What a server needs to get out for: its packages and the site, which are in S3, and what egress adds.</summary>
internal static class ExitControls
{
    private const string Anywhere = "0.0.0.0/0";
    private const double Https = 443;

    private static readonly Subjects ServerSubnets = new("subnet with servers", graph => graph.ServerSubnets());
    private static readonly Subjects InterfaceEndpoints =
        Subjects.OfType(TypeToken.VpcEndpoint, "interface endpoint").Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface");

    public static ControlArea Area { get; } = new("Way out of the servers",
    [
        new("exit-s3-route", Severity.Critical, "Each subnet with servers reaches S3, from which a server boots.")
        {
            Requirements = ["R6"],
            On = ServerSubnets,
            Problem = (subnet, graph) => graph.RouteTableOf(subnet) is { } table
                && graph.OfType(TypeToken.VpcEndpoint).Any(endpoint =>
                    IsS3(endpoint, graph) && endpoint.Texts("routeTableIds").Contains(table.Id))
                    ? null
                    : "has no route to S3",
            Mend = "list the subnet's route table in routeTableIds of the gateway endpoint for S3",
        },
        new("exit-open", Severity.Critical, "The servers' security group lets them out to S3 on 443.")
        {
            Requirements = ["R6"],
            On = Subjects.LaunchTemplates,
            Problem = (template, graph) => graph.Egress([.. Connections.SecurityGroupsOf(template)])
                .Any(rule => SecurityGroupPassage.IsAbout(rule, Https) && (rule.Text("cidrIpv4") == Anywhere || IsListOfS3(rule, graph)))
                    ? null
                    : "has no way out to S3 on 443",
            Mend = "give the servers' group an egress rule: TCP 443 to the prefix list of the endpoint for S3",
        },
        new("exit-acl", Severity.Critical, "The ACL of the servers' subnets lets them ask on 443, and lets the answers in.")
        {
            // The addresses of S3 are public ones.
            Requirements = ["R6"],
            On = ServerSubnets,
            Problem = (subnet, graph) => graph.Stopped(subnet, isIn: false, Anywhere, Https) is { } stopped
                ? $"is cut off: {stopped}"
                : null,
            Mend = "allow 443 to 0.0.0.0/0, and 1024 to 65535 from it, 3389 left out",
        },
        new("exit-nat", Severity.Critical,
            "A route to a NAT gateway leads to one that itself reaches the internet, with an address of its own.")
        {
            Requirements = ["R6"],
            On = new("NAT gateway", graph => graph.OfType(TypeToken.NatGateway).Any() ? graph.ServerSubnets() : []),
            Problem = NatProblem,
            Mend = "set egress to nat: the private route table's 0.0.0.0/0 leads to the gateway, which stands in a "
                + "public subnet with an Eip",
        },
        new("exit-nat-acl", Severity.Critical, "ACLs let servers through a NAT gateway, both ways.")
        {
            Requirements = ["R6"],
            On = Subjects.OfType(TypeToken.NatGateway, "NAT gateway"),
            Problem = Expect.None("is cut off:", (nat, graph) =>
                from subnet in graph.OfType(TypeToken.Subnet).Where(subnet => subnet.Id == nat.Text("subnetId"))
                from servers in graph.ServerSubnets()
                let stopped = graph.Stopped(subnet, isIn: true, servers.Text("cidrBlock"), Https)
                    ?? graph.Stopped(subnet, isIn: false, Anywhere, Https)
                where stopped is not null
                select stopped),
            Mend = "allow 443 from the servers' subnets and to 0.0.0.0/0, and the answers",
        },
        new("exit-endpoint", Severity.High,
            "Servers reach each interface endpoint: its subnets, its security group, theirs, and the ACL agree.")
        {
            On = InterfaceEndpoints,
            Problem = EndpointProblem,
            Mend = "set egress to endpoints: the endpoint stands in the servers' subnets and admits 443 from their "
                + "group, which lets it out",
        },
        new("exit-names", Severity.High, "The VPC resolves names, those of endpoints among them.")
        {
            Requirements = ["R6"],
            On = Subjects.Vpcs,
            Problem = Expect.All(
                Expect.True("enableDnsSupport"),
                Expect.True("enableDnsHostnames")),
            Mend = "set enableDnsSupport and enableDnsHostnames",
        },
    ]);

    private static bool IsS3(ResourceNode endpoint, ResourceGraph graph) =>
        endpoint.Text("serviceName") == $"com.amazonaws.{graph.Region}.s3" && endpoint.Text("vpcEndpointType") is null or "Gateway";

    private static bool IsListOfS3(ResourceNode rule, ResourceGraph graph) =>
        rule.Text("prefixListId") is { } list
        && graph.OfType(TypeToken.VpcEndpoint).Any(endpoint => IsS3(endpoint, graph) && endpoint.Output("prefixListId") == list);

    private static string? NatProblem(ResourceNode subnet, ResourceGraph graph)
    {
        var route = graph.RouteTo(graph.RouteTableOf(subnet), Anywhere);
        if (graph.ByIdOrArn(TypeToken.NatGateway, route?.Text("natGatewayId")) is not { } nat)
            return "has no route to a NAT gateway";
        if (nat.Text("connectivityType") == "private" || graph.ByIdOrArn(TypeToken.Subnet, nat.Text("subnetId")) is not { } home)
            return $"has a way out by {nat.Name}, which is not in a subnet of this stack";
        if (nat.Text("allocationId") is not { } address
            || graph.OfType(TypeToken.Eip).All(eip => eip.Id != address && eip.Output("allocationId") != address))
        {
            return $"has a way out by {nat.Name}, which has no Elastic IP address";
        }

        return graph.InternetGatewayOf(home, Anywhere) is null
            ? $"has a way out by {nat.Name}, which does not reach the internet"
            : null;
    }

    private static string? EndpointProblem(ResourceNode endpoint, ResourceGraph graph)
    {
        var subnets = graph.SubnetsAmong(endpoint.Texts("subnetIds")).ToList();
        var without = graph.ServerSubnets().FirstOrDefault(servers =>
            subnets.All(subnet => subnet.Text("availabilityZone") != servers.Text("availabilityZone")));
        if (subnets.Count == 0 || without is not null)
            return $"does not stand in the zone of {without?.Name ?? "any subnet"}";

        var servers = graph.OfType(TypeToken.LaunchTemplate).SelectMany(Connections.SecurityGroupsOf).ToList();
        var own = endpoint.Texts("securityGroupIds");
        if (!graph.Ingress(own).Any(rule => SecurityGroupPassage.IsAbout(rule, Https) && SecurityGroupPassage.Names(rule, servers)))
            return "does not admit the servers to 443";
        if (!graph.Egress(servers).Any(rule => SecurityGroupPassage.IsAbout(rule, Https)
            && (SecurityGroupPassage.Names(rule, own) || rule.Text("cidrIpv4") == Anywhere)))
        {
            return "is not let out to by the servers' group";
        }

        return (
            from subnet in subnets
            from asking in graph.ServerSubnets()
            where asking != subnet
            let stopped = graph.Stopped(subnet, isIn: true, asking.Text("cidrBlock"), Https)
                ?? graph.Stopped(asking, isIn: false, subnet.Text("cidrBlock"), Https)
            where stopped is not null
            select $"is cut off: {stopped}").FirstOrDefault();
    }
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reads the network. What makes a subnet public is its route to an internet gateway, not its name.</summary>
internal static class VpcReader
{
    public static Vpc Read(ResourceGraph graph)
    {
        var vpc = graph.Only(TypeToken.Vpc);
        return new()
        {
            Cidr = vpc.Need("cidrBlock"),
            IPv6Prefix = Prefix(vpc.Output("ipv6CidrBlock")),
            Zones = [.. ZonesOf(graph)],
            InterfaceEndpoints = ServicesOf(graph, "Interface"),
            GatewayEndpoints = ServicesOf(graph, "Gateway"),
            FlowLogDays = graph.OfType(TypeToken.FlowLog)
                .Select(log => graph.ByIdOrArn(log.Text("logDestination"))?.Days("retentionInDays"))
                .FirstOrDefault(),
        };
    }

    private static IEnumerable<Zone> ZonesOf(ResourceGraph graph) =>
        from subnet in graph.OfType(TypeToken.Subnet).ToList()
        let routes = RoutesOf(graph, subnet)
        group (Subnet: subnet, Routes: routes) by subnet.Need("availabilityZone") into zone
        orderby zone.Key
        let open = zone.Single(entry => IsPublic(graph, entry.Routes)).Subnet
        let closed = zone.Single(entry => !IsPublic(graph, entry.Routes))
        select new Zone(
            zone.Key,
            SubnetOf(open),
            SubnetOf(closed.Subnet),
            NatGateways(graph).Any(nat => nat.Text("subnetId") == open.Id),
            NatZone(graph, closed.Routes));

    private static IReadOnlyList<string> ServicesOf(ResourceGraph graph, string type) =>
    [
        .. graph.OfType(TypeToken.VpcEndpoint)
            .Where(endpoint => endpoint.Text("vpcEndpointType") == type)
            .Select(endpoint => endpoint.Need("serviceName").Split('.')[^1]),
    ];

    private static List<ResourceNode> RoutesOf(ResourceGraph graph, ResourceNode subnet)
    {
        var table = graph.OfType(TypeToken.RouteTableAssociation)
            .Single(association => association.Text("subnetId") == subnet.Id)
            .Text("routeTableId");
        return [.. graph.OfType(TypeToken.Route).Where(route => route.Text("routeTableId") == table)];
    }

    private static bool IsPublic(ResourceGraph graph, List<ResourceNode> routes) =>
        routes.Any(route => graph.ByIdOrArn(route.Text("gatewayId"))?.Kind == "InternetGateway");

    private static IEnumerable<ResourceNode> NatGateways(ResourceGraph graph) => graph.OfType(TypeToken.NatGateway);

    private static string? NatZone(ResourceGraph graph, List<ResourceNode> routes) =>
        NatGateways(graph)
            .Where(nat => routes.Any(route => route.Text("natGatewayId") == nat.Id))
            .Select(nat => graph.ByIdOrArn(nat.Text("subnetId"))?.Text("availabilityZone"))
            .FirstOrDefault();

    private static Subnet SubnetOf(ResourceNode subnet) => new(subnet.Need("cidrBlock"), Prefix(subnet.Text("ipv6CidrBlock")));

    private static string? Prefix(string? block) => block?[block.IndexOf('/', StringComparison.Ordinal)..];
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads networks, their subnets, and their ways out.</summary>
internal static class NetworkReader
{
    public static IReadOnlyList<DeclaredVpc> Vpcs(ResourceGraph graph) =>
    [
        .. graph.OfType(TypeToken.Vpc)
            .Select(vpc => new DeclaredVpc(vpc.Name, vpc.Need("cidrBlock"), Prefix(vpc.Output("ipv6CidrBlock")))),
    ];

    public static IReadOnlyList<DeclaredSubnet> Subnets(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.Subnet).Select(subnet => Subnet(graph, subnet))];

    public static IReadOnlyList<DeclaredNatGateway> NatGateways(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.NatGateway).Select(nat => new DeclaredNatGateway(nat.Name, ZoneOf(graph, nat)))];

    public static IReadOnlyList<DeclaredEndpoint> Endpoints(ResourceGraph graph) =>
    [
        .. graph.OfType(TypeToken.VpcEndpoint).Select(endpoint => new DeclaredEndpoint(
            endpoint.Name,
            endpoint.Need("serviceName").Split('.')[^1],
            endpoint.Text("vpcEndpointType") == "Interface",
            endpoint.Texts("subnetIds").Count)),
    ];

    public static DeclaredSubnet Subnet(ResourceGraph graph, ResourceNode subnet)
    {
        var tables = graph.OfType(TypeToken.RouteTableAssociation)
            .Where(association => association.Text("subnetId") == subnet.Id)
            .Select(association => association.Text("routeTableId"))
            .ToList();
        var routes = graph.OfType(TypeToken.Route).Where(route => tables.Contains(route.Text("routeTableId"))).ToList();
        return new(
            subnet,
            subnet.Need("availabilityZone"),
            subnet.Need("cidrBlock"),
            Prefix(subnet.Text("ipv6CidrBlock")),
            tables.Count > 0,
            routes.Find(route => graph.ByIdOrArn(TypeToken.InternetGateway, route.Text("gatewayId")) is not null)?.Name,
            routes
                .Select(route => graph.ByIdOrArn(TypeToken.NatGateway, route.Text("natGatewayId")))
                .OfType<ResourceNode>()
                .Select(nat => ZoneOf(graph, nat))
                .FirstOrDefault());
    }

    private static string? ZoneOf(ResourceGraph graph, ResourceNode nat) =>
        graph.ByIdOrArn(TypeToken.Subnet, nat.Text("subnetId"))?.Text("availabilityZone");

    private static string? Prefix(string? block) => block?.Split('/') is [_, var length] ? $"/{length}" : null;
}

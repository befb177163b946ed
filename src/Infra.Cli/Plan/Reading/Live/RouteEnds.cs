namespace Infra.Cli.Plan.Reading.Live;

/// <summary>The inputs by which a route says where it leads: one of them.</summary>
internal static class RouteEnds
{
    public static string[] All { get; } =
    [
        "gatewayId", "natGatewayId", "egressOnlyGatewayId", "networkInterfaceId", "transitGatewayId", "vpcPeeringConnectionId",
        "vpcEndpointId", "carrierGatewayId", "localGatewayId", "coreNetworkArn",
    ];
}

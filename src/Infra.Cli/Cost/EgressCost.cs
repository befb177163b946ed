using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>The servers' ways out: NAT gateways, and endpoints of AWS's services. Gateway endpoints are free.</summary>
internal static class EgressCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var gateways = stack.Declared.NatGateways.Count;
        if (gateways > 0)
        {
            yield return stack.Line(
                "NAT gateways", Money.Quantity(gateways, "gateway"), PriceItem.NatGatewayHour, gateways * Usage.HoursPerMonth);
            yield return stack.LinePerServer("NAT gateways, data", "", PriceItem.NatGatewayData, Usage.EgressGbPerServer);
        }

        var addresses = stack.OfType(TypeToken.Eip).Count;
        if (addresses > 0)
        {
            yield return stack.Line(
                "NAT gateways, IPv4", Money.Quantity(addresses), PriceItem.PublicIpv4Hour, addresses * Usage.HoursPerMonth);
        }

        var endpoints = stack.Declared.Endpoints.Where(endpoint => endpoint.IsInterface).ToList();
        if (endpoints.Count > 0)
        {
            // AWS charges for each zone that an endpoint has an address in.
            var zones = endpoints.Sum(endpoint => endpoint.SubnetCount);
            var detail = $"{endpoints.Count} services, {zones} addresses";
            yield return stack.Line("Interface endpoints", detail, PriceItem.InterfaceEndpointHour, zones * Usage.HoursPerMonth);
            yield return stack.LinePerServer("Interface endpoints, data", "", PriceItem.InterfaceEndpointData, Usage.EgressGbPerServer);
        }
    }
}

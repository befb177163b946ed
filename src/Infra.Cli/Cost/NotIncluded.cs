using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>
/// What a stack may make AWS charge for that no line shows, since nobody knows its quantity or it is not the stack's own.
/// </summary>
internal static class NotIncluded
{
    /// <summary>The notes, each beginning with <c>Not included</c>.</summary>
    public static IEnumerable<string> Notes(StackPricing stack)
    {
        if (stack.OfType(TypeToken.DnsRecord).Count > 0 && stack.PriceOf(PriceItem.HostedZone) is { IsKnown: true } zone)
        {
            yield return
                $"Not included: the hosted zone, ${Money.UnitPrice(zone.Tiers[0].UnitPrice)} a month, which is there without this stack, "
                + "and its queries; those of an alias to a load balancer are free.";
        }

        if (SharesNatGateways(stack))
        {
            yield return
                "Not included: what servers exchange with a NAT gateway in another zone is charged as data transfer between zones, "
                + "in either direction, on top of the gateway's own price.";
        }

        if (stack.OfType(TypeToken.LogGroup).Count > 0)
            yield return "Not included: queries of CloudWatch Logs Insights, which are charged by the GB that they read.";
        if (stack.OfType(TypeToken.Topic).Count > 0)
        {
            yield return
                "Not included, since they stay below a cent: messages of alarms, what they ask of the encryption key, "
                + "and the requests that publish a site.";
        }
    }

    // Between a load balancer and its servers, and to an interface endpoint, no zone is charged for:
    // https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer.
    private static bool SharesNatGateways(StackPricing stack)
    {
        var gateways = stack.Declared.NatGateways.Count;
        return gateways > 0 && stack.Declared.Groups.Any(group => group.Zones.Count > gateways);
    }
}

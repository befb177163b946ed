using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>The load balancer: its hours, what it handles, and its addresses.</summary>
internal static class LoadBalancerCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var loadBalancers = stack.Declared.LoadBalancers;
        if (loadBalancers.Count == 0)
            yield break;

        yield return stack.Line("Load balancer", "application", PriceItem.LoadBalancerHour, loadBalancers.Count * Usage.HoursPerMonth);
        yield return stack.Line(
            "Load balancer, capacity", "", PriceItem.LoadBalancerCapacityUnitHour, stack.Usage.LoadBalancerCapacityUnitHours);
        var addresses = loadBalancers
            .Where(loadBalancer => loadBalancer.IsInternetFacing)
            .Sum(loadBalancer => loadBalancer.SubnetIds.Count);
        if (addresses > 0)
        {
            yield return stack.Line(
                "Load balancer, IPv4", $"{addresses}, one per zone", PriceItem.PublicIpv4Hour, addresses * Usage.HoursPerMonth);
        }
    }
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>The load balancer: its hours, what it handles, and its addresses.</summary>
internal static class LoadBalancerCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var loadBalancers = stack.Graph.OfType(TypeToken.LoadBalancer).ToList();
        if (loadBalancers.Count == 0)
            yield break;

        yield return stack.Line("Load balancer", "application", PriceItem.LoadBalancerHour, loadBalancers.Count * Usage.HoursPerMonth);
        yield return stack.Line("Load balancer, capacity", "", PriceItem.LoadBalancerCapacityUnitHour, stack.Usage.LoadBalancerCapacityUnitHours);
        var addresses = loadBalancers.Where(IsInternetFacing).Sum(loadBalancer => loadBalancer.Texts("subnets").Count);
        if (addresses > 0)
            yield return stack.Line("Load balancer, IPv4", $"{addresses}, one per zone", PriceItem.PublicIpv4Hour, addresses * Usage.HoursPerMonth);
    }

    private static bool IsInternetFacing(ResourceNode loadBalancer) => !loadBalancer.IsTrue("internal");
}

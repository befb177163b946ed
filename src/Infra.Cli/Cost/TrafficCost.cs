using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>What leaves for the internet. What comes in is free, and so is what passes between load balancer and servers.</summary>
internal static class TrafficCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        yield return stack.Line("Traffic to the internet", "", PriceItem.DataTransferOut, stack.Usage.TrafficGb);
    }
}

using System.Collections.Immutable;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>Estimates what a stack costs from what it declares.</summary>
internal static class CostEstimator
{
    /// <summary>The estimate; what has no price is a line without an amount.</summary>
    /// <exception cref="Shell.InvalidUsageException">
    /// The book has another form, or what a resource costs depends on what is not in the stack.
    /// </exception>
    public static CostEstimate Estimate(ResourceGraph graph, Usage usage, PriceBook book)
    {
        graph.Unknowns.Take();
        var stack = new StackPricing(graph, usage, book);
        ImmutableArray<CostLine> lines =
        [
            .. LoadBalancerCost.Lines(stack),
            .. ServerCost.Lines(stack),
            .. EgressCost.Lines(stack),
            .. FirewallCost.Lines(stack),
            .. MonitoringCost.Lines(stack),
            .. LogCost.Lines(stack),
            .. StorageCost.Lines(stack),
            .. TrafficCost.Lines(stack),
            .. OfUnknownTypes(graph),
        ];
        return new()
        {
            StackName = graph.StackName,
            Region = graph.Region,
            Currency = book.Currency,
            Usage = usage,
            Servers = stack.Servers,
            Lines = lines,
            Free = Free(graph),
            Notes =
            [
                .. SurplusCredits.Notes(stack), .. ServerCost.Notes(stack), .. MonitoringCost.Notes(stack), .. NotIncluded.Notes(stack),
                .. Assumed(graph), .. lines.Where(IsBeyondItsRecord).Select(Beyond),
            ],
        };
    }

    // For what is not known reading gives nothing, as for what is not set.
    private static IEnumerable<string> Assumed(ResourceGraph graph)
    {
        var priced = graph.Unknowns.Take().Where(input => ChargedTypes.All.Contains(input.Resource.Type)).ToList();
        if (priced.Count > 0)
            yield return $"Priced as if it were not set: {string.Join(", ", priced.Select(input => input.Clause(graph.Stack)))}.";
    }

    // Nobody has said yet whether such a resource costs anything.
    private static IEnumerable<CostLine> OfUnknownTypes(ResourceGraph graph) =>
        from node in graph.Nodes
        where node.IsCustom && !ChargedTypes.All.Contains(node.Type) && !FreeTypes.Why.ContainsKey(node.Type)
        group node by node.Type into type
        select new CostLine
        {
            Item = type.Key,
            Price = StackPricing.NotPriced("resource", type.Key),
            MinimumQuantity = type.Count(),
            MaximumQuantity = type.Count(),
        };

    private static bool IsBeyondItsRecord(CostLine line) => line.MaximumQuantity > line.Price.KnownTo;

    private static string Beyond(CostLine line) =>
        $"{line.Item}: what is above {Money.Quantity(line.Price.KnownTo!.Value, line.Price.Unit)} is priced as what is below, "
        + "since its own price is not known.";

    private static ImmutableArray<FreeResources> Free(ResourceGraph graph) =>
    [
        .. graph.Nodes
            .Where(node => FreeTypes.Why.ContainsKey(node.Type))
            .GroupBy(node => node.Type, StringComparer.Ordinal)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => new FreeResources(type.Key, type.Count(), FreeTypes.Why[type.Key])),
    ];
}

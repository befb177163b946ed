using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>Estimates what a stack costs from what it declares.</summary>
internal static class CostEstimator
{
    /// <exception cref="InvalidUsageException">A price is missing, or nobody has said yet whether a resource costs anything.</exception>
    public static CostEstimate Estimate(ResourceGraph graph, Usage usage, PriceBook book)
    {
        RequireKnownTypes(graph);
        graph.Unknowns.Take();
        var stack = new StackPricing(graph, usage, book);
        return new()
        {
            StackName = graph.StackName,
            Region = graph.Region,
            PriceDate = book.Date,
            Currency = book.Currency,
            Usage = usage,
            Servers = stack.Servers,
            Lines =
            [
                .. LoadBalancerCost.Lines(stack),
                .. ServerCost.Lines(stack),
                .. EgressCost.Lines(stack),
                .. FirewallCost.Lines(stack),
                .. MonitoringCost.Lines(stack),
                .. LogCost.Lines(stack),
                .. StorageCost.Lines(stack),
                .. TrafficCost.Lines(stack),
            ],
            Free = Free(graph),
            Notes = [.. SurplusCredits.Notes(stack), .. ServerCost.Notes(stack), .. MonitoringCost.Notes(stack), .. Assumed(graph)],
        };
    }

    // For what is not known reading gives nothing, as for what is not set.
    private static IEnumerable<string> Assumed(ResourceGraph graph)
    {
        var priced = graph.Unknowns.Take().Where(input => ChargedTypes.All.Contains(input.Resource.Type)).ToList();
        if (priced.Count > 0)
            yield return $"Priced as if it were not set: {string.Join(", ", priced.Select(input => input.Clause(graph.Stack)))}.";
    }

    private static void RequireKnownTypes(ResourceGraph graph)
    {
        var unknown = graph.Nodes.FirstOrDefault(
            node => node.IsCustom && !ChargedTypes.All.Contains(node.Type) && !FreeTypes.Why.ContainsKey(node.Type));
        if (unknown is not null)
        {
            throw new InvalidUsageException(
                $"the cost of {unknown} is not known: add its type to {nameof(ChargedTypes)} "
                + $"or {nameof(FreeTypes)} in Infra.Cli/Cost");
        }
    }

    private static ImmutableArray<FreeResources> Free(ResourceGraph graph) =>
    [
        .. graph.Nodes
            .Where(node => FreeTypes.Why.ContainsKey(node.Type))
            .GroupBy(node => node.Type, StringComparer.Ordinal)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => new FreeResources(type.Key, type.Count(), FreeTypes.Why[type.Key])),
    ];
}

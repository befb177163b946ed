using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>The estimate in one sentence, for other commands.</summary>
internal static class CostSummary
{
    /// <summary>
    /// E.g. <c>Cost: about $48.12 a month at 1 server, $79.61 at 3 (eu-west-1, on demand, 100 GB out; infra cost dev)</c>.
    /// </summary>
    public static string Line(ResourceGraph graph)
    {
        try
        {
            var estimate = CostEstimator.Estimate(graph, new(), PriceBook.Default);
            var (minimum, maximum) = (Money.Quantity(estimate.Servers.Minimum, "server"), estimate.Servers.Maximum);
            var atMaximum = maximum == estimate.Servers.Minimum ? "" : $", ${Money.Text(estimate.Maximum)} at {Money.Quantity(maximum)}";
            var gaps = estimate.Gaps.Select(gap => gap.Price.Thing).Distinct().Count();
            var unknown = gaps == 0 ? "" : $", {Money.Quantity(gaps, "price")} not known";
            var basis = $"{estimate.Region}, on demand, {Money.Quantity(estimate.Usage.TrafficGb)} GB out{unknown}; "
                + $"infra cost {estimate.StackName}";
            return $"Cost: {(gaps == 0 ? "about" : "at least")} ${Money.Text(estimate.Minimum)} a month at {minimum}{atMaximum} ({basis})";
        }
        catch (Exception fault) when (graph.Origin is not null && MalformedValue.Causes(fault))
        {
            return $"Cost: not estimated, the stack {MalformedValue.Clause(fault)}";
        }
        catch (InvalidUsageException missing)
        {
            // A preview is right without its price.
            return $"Cost: not estimated, {missing.Message}";
        }
    }
}

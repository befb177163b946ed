using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using static System.FormattableString;

namespace Infra.Cli.Cost;

/// <summary>What some stacks cost in a month, for a document.</summary>
internal static class CostFragment
{
    public static string Of(IReadOnlyList<ResourceGraph> stacks)
    {
        var usage = new Usage();
        var regions = stacks.Select(stack => stack.Region).Distinct().ToList();
        var place = regions.Count == 1 ? $" in {regions[0]}" : "";
        var rows = stacks.Select(stack => Row(stack, usage, regions.Count > 1)).ToList();
        var dates = rows.Select(row => row.Estimate?.Recorded).OfType<(DateOnly Oldest, DateOnly Newest)>().ToList();
        var recorded = dates.Count == 0
            ? ""
            : $", recorded {PriceRecord.Text(dates.Min(pair => pair.Oldest))} to {PriceRecord.Text(dates.Max(pair => pair.Newest))}";
        return MarkdownText.Blocks(
            MarkdownText.Table([["", "Fewest servers", "Most servers"], .. rows.Select(row => row.Cells)]),
            $"USD a month{place}, at AWS's list prices{recorded}, "
                + Invariant($"with {usage.TrafficGb:0} GB to the internet. ")
                + $"Line by line: `infra cost {stacks[^1].StackName}`.");
    }

    private static (string[] Cells, CostEstimate? Estimate) Row(ResourceGraph stack, Usage usage, bool withRegion)
    {
        var name = withRegion ? $"{stack.StackName}, in {stack.Region}" : stack.StackName;
        try
        {
            var estimate = CostEstimator.Estimate(stack, usage, PriceBook.Default);
            var least = estimate.IsComplete ? "" : "at least ";
            string[] cells =
            [
                name,
                Invariant($"{least}{estimate.Minimum:N2} with {estimate.Servers.Minimum}"),
                Invariant($"{least}{estimate.Maximum:N2} with {estimate.Servers.Maximum}"),
            ];
            return (cells, estimate);
        }
        catch (InvalidUsageException missing)
        {
            // A document is right without a price.
            return ([name, $"not estimated: {missing.Message}", ""], null);
        }
    }
}

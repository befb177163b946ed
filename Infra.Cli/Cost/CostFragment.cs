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
        return MarkdownText.Blocks(
            MarkdownText.Table([["", "Fewest servers", "Most servers"], .. stacks.Select(stack => Row(stack, usage, regions.Count > 1))]),
            $"USD a month{place}, at AWS's list prices of {PriceBook.Default.Date}, "
                + Invariant($"with {usage.TrafficGb:0} GB to the internet. ")
                + $"Line by line: `infra cost {stacks[^1].StackName}`.");
    }

    private static string[] Row(ResourceGraph stack, Usage usage, bool withRegion)
    {
        var name = withRegion ? $"{stack.StackName}, in {stack.Region}" : stack.StackName;
        try
        {
            var estimate = CostEstimator.Estimate(stack, usage, PriceBook.Default);
            return
            [
                name,
                Invariant($"{estimate.Minimum:N2} with {estimate.Servers.Minimum}"),
                Invariant($"{estimate.Maximum:N2} with {estimate.Servers.Maximum}"),
            ];
        }
        catch (InvalidUsageException missing)
        {
            // A document is right without a price.
            return [name, $"not estimated: {missing.Message}", ""];
        }
    }
}

using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Cost;

/// <summary>The repository's own stacks, estimated.</summary>
internal static class Stacks
{
    public static async Task<CostEstimate> EstimateAsync(string stack, params string[] settings) =>
        Estimate(await Graphs.Of(stack, settings));

    public static CostEstimate Estimate(ResourceGraph graph) => CostEstimator.Estimate(graph, new(), PriceBook.Default);

    /// <summary>A stack with no resources.</summary>
    public static async Task<ResourceGraph> BareAsync(string region = "eu-west-1")
    {
        var dev = await Graphs.Of("dev");
        return new(dev.ProjectName, dev.StackName, region, [dev.Stack], dev.Outputs);
    }

    /// <summary>The line of an item; fails when there is none.</summary>
    public static CostLine Line(this CostEstimate estimate, string item) => estimate.Lines.Single(line => line.Item == item);

    /// <summary>The settings for another region, which has zones of its own.</summary>
    public static string[] In(string region, params string[] more) =>
        [$"aws:region={region}", $"zones=[\"{region}a\",\"{region}b\"]", .. more];
}

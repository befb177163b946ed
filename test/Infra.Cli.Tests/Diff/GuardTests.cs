using Infra.Cli.Diff;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;

namespace Infra.Cli.Tests.Diff;

/// <summary><c>--forbid cost+N</c>, of a stack that costs 100 to 200 USD a month.</summary>
internal sealed class GuardTests
{
    [TestCase("cost+12", 112, 212, ExpectedResult = "")]
    [TestCase("cost+12", 112.01, 200, ExpectedResult = "fewest")]
    [TestCase("cost+12", 100, 212.01, ExpectedResult = "most")]
    [TestCase("cost+12.5", 112.5, 200, ExpectedResult = "")]
    [TestCase("cost+0", 100, 200, ExpectedResult = "")]
    [TestCase("cost+0", 90, 150, ExpectedResult = "")]
    [TestCase("cost+0", 100.01, 200.01, ExpectedResult = "fewest most")]
    [TestCase("cost+12%", 112, 224, ExpectedResult = "")]
    [TestCase("cost+12%", 112.01, 200, ExpectedResult = "fewest")]
    [TestCase("cost+12%", 100, 224.01, ExpectedResult = "most")]
    public async Task<string> Cost_BeyondWhatIsAllowed_IsForbidden(string word, decimal fewest, decimal most)
    {
        var guard = Guard.Read([word], out _)!;

        return string.Join(' ', guard.Broken(await DiffAsync(new(1, 3, fewest, most)))
            .Select(message => message.Contains("fewest", StringComparison.Ordinal) ? "fewest" : "most"));
    }

    private static async Task<StackDiff> DiffAsync(CostFact after)
    {
        var graph = await Graphs.Of("dev");
        return StackDiff.Of(
            "itself",
            GraphDiff.Between(graph, graph),
            PlanFacts.None with { Cost = new(1, 3, 100m, 200m) },
            PlanFacts.None with { Cost = after });
    }
}

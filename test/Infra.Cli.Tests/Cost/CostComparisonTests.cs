using Infra.Cli.Cost;

namespace Infra.Cli.Tests.Cost;

internal sealed class CostComparisonTests
{
    // What only the second has stands behind what is before it there.
    [TestCase("", "A B", "A B")]
    [TestCase("A B", "", "A B")]
    [TestCase("A B", "A B", "A B")]
    [TestCase("A B C", "C D", "A B C D")]
    [TestCase("A B C", "D A E", "D A E B C")]
    [TestCase("A B C", "B D E", "A B D E C")]
    [TestCase("B A", "A B C", "B C A")]
    public async Task Items_OfBoth_AreInTheOrderOfTheFirst(string left, string right, string expected)
    {
        var estimate = await Stacks.EstimateAsync("dev");

        Assert.That(CostComparison.Items(With(left), With(right)), Is.EqualTo(expected.Split(' ')));

        CostEstimate With(string items) => estimate with
        {
            Lines = [.. items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => estimate.Lines[0] with { Item = item })],
        };
    }
}

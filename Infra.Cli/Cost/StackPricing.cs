using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>What the lines of an estimate are made from: a stack's resources, how they are used, and the prices of their region.</summary>
internal sealed class StackPricing(ResourceGraph graph, Usage usage, PriceBook book)
{
    public ResourceGraph Graph => graph;

    public Usage Usage => usage;

    public Fleet Fleet { get; } = Fleet.Of(graph);

    /// <summary>A line for a quantity that the number of servers does not change.</summary>
    public CostLine Line(string item, string detail, string priceItem, decimal quantity) => Line(item, detail, PriceOf(priceItem), quantity, quantity);

    /// <summary>A line for a quantity that each server has.</summary>
    public CostLine LinePerServer(string item, string detail, string priceItem, decimal quantity) =>
        Line(item, detail, PriceOf(priceItem), quantity * Fleet.Minimum, quantity * Fleet.Maximum);

    /// <summary>A line for servers' time.</summary>
    public CostLine ServerLine(string item, string instanceType, int minimum, int maximum) => Line(
        item, instanceType, book.OfServer(instanceType, graph.Region), minimum * Usage.HoursPerMonth, maximum * Usage.HoursPerMonth);

    public Price PriceOf(string priceItem) => book.Of(priceItem, graph.Region);

    private static CostLine Line(string item, string detail, Price price, decimal minimum, decimal maximum) =>
        new() { Item = item, Detail = detail, Price = price, MinimumQuantity = minimum, MaximumQuantity = maximum };
}

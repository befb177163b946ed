using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>What the lines of an estimate are made from: what a stack declares, how it is used, and the prices of its region.</summary>
internal sealed class StackPricing(ResourceGraph graph, Usage usage, PriceBook book)
{
    public DeclaredStack Declared { get; } = new(graph);

    public Usage Usage => usage;

    public ServerRange Servers => ServerRange.Of(Declared.Groups);

    /// <summary>The resources of a type that is read nowhere else.</summary>
    public IReadOnlyList<ResourceNode> OfType(string type) => [.. graph.OfType(type)];

    /// <summary>A line for a quantity that the number of servers does not change.</summary>
    public CostLine Line(string item, string detail, string priceItem, decimal quantity) =>
        Line(item, detail, PriceOf(priceItem), quantity, quantity);

    /// <summary>A line for a quantity that each server has.</summary>
    public CostLine LinePerServer(string item, string detail, string priceItem, decimal quantity) =>
        LinePerServer(item, detail, PriceOf(priceItem), quantity, Servers);

    /// <summary>The same for the servers of one group.</summary>
    public CostLine LinePerServer(string item, string detail, string priceItem, decimal quantity, DeclaredGroup group) =>
        LinePerServer(item, detail, PriceOf(priceItem), quantity, ServerRange.Of([group]));

    /// <summary>The same for what the book has no item of.</summary>
    public static CostLine LinePerServer(string item, string detail, Price price, decimal quantity, DeclaredGroup group) =>
        LinePerServer(item, detail, price, quantity, ServerRange.Of([group]));

    /// <summary>A line for the time of a group's servers.</summary>
    public CostLine ServerLine(string item, string instanceType, DeclaredGroup group) =>
        LinePerServer(item, instanceType, book.OfServer(instanceType, graph.Region), Usage.HoursPerMonth, ServerRange.Of([group]));

    /// <summary>The price of what the book has no item of: not known.</summary>
    public static Price NotPriced(string unit, string thing) => new(unit, "https://aws.amazon.com/pricing/", []) { Thing = thing };

    public Price PriceOf(string priceItem) => book.Of(priceItem, graph.Region);

    /// <summary>The name of an item that there is one of for each of several things; the usual one when there is but one of them.</summary>
    public static string ItemOf<T>(string item, T thing, IReadOnlyCollection<T> things)
        where T : INamed =>
        things.Count == 1 ? item : $"{item}, {thing.Name}";

    private static CostLine LinePerServer(string item, string detail, Price price, decimal quantity, ServerRange servers) =>
        Line(item, detail, price, quantity * servers.Minimum, quantity * servers.Maximum);

    private static CostLine Line(string item, string detail, Price price, decimal minimum, decimal maximum) =>
        new() { Item = item, Detail = detail, Price = price, MinimumQuantity = minimum, MaximumQuantity = maximum };
}

using System.Collections.Immutable;

namespace Infra.Cli.Cost.Prices;

/// <summary>The prices that one record gave.</summary>
/// <param name="Record">Where they were read.</param>
/// <param name="Items">By the names in <see cref="PriceItem"/>.</param>
/// <param name="Servers">In a hour, by instance type.</param>
internal sealed record RecordedPrices(
    PriceRecord Record,
    ImmutableSortedDictionary<string, ImmutableArray<PriceTier>> Items,
    ImmutableSortedDictionary<string, decimal> Servers)
{
    /// <summary>No prices of a record.</summary>
    public static RecordedPrices Of(PriceRecord record) => new(
        record,
        ImmutableSortedDictionary.Create<string, ImmutableArray<PriceTier>>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, decimal>(InstanceTypeOrder.Instance));

    /// <summary>Whether it gave nothing.</summary>
    public bool IsEmpty => Items.IsEmpty && Servers.IsEmpty;
}

namespace Infra.Cli.Cost.Prices;

/// <summary>A price per unit, and the quantity from which it applies.</summary>
/// <param name="From">The quantity, from 0.</param>
/// <param name="UnitPrice">In US dollars.</param>
internal sealed record PriceTier(decimal From, decimal UnitPrice)
{
    /// <summary>Where the record ends, of a last tier that was read without those behind it; none where it has no end.</summary>
    public decimal? To { get; init; }
}

using System.Collections.Immutable;

namespace Infra.Cli.Cost.Prices;

/// <summary>The price of one thing in one region, in US dollars.</summary>
/// <param name="Unit">What the quantity counts, in the singular, e.g. <c>hour</c>.</param>
/// <param name="Source">The page of AWS that has the price.</param>
/// <param name="Tiers">The first applies from nothing on; most prices have no other. None where the price is not known.</param>
internal sealed record Price(string Unit, string Source, ImmutableArray<PriceTier> Tiers)
{
    /// <summary>What it is the price of, for a message, e.g. <c>nat-gateway-hour in eu-west-2</c>.</summary>
    public required string Thing { get; init; }

    /// <summary>Where the price was read and when; none where it is not known.</summary>
    public PriceRecord? Record { get; init; }

    /// <summary>Whether the book has it. What is not known counts nothing, and every report says so.</summary>
    public bool IsKnown => Tiers.Length > 0;

    /// <summary>The quantity up to which its record goes; none where it has no end.</summary>
    public decimal? KnownTo => IsKnown ? Tiers[^1].To : null;

    /// <summary>
    /// The price of a quantity: each tier's price for the part that is in the tier; what is beyond the record at its last price.
    /// </summary>
    public decimal Of(decimal quantity)
    {
        var total = 0m;
        for (var i = 0; i < Tiers.Length; i++)
        {
            var end = i + 1 < Tiers.Length ? Math.Min(quantity, Tiers[i + 1].From) : quantity;
            total += Math.Max(end - Tiers[i].From, 0m) * Tiers[i].UnitPrice;
        }

        return total;
    }
}

using System.Collections.Immutable;

namespace Infra.Cli.Cost;

/// <summary>The price of one thing in one region, in US dollars.</summary>
/// <param name="Unit">What the quantity counts, in the singular, e.g. <c>hour</c>.</param>
/// <param name="Source">The page of AWS that has the price.</param>
/// <param name="Tiers">The first applies from nothing on; most prices have no other.</param>
internal sealed record Price(string Unit, string Source, ImmutableArray<PriceTier> Tiers)
{
    /// <summary>The price of a quantity: each tier's price for the part that is in the tier.</summary>
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

/// <summary>A price per unit, and the quantity from which it applies.</summary>
internal sealed record PriceTier(decimal From, decimal UnitPrice);

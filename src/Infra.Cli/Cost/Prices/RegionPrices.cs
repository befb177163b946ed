using System.Collections.Immutable;

namespace Infra.Cli.Cost.Prices;

/// <summary>What the book has of one region: the prices that are its own, record by record.</summary>
/// <param name="Region">The region, e.g. <c>eu-west-2</c>.</param>
/// <param name="Records">The newest first where two of them overlap; a thing is in one of them alone.</param>
internal sealed record RegionPrices(string Region, ImmutableArray<RecordedPrices> Records)
{
    /// <summary>The tiers of a thing's price, and where they were read; none if the region's records lack it.</summary>
    public (ImmutableArray<PriceTier> Tiers, PriceRecord Record)? Find(string item)
    {
        foreach (var recorded in Records)
        {
            if (recorded.Items.TryGetValue(item, out var tiers))
                return (tiers, recorded.Record);
        }

        return null;
    }

    /// <summary>The price of a server's hour, and where it was read; none if the region's records lack it.</summary>
    public (decimal Price, PriceRecord Record)? FindServer(string instanceType)
    {
        foreach (var recorded in Records)
        {
            if (recorded.Servers.TryGetValue(instanceType, out var price))
                return (price, recorded.Record);
        }

        return null;
    }

    /// <summary>The same with the prices of newer records in place of what is there of the same things.</summary>
    public RegionPrices With(IReadOnlyList<RecordedPrices> newer)
    {
        var items = newer.SelectMany(recorded => recorded.Items.Keys).ToHashSet(StringComparer.Ordinal);
        var servers = newer.SelectMany(recorded => recorded.Servers.Keys).ToHashSet(StringComparer.Ordinal);
        var kept = Records
            .Select(recorded => recorded with
            {
                Items = recorded.Items.RemoveRange(items),
                Servers = recorded.Servers.RemoveRange(servers),
            })
            .Where(recorded => !recorded.IsEmpty);
        return this with { Records = [.. newer.Where(recorded => !recorded.IsEmpty), .. kept] };
    }
}

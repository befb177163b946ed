using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost.Updating;

/// <summary>Reads a price list: five rows about the list, one with the names of the columns, and a row for each price.</summary>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/bulk-api-reading-price-list-files.html</remarks>
internal static class OfferFile
{
    private const int RowsOfAbout = 5;

    /// <summary>The book's prices in a list.</summary>
    /// <param name="text">The list as CSV.</param>
    /// <param name="offer">Which list it is to be.</param>
    /// <param name="region">The region that it is to be of.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no such list, it is cut, or it has two prices of one thing.</exception>
    public static async Task<RecordedPrices> ReadAsync(TextReader text, Offer offer, string region, CancellationToken cancellation)
    {
        var csv = new CsvReader(text);
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < RowsOfAbout; i++)
        {
            if (await csv.NextAsync(cancellation) is not { Count: > 1 } row)
                throw new InvalidDataException("it has no rows about itself");

            about[row[0]] = row[1];
        }

        if (about.GetValueOrDefault("OfferCode") != offer.Code)
            throw new InvalidDataException($"it is not the price list of {offer.Code}");

        var record = new PriceRecord(
            offer.Address(region, VersionOf(about)).AbsoluteUri,
            DateOf(about.GetValueOrDefault("Publication Date")));
        return await PricesAsync(csv, offer, RecordedPrices.Of(record), cancellation);
    }

    private static async Task<RecordedPrices> PricesAsync(
        CsvReader csv, Offer offer, RecordedPrices prices, CancellationToken cancellation)
    {
        var names = await csv.NextAsync(cancellation) ?? throw new InvalidDataException("it has no columns");
        var width = names.Count;
        var columns = names.Select((name, place) => (name, place)).DistinctBy(column => column.name, StringComparer.Ordinal)
            .ToDictionary(column => column.name, column => column.place, StringComparer.Ordinal);
        foreach (var needed in new[] { "TermType", "PricePerUnit", "Currency", "Unit", "StartingRange", "Product Family", "usageType" })
        {
            if (!columns.ContainsKey(needed))
                throw new InvalidDataException($"it has no column {needed}");
        }

        var tiers = new SortedDictionary<string, SortedDictionary<decimal, decimal>>(StringComparer.Ordinal);
        var servers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (await csv.NextAsync(cancellation) is { } cells)
        {
            if (cells.Count != width)
                throw new InvalidDataException($"it has a row of {cells.Count} cells for {width} columns");

            var row = new OfferRow(columns, cells);
            if (offer.Things.FirstOrDefault(thing => thing.IsIn(row)) is { } thing)
            {
                if (!tiers.TryGetValue(thing.Item, out var known))
                    tiers[thing.Item] = known = [];
                Add(known, Number(row["StartingRange"], "StartingRange"), Plain(PriceIn(row) * thing.Times), thing.Item);
            }
            else if (offer.ServerOf(row) is { } server)
            {
                Add(servers, server, PriceIn(row), server);
            }
        }

        return prices with
        {
            Items = prices.Items.SetItems(tiers.Select(thing => KeyValuePair.Create(
                thing.Key, thing.Value.Select(tier => new PriceTier(tier.Key, tier.Value)).ToImmutableArray()))),
            Servers = prices.Servers.SetItems(servers),
        };
    }

    private static void Add<T>(IDictionary<T, decimal> prices, T key, decimal price, string thing)
        where T : notnull
    {
        if (prices.TryGetValue(key, out var other) && other != price)
            throw new InvalidDataException($"it has two prices of {thing}, {Shown(other)} and {Shown(price)}");

        prices[key] = price;
    }

    private static decimal PriceIn(OfferRow row) => row["Currency"] == "USD"
        ? Number(row["PricePerUnit"], "PricePerUnit")
        : throw new InvalidDataException($"it has prices in '{row["Currency"]}'");

    private static decimal Number(string text, string column) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Plain(number)
            : throw new InvalidDataException($"it has '{text}' for {column}");

    // A decimal remembers trailing zeros, of which AWS writes some; dividing by a long 1 drops them.
    private static decimal Plain(decimal number) => number / 1.000000000000000000000000000000m;

    private static string VersionOf(Dictionary<string, string> about) =>
        about.GetValueOrDefault("Version") ?? throw new InvalidDataException("it does not say its version");

    private static DateOnly DateOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? DateOnly.FromDateTime(time.UtcDateTime)
            : throw new InvalidDataException($"it has '{text}' for the day that it was published");

    private static string Shown(decimal price) => price.ToString(CultureInfo.InvariantCulture);
}

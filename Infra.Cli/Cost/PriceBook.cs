using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.StackFiles;

namespace Infra.Cli.Cost;

/// <summary>The prices in <c>prices.json</c>. What the file does not have is an error that names it: a missing price is never zero.</summary>
internal sealed class PriceBook
{
    /// <summary>Where to add a price.</summary>
    public const string FileName = "Infra.Cli/Cost/prices.json";

    private static readonly Lazy<PriceBook> Shipped = new(() =>
    {
        using var file = typeof(PriceBook).Assembly.GetManifestResourceStream("prices.json")!;
        return Parse(file);
    });

    private readonly JsonElement _book;

    private PriceBook(JsonElement book) => _book = book;

    /// <summary>The prices that this program comes with.</summary>
    public static PriceBook Default => Shipped.Value;

    /// <summary>The day on which the prices were gathered.</summary>
    public string Date => _book.GetProperty("date").GetString()!;

    public string Currency => _book.GetProperty("currency").GetString()!;

    public IReadOnlyList<string> Regions => [.. _book.GetProperty("regions").EnumerateArray().Select(region => region.GetString()!)];

    public static PriceBook Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }

    /// <summary>The price of a thing from the list in <see cref="PriceItem"/>.</summary>
    /// <exception cref="InvalidUsageException">The book lacks the region, or the thing in that region.</exception>
    public Price Of(string item, string region)
    {
        Require(region);
        var entry = _book.GetProperty("items").GetProperty(item);
        if (entry.TryGetProperty("everywhere", out var everywhere))
            return Read(entry, everywhere);

        return entry.GetProperty("prices").TryGetProperty(region, out var price)
            ? Read(entry, price)
            : throw new InvalidUsageException($"the price of {item} in {region} is not known: add it to {FileName} ({entry.GetProperty("source").GetString()})");
    }

    /// <summary>The price of an instance type.</summary>
    /// <exception cref="InvalidUsageException">The book lacks the region, or the instance type in that region.</exception>
    public Price OfServer(string instanceType, string region)
    {
        Require(region);
        var servers = _book.GetProperty("servers");
        return servers.GetProperty("prices").GetProperty(region).TryGetProperty(instanceType, out var price)
            ? Read(servers, price)
            : throw new InvalidUsageException(
                $"the price of instance type {instanceType} in {region} is not known: add it to {FileName} ({servers.GetProperty("source").GetString()})");
    }

    private void Require(string region)
    {
        if (!Regions.Contains(region))
            throw new InvalidUsageException($"the prices of region {region} are not known, only those of {string.Join(", ", Regions)}: add it to {FileName}");
    }

    private static Price Read(JsonElement entry, JsonElement price) => new(
        entry.GetProperty("unit").GetString()!,
        entry.GetProperty("source").GetString()!,
        price.ValueKind == JsonValueKind.Number
            ? [new(0m, price.GetDecimal())]
            : [.. price.EnumerateArray().Select(tier => new PriceTier(tier.GetProperty("from").GetDecimal(), tier.GetProperty("price").GetDecimal()))]);
}

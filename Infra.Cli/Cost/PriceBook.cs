using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>
/// The prices in <c>prices.json</c>. What the file does not have is an error that names it: a missing price is never zero.
/// </summary>
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
    public string Date => Read("the date", book => Text(book, "date"));

    public string Currency => Read("the currency", book => Text(book, "currency"));

    public IReadOnlyList<string> Regions => Read<string[]>(
        "the list of regions", book => [.. book.GetProperty("regions").EnumerateArray().Select(region => region.GetString() ?? "")]);

    /// <summary>Reads a book; what is wrong within it comes to light when it is asked for.</summary>
    /// <exception cref="InvalidUsageException">It is not JSON.</exception>
    public static PriceBook Parse(Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw new InvalidUsageException($"{FileName} must be JSON: {fault.Message}");
        }
    }

    /// <summary>The price of a thing from the list in <see cref="PriceItem"/>.</summary>
    /// <exception cref="InvalidUsageException">
    /// The book lacks the region, or the thing in that region, or has it in another form.
    /// </exception>
    public Price Of(string item, string region)
    {
        Require(region);
        return Read($"the price of {item} in {region}", book =>
        {
            var entry = book.GetProperty("items").GetProperty(item);
            return entry.TryGetProperty("everywhere", out var price) || entry.GetProperty("prices").TryGetProperty(region, out price)
                ? PriceIn(entry, price)
                : throw Unknown($"the price of {item} in {region}", entry);
        });
    }

    /// <summary>The price of an instance type.</summary>
    /// <exception cref="InvalidUsageException">
    /// The book lacks the region, or the instance type in that region, or has it in another form.
    /// </exception>
    public Price OfServer(string instanceType, string region)
    {
        Require(region);
        return Read($"the price of {instanceType} in {region}", book =>
        {
            var servers = book.GetProperty("servers");
            return servers.GetProperty("prices").GetProperty(region).TryGetProperty(instanceType, out var price)
                ? PriceIn(servers, price)
                : throw Unknown($"the price of instance type {instanceType} in {region}", servers);
        });
    }

    private void Require(string region)
    {
        if (!Regions.Contains(region))
        {
            throw new InvalidUsageException(
                $"the prices of region {region} are not known, "
                + $"only those of {string.Join(", ", Regions)}: add it to {FileName}");
        }
    }

    // The file is written by hand: a slip in it has to be told, not to end the program.
    private T Read<T>(string what, Func<JsonElement, T> read)
    {
        try
        {
            return read(_book);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidUsageException($"{FileName} must have {what} in the form of the others: {fault.Message}");
        }
    }

    private static InvalidUsageException Unknown(string what, JsonElement entry) =>
        new($"{what} is not known: add it to {FileName} ({Text(entry, "source")})");

    private static Price PriceIn(JsonElement entry, JsonElement price) => new(
        Text(entry, "unit"),
        Text(entry, "source"),
        price.ValueKind == JsonValueKind.Number
            ? [new(0m, price.GetDecimal())]
            : [.. price.EnumerateArray().Select(
                tier => new PriceTier(tier.GetProperty("from").GetDecimal(), tier.GetProperty("price").GetDecimal()))]);

    private static string Text(JsonElement entry, string property) => entry.GetProperty(property).GetString() ?? "";
}

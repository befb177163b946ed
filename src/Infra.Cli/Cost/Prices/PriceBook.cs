using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost.Prices;

/// <summary>
/// The prices in <c>items.json</c> and in <c>Book</c>, of which a region's file is read when somebody asks for it. What the book does not
/// have is a price that is not known, never zero.
/// </summary>
internal sealed class PriceBook
{
    /// <summary>The file with what is priced.</summary>
    public const string FileName = "src/Infra.Cli/Cost/Prices/items.json";

    /// <summary>The folder with a file for each region.</summary>
    public const string Folder = "src/Infra.Cli/Cost/Prices/Book";

    private const string Resources = "prices/";

    private static readonly Lazy<PriceBook> Shipped = new(() => Parse(Resource("items.json")!, region => Resource(FileNameOf(region))));

    private readonly JsonElement _items;
    private readonly Func<string, Stream?> _open;
    private readonly ConcurrentDictionary<string, RegionPrices?> _regions = new(StringComparer.Ordinal);

    private PriceBook(JsonElement items, Func<string, Stream?> open) => (_items, _open) = (items, open);

    /// <summary>The prices that this program comes with.</summary>
    public static PriceBook Default => Shipped.Value;

    /// <summary>The regions that this program comes with prices of, in order.</summary>
    public static IReadOnlyList<string> Regions { get; } =
    [
        .. from name in typeof(PriceBook).Assembly.GetManifestResourceNames()
           where name.StartsWith(Resources, StringComparison.Ordinal) && name != Resources + "items.json"
           let region = Path.GetFileNameWithoutExtension(name[Resources.Length..])
           orderby region
           select region,
    ];

    public string Currency => Read("the currency", book => RegionFile.Written(book, "currency"));

    /// <summary>What is priced besides instance types, in order.</summary>
    public IReadOnlyList<string> Items => Read<string[]>(
        "the items", book => [.. book.GetProperty("items").EnumerateObject().Select(item => item.Name).Order(StringComparer.Ordinal)]);

    /// <summary>A region's file, from the project's root.</summary>
    public static string FileOf(string region) => $"{Folder}/{FileNameOf(region)}";

    /// <summary>Reads a book; what is wrong within it comes to light when it is asked for.</summary>
    /// <param name="items">What is priced.</param>
    /// <param name="open">Opens a region's file; none if there is none.</param>
    /// <exception cref="InvalidUsageException">It is not JSON.</exception>
    public static PriceBook Parse(Stream items, Func<string, Stream?> open)
    {
        using (items)
        {
            try
            {
                using var document = JsonDocument.Parse(items);
                return new(document.RootElement.Clone(), open);
            }
            catch (JsonException fault)
            {
                throw new InvalidUsageException($"{FileName} must be JSON: {fault.Message}");
            }
        }
    }

    /// <summary>What the book has of a region alone; none if it has no file of it.</summary>
    /// <exception cref="InvalidUsageException">The file has another form.</exception>
    public RegionPrices? Of(string region) => _regions.GetOrAdd(region, Opened);

    /// <summary>The price of a thing from the list in <see cref="PriceItem"/>.</summary>
    /// <exception cref="InvalidUsageException">The book has the thing in another form.</exception>
    public Price Of(string item, string region) => Read($"the price of {item}", book =>
    {
        var entry = book.GetProperty("items").GetProperty(item);
        if (entry.TryGetProperty("everywhere", out var everywhere))
            return PriceOf(entry, item, RegionFile.Tiers(everywhere), new(RegionFile.Written(entry, "page"), RegionFile.Date(entry)));

        var known = Of(region)?.Find(item);
        return PriceOf(entry, $"{item} in {region}", known?.Tiers ?? [], known?.Record);
    });

    /// <summary>The price of an instance type.</summary>
    /// <exception cref="InvalidUsageException">The book has it in another form.</exception>
    public Price OfServer(string instanceType, string region) => Read("the servers", book =>
    {
        var known = Of(region)?.FindServer(instanceType);
        return PriceOf(
            book.GetProperty("servers"), $"{instanceType} in {region}", known is { } price ? [new(0m, price.Price)] : [], known?.Record);
    });

    private RegionPrices? Opened(string region)
    {
        using var file = _open(region);
        return file is null ? null : RegionFile.Read(file, region);
    }

    // The files are written by hand as well: a slip in them has to be told, not to end the program.
    private T Read<T>(string what, Func<JsonElement, T> read)
    {
        try
        {
            return read(_items);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidUsageException($"{FileName} must have {what} in the form of the others: {fault.Message}");
        }
    }

    private static Price PriceOf(JsonElement entry, string thing, ImmutableArray<PriceTier> tiers, PriceRecord? record) =>
        new(RegionFile.Written(entry, "unit"), RegionFile.Written(entry, "page"), tiers) { Thing = thing, Record = record };

    private static string FileNameOf(string region) => $"{region}.json";

    private static Stream? Resource(string name) => typeof(PriceBook).Assembly.GetManifestResourceStream(Resources + name);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost.Prices;

/// <summary>A region's file in the book: read, and written, always in the same form, so that git shows what is different.</summary>
internal static class RegionFile
{
    /// <summary>Reads one.</summary>
    /// <param name="json">The file.</param>
    /// <param name="region">The region that it is to be of.</param>
    /// <exception cref="InvalidUsageException">It is not JSON, or not in this form.</exception>
    public static RegionPrices Read(Stream json, string region)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(region, [.. document.RootElement.GetProperty("records").EnumerateArray().Select(Recorded)]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidUsageException($"{PriceBook.FileOf(region)} must have the form of the others: {fault.Message}");
        }
    }

    /// <summary>Writes one: a line for each thing, and for each family of instance types.</summary>
    public static string Text(RegionPrices prices)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"region\": ").Append(Quoted(prices.Region)).Append(",\n  \"records\": [\n");
        for (var i = 0; i < prices.Records.Length; i++)
            Append(text, prices.Records[i], i + 1 < prices.Records.Length ? "," : "");

        return text.Append("  ]\n}\n").ToString();
    }

    /// <summary>The tiers in a price of JSON: a number, or a list.</summary>
    public static ImmutableArray<PriceTier> Tiers(JsonElement price) => price.ValueKind == JsonValueKind.Number
        ? [new(0m, price.GetDecimal())]
        : [.. price.EnumerateArray().Select(Tier)];

    /// <summary>The date of a record in JSON; none if it has none.</summary>
    public static DateOnly? Date(JsonElement record) => record.TryGetProperty("date", out _)
        ? DateOnly.ParseExact(Written(record, "date"), PriceRecord.DateForm, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A text in JSON.</summary>
    /// <exception cref="FormatException">There is nothing in its place.</exception>
    public static string Written(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} must be a text");

    private static PriceTier Tier(JsonElement tier) => new(tier.GetProperty("from").GetDecimal(), tier.GetProperty("price").GetDecimal())
    {
        To = tier.TryGetProperty("to", out var to) ? to.GetDecimal() : null,
    };

    private static RecordedPrices Recorded(JsonElement record)
    {
        var recorded = RecordedPrices.Of(new(Written(record, "source"), Date(record)));
        return recorded with
        {
            Items = recorded.Items.SetItems(Members(record, "items").Select(item => KeyValuePair.Create(item.Name, Tiers(item.Value)))),
            Servers = recorded.Servers.SetItems(
                from family in Members(record, "servers")
                from size in family.Value.EnumerateObject()
                select KeyValuePair.Create($"{family.Name}.{size.Name}", size.Value.GetDecimal())),
        };
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement record, string name) =>
        record.TryGetProperty(name, out var members) ? members.EnumerateObject() : default;

    private static void Append(StringBuilder text, RecordedPrices recorded, string comma)
    {
        text.Append("    {\n      \"source\": ").Append(Quoted(recorded.Record.Source)).Append(",\n");
        if (recorded.Record.Date is { } date)
            text.Append("      \"date\": ").Append(Quoted(PriceRecord.Text(date))).Append(",\n");
        if (!recorded.Items.IsEmpty)
        {
            Block(text, "items", recorded.Items.Select(item => $"{Quoted(item.Key)}: {Text(item.Value)}"));
            text.Append(recorded.Servers.IsEmpty ? "\n" : ",\n");
        }

        if (!recorded.Servers.IsEmpty)
        {
            var families = recorded.Servers.GroupBy(server => InstanceTypeOrder.Parts(server.Key).Family, StringComparer.Ordinal);
            Block(text, "servers", families.Select(family => $"{Quoted(family.Key)}: {{ {string.Join(", ", family.Select(Size))} }}"));
            text.Append('\n');
        }

        text.Append("    }").Append(comma).Append('\n');
    }

    private static void Block(StringBuilder text, string name, IEnumerable<string> lines) =>
        text.Append("      ").Append(Quoted(name)).Append(": {\n        ").AppendJoin(",\n        ", lines).Append("\n      }");

    private static string Size(KeyValuePair<string, decimal> server) =>
        $"{Quoted(InstanceTypeOrder.Parts(server.Key).Size)}: {Text(server.Value)}";

    private static string Text(ImmutableArray<PriceTier> tiers) => tiers is [{ From: 0m, To: null } only]
        ? Text(only.UnitPrice)
        : $"[{string.Join(", ", tiers.Select(Text))}]";

    private static string Text(PriceTier tier) =>
        $"{{ \"from\": {Text(tier.From)}, \"price\": {Text(tier.UnitPrice)}{(tier.To is { } to ? $", \"to\": {Text(to)}" : "")} }}";

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}

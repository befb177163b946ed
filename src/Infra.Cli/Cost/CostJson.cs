using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>Writes estimates for other programs. Amounts are what people see: whole cents.</summary>
internal static class CostJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(CostEstimate estimate) => Write(json => Write(json, estimate));

    public static string Of(CostEstimate left, CostEstimate right) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("stacks");
        Write(json, left);
        Write(json, right);
        json.WriteEndArray();
        if (left.IsComplete && right.IsComplete)
            Range(json, "difference", right.Minimum - left.Minimum, right.Maximum - left.Maximum);
        else
            json.WriteNull("difference");
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CostEstimate estimate)
    {
        json.WriteStartObject();
        json.WriteString("stack", estimate.StackName);
        json.WriteString("region", estimate.Region);
        json.WriteString("currency", estimate.Currency);
        json.WriteString("priceDate", Date(estimate.Recorded?.Newest));
        json.WriteString("oldestPriceDate", Date(estimate.Recorded?.Oldest));
        json.WriteBoolean("isComplete", estimate.IsComplete);
        json.WriteStartObject("usage");
        json.WriteNumber("hours", Usage.HoursPerMonth);
        json.WriteNumber("trafficGb", Plain(estimate.Usage.TrafficGb));
        json.WriteNumber("requests", Plain(estimate.Usage.Requests));
        json.WriteEndObject();
        Range(json, "servers", estimate.Servers.Minimum, estimate.Servers.Maximum);

        json.WriteStartArray("lines");
        foreach (var line in estimate.Lines)
            Write(json, line);
        json.WriteEndArray();
        Range(json, "total", estimate.Minimum, estimate.Maximum);
        json.WriteStartArray("gaps");
        foreach (var gap in estimate.Gaps)
            json.WriteStringValue(gap.Price.Thing);
        json.WriteEndArray();

        json.WriteStartArray("free");
        foreach (var free in estimate.Free)
        {
            json.WriteStartObject();
            json.WriteString("type", free.Type);
            json.WriteNumber("count", free.Count);
            json.WriteString("why", free.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in estimate.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CostLine line)
    {
        json.WriteStartObject();
        json.WriteString("item", line.Item);
        json.WriteString("detail", line.Detail);
        Range(json, "quantity", Math.Round(line.MinimumQuantity, 6), Math.Round(line.MaximumQuantity, 6));
        json.WriteString("unit", line.Price.Unit);
        json.WriteStartArray("prices");
        foreach (var tier in line.Price.Tiers)
        {
            json.WriteStartObject();
            json.WriteNumber("from", tier.From);
            json.WriteNumber("price", tier.UnitPrice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (line.Price.IsKnown)
            Range(json, "amount", line.Minimum, line.Maximum);
        else
            json.WriteNull("amount");
        json.WriteString("source", line.Price.Source);
        json.WriteString("recordedBy", line.Price.Record?.Source);
        json.WriteString("recorded", Date(line.Price.Record?.Date));
        json.WriteEndObject();
    }

    private static string? Date(DateOnly? date) => date is { } day ? PriceRecord.Text(day) : null;

    private static void Range(Utf8JsonWriter json, string name, decimal minimum, decimal maximum)
    {
        json.WriteStartObject(name);
        json.WriteNumber("minimum", Plain(minimum));
        json.WriteNumber("maximum", Plain(maximum));
        json.WriteEndObject();
    }

    // A decimal remembers trailing zeros of how it was reckoned; dividing by a long 1 drops them.
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000m;
}

using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>
/// Reads the text of a dashboard; see
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html.
/// </summary>
internal static class DashboardBody
{
    /// <summary>What it shows that is not the stack's; null when all is.</summary>
    public static string? Problem(ResourceNode dashboard, ResourceGraph graph)
    {
        try
        {
            using var body = JsonDocument.Parse(dashboard.Text("dashboardBody") ?? "");
            return body.RootElement.TryGetProperty("widgets", out var widgets) && widgets.GetArrayLength() > 0
                ? widgets.EnumerateArray().Select(widget => OfWidget(widget, graph)).FirstOrDefault(problem => problem is not null)
                : "shows nothing";
        }
        catch (JsonException)
        {
            return "is no JSON";
        }
    }

    private static string? OfWidget(JsonElement widget, ResourceGraph graph)
    {
        if (!widget.TryGetProperty("properties", out var properties))
            return null;

        var arns = graph.OfType(TypeToken.MetricAlarm).Select(alarm => alarm.Output("arn")).ToHashSet(StringComparer.Ordinal);
        return Items(properties, "alarms").Select(arn => arn.GetString()).FirstOrDefault(arn => !arns.Contains(arn)) is { } unknown
            ? $"shows {unknown}, which is no alarm of the stack"
            : properties.TryGetProperty("region", out var region) && region.GetString() != graph.Region
                ? $"shows region {region.GetString()}"
                : Items(properties, "metrics").Select(metric => OfMetric(metric, graph)).FirstOrDefault(problem => problem is not null);
    }

    // Namespace, name, then a dimension and its value in turn, and last how to draw it.
    private static string? OfMetric(JsonElement metric, ResourceGraph graph)
    {
        var texts = metric.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!)
            .ToList();
        if (texts is not [var space, var name, .. var dimensions] || dimensions.Count % 2 > 0)
            return null;

        return KnownMetric.Find(space, name) is { } known
            ? known.Problem(dimensions.Chunk(2).ToDictionary(pair => pair[0], pair => (string?)pair[1]), graph)
            : $"shows {space} {name}, which AWS does not report";
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;
}

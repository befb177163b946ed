using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The dashboard: what an alarm's reader looks at next.</summary>
internal static class DashboardControls
{
    // The outputs by which metrics name what they are of.
    private static readonly (string Dimension, string Type, string Output)[] Named =
    [
        ("LoadBalancer", TypeToken.LoadBalancer, "arnSuffix"),
        ("TargetGroup", TypeToken.TargetGroup, "arnSuffix"),
        ("AutoScalingGroupName", TypeToken.AutoScalingGroup, "name"),
        ("CertificateArn", TypeToken.Certificate, "arn"),
        ("WebACL", TypeToken.WebAcl, "name"),
    ];

    public static ControlArea Area { get; } = new("Dashboard",
    [
        new("dashboard-there", Severity.Low, "There is a dashboard to look at when an alarm rings.")
        {
            On = new("alarm", graph => graph.OfType(TypeToken.MetricAlarm).Any() ? [graph.Stack] : []),
            Problem = (_, graph) => graph.OfType(TypeToken.Dashboard).Any() ? null : "has no dashboard",
            Mend = "add a Dashboard",
        },
        new("dashboard-own", Severity.Low, "The dashboard shows this stack's alarms and this stack's metrics.")
        {
            On = Subjects.OfType(TypeToken.Dashboard, "dashboard"),
            Problem = (dashboard, graph) => Body(dashboard) is { } body
                ? AlarmProblem(body, graph) ?? MetricProblem(body, graph)
                : "has a body that is no JSON",
            Mend = "name the resources by their outputs in dashboardBody",
        },
    ]);

    private static JsonNode? Body(ResourceNode dashboard)
    {
        try
        {
            return JsonNode.Parse(dashboard.Text("dashboardBody") ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? AlarmProblem(JsonNode body, ResourceGraph graph)
    {
        var shown = Properties(body, "alarms").Select(alarm => alarm!.ToString()).ToHashSet(StringComparer.Ordinal);
        var alarms = graph.OfType(TypeToken.MetricAlarm).ToDictionary(alarm => alarm.Output("arn")!, alarm => alarm.Name);
        return alarms.Where(alarm => !shown.Contains(alarm.Key)).Select(alarm => $"does not show the alarm {alarm.Value}")
            .Concat(shown.Where(arn => !alarms.ContainsKey(arn)).Select(arn => $"shows {arn}, which is no alarm of the stack"))
            .FirstOrDefault();
    }

    private static string? MetricProblem(JsonNode body, ResourceGraph graph)
    {
        var metrics = Properties(body, "metrics").OfType<JsonArray>().Select(Texts).ToList();
        return metrics.Count == 0
            ? "shows no metric"
            : metrics.SelectMany(metric => Dimensions(metric).Select(dimension => (metric, dimension)))
                .Where(shown => !IsOwn(shown.dimension, graph))
                .Select(shown => $"shows {shown.metric.ElementAtOrDefault(1)} of {shown.dimension.Value}, which is not of the stack")
                .FirstOrDefault();
    }

    private static IEnumerable<JsonNode?> Properties(JsonNode body, string name) =>
        from widget in body["widgets"] as JsonArray ?? []
        from item in widget?["properties"]?[name] as JsonArray ?? []
        select item;

    // Namespace, name, and then each dimension's name and value; options come last and are no text.
    private static List<string> Texts(JsonArray metric) => [.. metric.OfType<JsonValue>().Select(value => value.ToString())];

    private static IEnumerable<(string Name, string Value)> Dimensions(IReadOnlyList<string> metric) =>
        metric.Skip(2).Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    private static bool IsOwn((string Name, string Value) dimension, ResourceGraph graph) => Named
        .Where(named => named.Dimension == dimension.Name)
        .All(named => graph.OfType(named.Type).Any(node => node.Output(named.Output) == dimension.Value));
}

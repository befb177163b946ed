using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Cli.Rehearsal.Drill;

/// <summary>A report for programs. Times are AWS's, in seconds from the drill's start.</summary>
internal static class DrillJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Not for HTML: texts stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(DrillReport report)
    {
        var document = new
        {
            Stack = report.StackName,
            Fast = report.IsFast,
            report.Passed,
            Assumed = new { BootSeconds = Seconds(report.Model.BootTime), RequestsPerSecondAndServer = report.Model.CapacityPerServer },
            SlackSeconds = Seconds(report.Slack),
            report.Verdicts,
            Events = report.Events.Select(drilled => new
            {
                drilled.Name,
                Seconds = Seconds(drilled.Took),
                drilled.FewestHealthy,
                drilled.HighestCapacity,
                drilled.Requests,
            }),
            Log = report.Log.Select(line => new { Seconds = Seconds(line.Time - report.Start), line.Source, line.Text, line.Capacity }),
        };
        return JsonSerializer.Serialize(document, Format);
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

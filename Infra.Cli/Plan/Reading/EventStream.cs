using System.Text.Json;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads the engine's events: <c>EngineEvent</c> in sdk/go/common/apitype/events.go in pulumi/pulumi.</summary>
internal static class EventStream
{
    public static bool Is(JsonElement first) => first.TryGetProperty("sequence", out _) && first.TryGetProperty("timestamp", out _);

    /// <exception cref="FormatException">They are none, or are cut off.</exception>
    public static PlanContents Read(IEnumerable<JsonElement> events)
    {
        IReadOnlyDictionary<string, string>? configuration = null;
        var steps = new List<PlannedStep>();
        var isComplete = false;
        foreach (var happened in events)
        {
            if (happened.TryGetProperty("preludeEvent", out var prelude))
                configuration = PreviewDocument.Configuration(prelude, "config");
            else if (Metadata(happened, "resourcePreEvent") is { } before)
                steps.Add(PlannedStep.OfEvent(before));
            else if (Metadata(happened, "resOutputsEvent") is { } after)
                steps.Add(PlannedStep.OfEvent(after));
            isComplete |= happened.TryGetProperty("summaryEvent", out _);
        }

        return isComplete
            ? new(PlanKind.Events, PlannedStep.Outcome(steps), configuration)
            : throw new FormatException("the event with the summary is missing: the file is cut off, or the preview failed");
    }

    private static JsonElement? Metadata(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty("metadata", out var metadata)
            ? metadata
            : null;
}

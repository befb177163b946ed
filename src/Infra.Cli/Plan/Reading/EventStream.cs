using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads the engine's events: <c>EngineEvent</c> in sdk/go/common/apitype/events.go in pulumi/pulumi.</summary>
internal static class EventStream
{
    private const string Run = "preview or a deployment";

    public static bool Is(JsonElement first) =>
        first.TryGetProperty("sequence", out _) && first.TryGetProperty("timestamp", out _) || IsBatch(first);

    /// <exception cref="FormatException">They are none, or are cut off.</exception>
    public static PlanContents Read(IEnumerable<JsonElement> documents)
    {
        var properties = new PropertyReader();
        var resources = new ResourceReader(properties);
        IReadOnlyDictionary<string, string>? configuration = null;
        var steps = new List<PlannedStep>();
        var isComplete = false;
        foreach (var happened in documents.SelectMany(Events).Where(happened => happened.ValueKind == JsonValueKind.Object))
        {
            if (happened.TryGetProperty("preludeEvent", out var prelude) && prelude.ValueKind == JsonValueKind.Object)
                configuration = PreviewDocument.Configuration(prelude, "config");
            else if (Metadata(happened, "resourcePreEvent") is { } before)
                steps.Add(PlannedStep.Read(before, "old", "new", resources));
            else if (Metadata(happened, "resOutputsEvent") is { } after)
                steps.Add(PlannedStep.Read(after, "old", "new", resources));
            RequireSuccess(happened);
            isComplete |= happened.TryGetProperty("summaryEvent", out _);
        }

        return isComplete
            ? new(PlanKind.Events, PlannedStep.Outcome(steps), configuration) { Secrets = properties.Secrets }
            : throw new FormatException("has no event with the summary: the file is cut off, or the preview failed");
    }

    // The summary is there all the same: deployment.run in pkg/engine/deployment.go in pulumi/pulumi.
    private static void RequireSuccess(JsonElement happened)
    {
        if (happened.TryGetProperty("diagnosticEvent", out var diagnostic))
            FailedRun.Refuse(diagnostic, Run);
        if (happened.TryGetProperty("errorEvent", out var error) && error.ValueKind == JsonValueKind.Object)
            throw FailedRun.Failed(Run, ResourceReader.Text(error, "error"));
        if (Metadata(happened, "resOpFailedEvent") is { ValueKind: JsonValueKind.Object } failed)
            throw FailedRun.Failed(Run, ResourceReader.Text(failed, "urn"));
    }

    // EngineEventBatch: what the engine sends to a server, and gets back from it.
    private static bool IsBatch(JsonElement document) =>
        document.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array;

    private static IEnumerable<JsonElement> Events(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && IsBatch(document)
            ? document.GetProperty("events").EnumerateArray()
            : [document];

    private static JsonElement? Metadata(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty("metadata", out var metadata)
            ? metadata
            : null;
}

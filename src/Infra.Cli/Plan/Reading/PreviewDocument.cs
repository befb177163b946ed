using System.Globalization;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Reads <c>pulumi preview --json</c>, of the engine or of this tool: <c>PreviewDigest</c> in sdk/go/common/display/json.go, written by
/// pkg/backend/display/json.go in pulumi/pulumi.
/// </summary>
internal static class PreviewDocument
{
    private const string Same = "same";

    public static bool Is(JsonElement document) =>
        document.TryGetProperty("steps", out _) || document.TryGetProperty("changeSummary", out _)
        || document.TryGetProperty("diagnostics", out _);

    /// <exception cref="InvalidUsageException">It leaves out what does not change.</exception>
    /// <exception cref="FormatException">It is none.</exception>
    public static PlanContents Read(JsonElement document, string name)
    {
        RequireSuccess(document);
        var properties = new PropertyReader();
        var resources = new ResourceReader(properties);
        var steps = document.TryGetProperty("steps", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(step => PlannedStep.Read(step, "oldState", "newState", resources)).ToList()
            : [];
        RequireSames(document, name, steps.Count(step => step.Operation == Same), steps.Count);

        // The engine knows no id before a creation.
        var isOwn = steps.Any(step => step is { IsCreation: true, New: { IsCustom: true, Id: not null } });
        return new(isOwn ? PlanKind.OwnPreview : PlanKind.Preview, PlannedStep.Outcome(steps), Configuration(document, "config"))
        {
            Secrets = properties.Secrets,
            Steps = steps,
            Note = isOwn ? NoteIn(document) : null,
        };
    }

    private static string? NoteIn(JsonElement document) =>
        document.TryGetProperty("diagnostics", out var list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && first.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : null;

    /// <summary>The configuration in an object of texts.</summary>
    public static IReadOnlyDictionary<string, string>? Configuration(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var config) && config.ValueKind == JsonValueKind.Object
            ? config.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
            : null;

    // What the program had not declared before it failed is not there.
    private static void RequireSuccess(JsonElement document)
    {
        if (!document.TryGetProperty("diagnostics", out var list) || list.ValueKind != JsonValueKind.Array)
            return;
        foreach (var diagnostic in list.EnumerateArray())
            FailedRun.Refuse(diagnostic, "preview");
    }

    // Without --show-sames the engine shows none of them but the stack itself: shouldShow in pkg/backend/display/display.go.
    private static void RequireSames(JsonElement document, string name, int shown, int steps)
    {
        if (document.TryGetProperty("changeSummary", out var summary) && summary.ValueKind == JsonValueKind.Object
            && summary.TryGetProperty(Same, out var same) && same.ValueKind == JsonValueKind.Number
            && same.TryGetInt32(out var unchanged) && unchanged > shown)
        {
            throw new InvalidUsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} must hold the whole stack, but has {steps} resources and leaves out {unchanged - shown} that do not change: "
                + $"make it with 'pulumi preview --json --show-sames'"));
        }
    }
}

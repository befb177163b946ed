using System.Text.Json;

namespace Infra.Cli.Plan.Reading;

/// <summary>A step that the engine intends to take, or has taken.</summary>
/// <param name="Operation">As the engine writes it: <c>sdk/go/common/apitype/updates.go</c> in pulumi/pulumi.</param>
/// <param name="Urn">The resource's.</param>
/// <param name="Old">What there is; none in a creation.</param>
/// <param name="New">What there will be; none in a deletion.</param>
internal sealed record PlannedStep(string Operation, string Urn, ReadResource? Old, ReadResource? New)
{
    // What goes, or only looks something up on the way.
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "delete", "delete-replaced", "discard", "discard-replaced", "read-discard", "remove-pending-replace",
    };

    // What gets another id than it had.
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "create", "create-replacement", "replace", "import", "import-replacement",
    };

    public static PlannedStep OfPreview(JsonElement step) => Read(step, "oldState", "newState");

    public static PlannedStep OfEvent(JsonElement metadata) => Read(metadata, "old", "new");

    /// <summary>The resources that there will be after the steps, each in the place of its first one.</summary>
    public static IReadOnlyList<ReadResource> Outcome(IEnumerable<PlannedStep> steps)
    {
        var places = new List<string>();
        var last = new Dictionary<string, ReadResource>(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => step.New is not null && !Endings.Contains(step.Operation)))
        {
            if (last.TryAdd(step.Urn, step.Outcome()))
                places.Add(step.Urn);
            else
                last[step.Urn] = step.Outcome();
        }

        return [.. places.Select(urn => last[urn])];
    }

    // In a preview the engine shows the new state as it is before the step: without the id and the outputs that stay.
    private ReadResource Outcome() => Old is null || Beginnings.Contains(Operation)
        ? New!
        : New! with { Id = New.Id ?? Old.Id, Outputs = New.Outputs.IsEmpty ? Old.Outputs.SetItems(New.Inputs) : New.Outputs };

    private static PlannedStep Read(JsonElement step, string old, string @new) => new(
        ResourceReader.Text(step, "op") ?? throw new FormatException("a step has no operation"),
        ResourceReader.Text(step, "urn") ?? throw new FormatException("a step has no URN"),
        ResourceReader.Read(step, old),
        ResourceReader.Read(step, @new));
}

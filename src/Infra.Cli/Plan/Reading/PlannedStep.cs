using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;

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
        "delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace",
    };

    // What gets another id than it had.
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "create", "create-replacement", "replace", "import", "import-replacement",
    };

    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal) { "read", "read-replacement" };

    // What the engine reads before a plan made with --refresh.
    private const string Refresh = "refresh";

    private static readonly HashSet<string> Unchanging = new(Lookups, StringComparer.Ordinal) { "same", Refresh };

    /// <summary>The inputs for which the engine takes it, where it says so.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whether something is otherwise after it.</summary>
    public bool IsChange => !Unchanging.Contains(Operation);

    /// <summary>Whether it only reads what there is.</summary>
    public bool IsRefresh => Operation == Refresh;

    /// <summary>Whether it makes a resource of which there was none.</summary>
    public bool IsCreation => Operation == "create";

    /// <summary>The resources that there will be after the steps, each in the place of its first one.</summary>
    public static IReadOnlyList<ReadResource> Outcome(IReadOnlyList<PlannedStep> steps)
    {
        var places = new List<string>();
        var last = new Dictionary<string, ReadResource>(StringComparer.Ordinal);
        var isChange = steps.Any(step => step.IsChange);
        foreach (var step in steps.Where(step => !Endings.Contains(step.Operation)))
        {
            if (step.Outcome(isChange) is not { } outcome)
                continue;
            if (last.TryAdd(step.Urn, outcome))
                places.Add(step.Urn);
            else
                last[step.Urn] = outcome;
        }

        return [.. places.Select(urn => last[urn])];
    }

    /// <summary>The resources that there are before the steps, as they were read last.</summary>
    public static IReadOnlyList<ReadResource> Before(IEnumerable<PlannedStep> steps) =>
    [
        .. steps.Where(step => !step.IsRefresh && !Lookups.Contains(step.Operation)).Select(step => step.Old).OfType<ReadResource>()
            .DistinctBy(resource => (resource.Urn, resource.IsToBeDeleted)),
    ];

    public static PlannedStep Read(JsonElement step, string old, string @new, ResourceReader resources) =>
        step.ValueKind != JsonValueKind.Object
            ? throw new FormatException("has a step that is no object")
            : new(
                ResourceReader.Text(step, "op") ?? throw new FormatException("has a step without an operation"),
                ResourceReader.Text(step, "urn") is { } urn && ReadResource.IsUrn(urn)
                    ? urn
                    : throw new FormatException("has a step without a URN"),
                resources.Read(step, old),
                resources.Read(step, @new))
            {
                Reasons = ResourceReader.Texts(step, "diffReasons"),
            };

    // Before a step the engine shows the new state without the id and the outputs that stay. Those of the stack follow from all else.
    private ReadResource? Outcome(bool isChange)
    {
        if (New is null)
            return null;
        if (Lookups.Contains(Operation))
            return New with { IsExternal = true };
        if (Old is null || Beginnings.Contains(Operation))
            return New;

        var kept = New with { Id = New.Id ?? Old.Id };
        return (New.Outputs.IsEmpty, Operation) switch
        {
            (false, _) => kept,
            _ when isChange && New.Type == TypeToken.Stack => kept,
            (_, "update") => kept with { Outputs = OutputsOnUpdate.Of(New, Old.Outputs) },
            _ => kept with { Outputs = Old.Outputs },
        };
    }
}

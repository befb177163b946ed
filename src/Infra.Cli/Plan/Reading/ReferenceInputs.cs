namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Inputs that say which other resource is meant, and nothing else about it: by id, ARN or name. A test compares them with what the
/// stacks declare.
/// </summary>
internal static partial class ReferenceInputs
{
    private static readonly ILookup<string, ResourceReference> ByType = All.ToLookup(entry => entry.Type, entry => entry.Reference);

    private static readonly HashSet<(string, string)> Targets =
        [.. All.Where(entry => entry.Reference.Output is not null).Select(entry => (entry.Reference.Target, entry.Reference.Output!))];

    /// <summary>The types of resources that have references.</summary>
    public static IEnumerable<string> Types => ByType.Select(references => references.Key);

    /// <summary>The references that resources of a type have.</summary>
    public static IEnumerable<ResourceReference> Of(string type) => ByType[type];

    /// <summary>Whether others refer to resources of a type by an output.</summary>
    public static bool IsReferredTo(string type, string output) => Targets.Contains((type, output));
}

/// <summary>An input that refers to a resource.</summary>
/// <param name="Path">Where it is; <c>*</c> for each item of a list.</param>
/// <param name="Target">The type of what it refers to.</param>
/// <param name="Output">By which output; by the id if none.</param>
internal sealed record ResourceReference(string Path, string Target, string? Output = null);

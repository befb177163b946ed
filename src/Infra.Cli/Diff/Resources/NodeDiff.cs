using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Resources;

/// <summary>What becomes of a resource.</summary>
internal enum Change
{
    Created,
    Changed,

    /// <summary>Made anew, since something in it can't be changed on a resource that exists.</summary>
    Replaced,

    Deleted,
}

/// <summary>What is different in a resource.</summary>
/// <param name="Before">As it was; none where there was none.</param>
/// <param name="After">As it will be; none where it goes.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Properties">What is different in its inputs, by path; nothing where only one side has it.</param>
internal sealed record NodeDiff(ResourceNode? Before, ResourceNode? After, Change Change, IReadOnlyList<PropertyDiff> Properties)
{
    /// <summary>The resource as it will be, or as it was.</summary>
    public ResourceNode Node => After ?? Before!;

    /// <summary>The paths of what forces a replacement.</summary>
    public IEnumerable<string> ReplacedBy =>
        Properties.Where(property => property.ForcesReplacement).Select(property => property.Path).Distinct(StringComparer.Ordinal);
}

using System.Collections.Immutable;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Against;

/// <summary>What a stack is compared with.</summary>
/// <param name="Name">As the user knows it.</param>
/// <param name="Graph">The former plan.</param>
/// <param name="Facts">What other commands say of it.</param>
internal sealed record Former(string Name, ResourceGraph Graph, PlanFacts Facts)
{
    /// <summary>What a stack is compared with where there was none of its name: all of it is new.</summary>
    /// <param name="now">The stack as it is now.</param>
    /// <param name="place">Where there was none.</param>
    public static Former NoneOf(ResourceGraph now, string place) => new(
        $"{place}, which has no stack {now.StackName}",
        new(now.ProjectName, now.StackName, now.Region, [now.Stack], ImmutableSortedDictionary<string, object>.Empty),
        PlanFacts.None);
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Resources;

/// <summary>
/// Finds what is made anew: what has another value where the provider can't change it, and what in turn is made of the outputs of that.
/// </summary>
internal static class Replacements
{
    /// <summary>The same differences, with what follows from them.</summary>
    /// <param name="pairs">The resources that both sides have, each with what is different in it.</param>
    public static IReadOnlyList<NodeDiff> Of(IEnumerable<NodeDiff> pairs)
    {
        var diffs = pairs.ToDictionary(diff => diff.Node.Urn, StringComparer.Ordinal);
        var dependents =
            (from diff in diffs.Values
             from input in diff.After!.PropertyDependencies
             from source in input.Value
             select (Source: source, Urn: diff.Node.Urn, Input: input.Key)).ToLookup(use => use.Source, StringComparer.Ordinal);

        var open = new Queue<string>(diffs.Values.Where(diff => diff.ReplacedBy.Any()).Select(diff => diff.Node.Urn));
        var replaced = open.ToHashSet(StringComparer.Ordinal);
        while (open.TryDequeue(out var urn))
        {
            foreach (var (_, dependent, input) in dependents[urn])
            {
                var forces = ReplacingInputs.Contains(diffs[dependent].Node.Type, input);
                diffs[dependent] = Following(diffs[dependent], input, diffs[urn].Node, forces);
                if (forces && replaced.Add(dependent))
                    open.Enqueue(dependent);
            }
        }

        return
        [
            .. diffs.Values.Where(diff => diff.Properties.Count > 0)
                .Select(diff => replaced.Contains(diff.Node.Urn) ? diff with { Change = Change.Replaced } : diff),
        ];
    }

    // One of several resources that an input comes from says enough, and a value that is another one itself says more.
    private static NodeDiff Following(NodeDiff diff, string input, ResourceNode source, bool forces) =>
        diff.Properties.Any(property => property.Input == input)
            ? diff
            : diff with
            {
                Properties =
                [
                    .. diff.Properties,
                    new(input, null, null) { ForcesReplacement = forces, Follows = source.Name },
                ],
            };
}

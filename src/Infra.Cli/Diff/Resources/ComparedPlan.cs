using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Diff.Resources;

/// <summary>One side of a comparison: what stands in its texts, made comparable and fit to show.</summary>
internal sealed partial class ComparedPlan(ResourceGraph graph, MadeUpTexts madeUp)
{
    public ResourceGraph Graph { get; } = graph;

    /// <summary>Whether a text must not be shown.</summary>
    public bool IsSecret(string text) => text == ConfigValue.Hidden || Graph.Secrets.AreIn(text);

    /// <summary>
    /// Whether a text stands for what AWS is asked for at a deployment, which is known only there: the newest image, a prefix list.
    /// </summary>
    public bool IsMadeUpAnswer(string text) =>
        IsMadeUp && Answer().IsMatch(text)
        && !Graph.Configuration.Values.Any(value => value.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Whether its ids are this tool's, not AWS's.</summary>
    public bool IsMadeUp => Graph.Origin is null or PlanKind.OwnPreview;

    /// <summary>The text with references in it.</summary>
    public string Text(string text, ImmutableArray<string> sources) => madeUp.WithReferences(text, sources);

    /// <summary>Both sides, in whose references a resource is called the same.</summary>
    public static (ComparedPlan Before, ComparedPlan After) Both(ResourceGraph before, ResourceGraph after)
    {
        // A logical name is one of its type's alone.
        var several = before.Nodes.Concat(after.Nodes).Where(node => node.IsCustom).Select(node => (node.Name, node.Type)).Distinct()
            .CountBy(resource => resource.Name, StringComparer.Ordinal)
            .Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        string NameOf(ResourceNode node) => several.Contains(node.Name) ? $"{node.Kind} {node.Name}" : node.Name;
        return (new(before, new(before, NameOf)), new(after, new(after, NameOf)));
    }

    [GeneratedRegex("^(?:ami|pl)-0[0-9a-f]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}

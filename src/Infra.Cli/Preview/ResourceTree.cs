using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Preview;

/// <summary>A stack's resources as the lines of a tree: each below its parent, in the order of their registration.</summary>
internal static class ResourceTree
{
    public static IReadOnlyList<TreeLine> Of(ResourceGraph graph) => [.. Below(graph, graph.Stack, branch: "", indent: "")];

    private static IEnumerable<TreeLine> Below(ResourceGraph graph, ResourceNode node, string branch, string indent)
    {
        yield return new($"{branch}{TypeName.Short(node.Type)}", node.Name);

        var children = graph.ChildrenOf(node).ToArray();
        for (var index = 0; index < children.Length; index++)
        {
            var (elbow, rail) = index == children.Length - 1 ? ("└─ ", "   ") : ("├─ ", "│  ");
            foreach (var line in Below(graph, children[index], $"{indent}{elbow}", $"{indent}{rail}"))
                yield return line;
        }
    }
}

/// <summary>One resource in a tree.</summary>
/// <param name="Type">The short type, behind the branches that lead to it.</param>
/// <param name="Name">The logical name.</param>
internal sealed record TreeLine(string Type, string Name);

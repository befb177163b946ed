using Infra.Cli.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reading what must be there: a drawing with a gap in it would be a lie.</summary>
internal static class NodeReading
{
    /// <summary>The one resource of a type.</summary>
    public static ResourceNode Only(this ResourceGraph graph, string type) => graph.OfType(type).ToList() switch
    {
        [var node] => node,
        var nodes => throw new InvalidOperationException($"the drawing needs exactly one {type}, the stack has {nodes.Count}"),
    };

    /// <summary>The text at a path.</summary>
    public static string Need(this ResourceNode node, string path) =>
        node.Text(path) ?? throw new InvalidOperationException($"the drawing needs {path} of {node}");

    /// <summary>A number of days at a path, or null.</summary>
    public static int? Days(this ResourceNode node, string path) => (int?)node.Number(path);
}

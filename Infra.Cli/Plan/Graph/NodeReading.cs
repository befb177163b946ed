using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Graph;

/// <summary>Reading what must be there: a drawing or a rehearsal with a gap in it would be a lie.</summary>
internal static class NodeReading
{
    /// <summary>The one resource of a type.</summary>
    /// <exception cref="InvalidUsageException">The stack has none, or several.</exception>
    public static ResourceNode Only(this ResourceGraph graph, string type) => graph.OfType(type).ToList() switch
    {
        [var node] => node,
        var nodes => throw new InvalidUsageException($"stack {graph.StackName} must have exactly one {type} for this, has {nodes.Count}"),
    };

    /// <summary>The text at a path.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string Need(this ResourceNode node, string path) => node.Text(path) ?? throw Missing(node, path);

    /// <summary>The number at a path.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static double NeedNumber(this ResourceNode node, string path) => node.Number(path) ?? throw Missing(node, path);

    /// <summary>A number of days at a path, or null.</summary>
    public static int? Days(this ResourceNode node, string path) => (int?)node.Number(path);

    private static InvalidUsageException Missing(ResourceNode node, string path) => new($"{node} must set {path} for this");
}

using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Graph;

/// <summary>Reading what AWS does not do without.</summary>
internal static class NodeReading
{
    /// <summary>The text at a path.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string Need(this ResourceNode node, string path) => node.Text(path) ?? throw Missing(node, path);

    /// <summary>The number at a path.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static double NeedNumber(this ResourceNode node, string path) => node.Number(path) ?? throw Missing(node, path);

    private static InvalidUsageException Missing(ResourceNode node, string path) => new(node.Peek(path) is UnknownValue
        ? $"{node} must tell {path} for this, but {new UnknownInput(node, path).Clause(node)}"
        : $"{node} must set {path} for this");
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

internal static class ItemPaths
{
    /// <summary>The path of each item of the list at a path: <c>rules.0</c>, <c>rules.1</c>, ...</summary>
    public static IEnumerable<string> Paths(this ResourceNode node, string path) =>
        Enumerable.Range(0, node.Items(path).Length).Select(index => $"{path}.{index}");
}

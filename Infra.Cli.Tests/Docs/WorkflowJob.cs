using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

/// <summary>One job of a workflow.</summary>
internal sealed record WorkflowJob(string Workflow, string Name, YamlMappingNode Root)
{
    public IReadOnlyList<YamlMappingNode> Steps => [.. ((YamlSequenceNode)Root["steps"]).Cast<YamlMappingNode>()];

    public IEnumerable<string> Scripts => Steps.Select(step => Text(step, "run")).OfType<string>();

    /// <summary>The step that runs a command of the Pulumi CLI, if one does.</summary>
    public YamlMappingNode? Pulumi =>
        Steps.SingleOrDefault(step => Text(step, "uses") is { } action && action.StartsWith("pulumi/actions@", StringComparison.Ordinal));

    /// <summary>The stacks of its matrix; none without one.</summary>
    public IReadOnlyList<string> Stacks => Find("strategy", "matrix", "stack") is YamlSequenceNode stacks
        ? [.. stacks.Cast<YamlScalarNode>().Select(stack => stack.Value!)]
        : [];

    /// <summary>The text at a path, or null.</summary>
    public string? Text(params string[] path) => (Find(path) as YamlScalarNode)?.Value;

    public static string? Text(YamlMappingNode node, params string[] path) => (Find(node, path) as YamlScalarNode)?.Value;

    public YamlNode? Find(params string[] path) => Find(Root, path);

    public override string ToString() => $"{Workflow}.{Name}";

    private static YamlNode? Find(YamlNode node, string[] path) =>
        path.Aggregate<string, YamlNode?>(
            node,
            (at, key) => at is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null);
}

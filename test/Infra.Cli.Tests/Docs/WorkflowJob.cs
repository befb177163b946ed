using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

/// <summary>One job of a workflow.</summary>
internal sealed record WorkflowJob(string Workflow, string Name, YamlMappingNode Root)
{
    private const string Folder = "./.github/workflows/";

    /// <summary>Its steps; none where it calls another workflow.</summary>
    public IReadOnlyList<YamlMappingNode> Steps => Find("steps") is YamlSequenceNode steps ? [.. steps.Cast<YamlMappingNode>()] : [];

    public IEnumerable<string> Scripts => Steps.Select(step => Text(step, "run")).OfType<string>();

    /// <summary>The step that runs a command of the Pulumi CLI, if one does.</summary>
    public YamlMappingNode? Pulumi => Using("pulumi/actions@");

    /// <summary>The step that assumes a role, if one does.</summary>
    public YamlMappingNode? Role => Using("aws-actions/configure-aws-credentials@");

    /// <summary>The name of the workflow of this repository that it calls, if it does.</summary>
    public string? Called => Text("uses") is { } used && used.StartsWith(Folder, StringComparison.Ordinal)
        ? Path.GetFileNameWithoutExtension(used)
        : null;

    /// <summary>The jobs that it waits for.</summary>
    public IReadOnlyList<string> Needs => Find("needs") switch
    {
        YamlScalarNode { Value: { } one } => [one],
        YamlSequenceNode many => [.. many.Cast<YamlScalarNode>().Select(job => job.Value!)],
        _ => [],
    };

    public IReadOnlyDictionary<string, string> Permissions => Texts("permissions");

    /// <summary>The step with a name.</summary>
    public YamlMappingNode Step(string name) => Steps.Single(step => Text(step, "name") == name);

    /// <summary>The text at a path, or null.</summary>
    public string? Text(params string[] path) => (Find(path) as YamlScalarNode)?.Value;

    /// <summary>What the map at a path has texts for, and them; none without a map.</summary>
    public IReadOnlyDictionary<string, string> Texts(params string[] path) => Find(path) is YamlMappingNode map
        ? map.Children.Where(one => one.Value is YamlScalarNode)
            .ToDictionary(one => ((YamlScalarNode)one.Key).Value!, one => ((YamlScalarNode)one.Value).Value!)
        : new Dictionary<string, string>();

    public static string? Text(YamlMappingNode node, params string[] path) => (Find(node, path) as YamlScalarNode)?.Value;

    public YamlNode? Find(params string[] path) => Find(Root, path);

    public static YamlNode? Find(YamlNode node, params string[] path) =>
        path.Aggregate<string, YamlNode?>(
            node,
            (at, key) => at is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null);

    public override string ToString() => $"{Workflow}.{Name}";

    private YamlMappingNode? Using(string action) =>
        Steps.SingleOrDefault(step => Text(step, "uses") is { } used && used.StartsWith(action, StringComparison.Ordinal));
}

using System.Text.Json.Nodes;
using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Reads <c>Pulumi.yaml</c> and <c>Pulumi.&lt;stack&gt;.yaml</c> as the Pulumi CLI does.</summary>
/// <remarks>
/// See https://www.pulumi.com/docs/iac/concepts/projects/project-file/ and https://www.pulumi.com/docs/iac/concepts/config/.
/// </remarks>
internal static class ProjectFiles
{
    private const string ProjectFile = "Pulumi.yaml";
    private const int LongestName = 100;

    /// <summary>The configuration of a stack.</summary>
    /// <param name="directory">Any directory of the project.</param>
    /// <param name="stackName">The stack.</param>
    /// <param name="overrides">Values that win over the file's, as <c>key=value</c>; a key without a namespace is the project's.</param>
    /// <exception cref="InvalidUsageException">A file is missing or wrong, or an override is.</exception>
    public static StackConfiguration Read(string directory, string stackName, IReadOnlyList<string> overrides)
    {
        var root = FindRoot(directory);
        var project = YamlFile.Read(Path.Combine(root, ProjectFile));
        var projectName = Scalar(project, "name")
            ?? throw new InvalidUsageException($"{ProjectFile} must have a name: restore it from git");
        if (!IsPlainName(projectName))
        {
            throw new InvalidUsageException(
                $"{ProjectFile} must have a name of letters, digits, and - _ . alone, as Pulumi wants it, got "
                + $"'{LegibleText.Of(projectName)}': write another");
        }

        if (projectName.Length > LongestName)
        {
            throw new InvalidUsageException(
                $"{ProjectFile} must have a name of at most {LongestName} characters, as Pulumi wants it, got "
                + $"'{LegibleText.Of(projectName)}': write a shorter one");
        }

        var values = new SortedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var (key, value) in Defaults(project, projectName))
            values[key] = value;
        foreach (var (key, value) in Settings(ReadStackFile(root, stackName), $"Pulumi.{stackName}.yaml", projectName))
            values[key] = value;
        foreach (var entry in overrides)
        {
            var (key, text) = Override(entry, projectName);
            // A key that the file keeps secret stays secret.
            values[key] = new(text, values.GetValueOrDefault(key) is { IsSecret: true });
        }

        return new() { RootDirectory = root, ProjectName = projectName, StackName = stackName, Values = values };
    }

    /// <summary>The stacks that have a file in the project. One whose name Pulumi would not take is none.</summary>
    public static IReadOnlyList<string> StackNames(string directory) =>
    [
        .. Directory.EnumerateFiles(FindRoot(directory), "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length])
            .Where(IsPlainName)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The directory with <c>Pulumi.yaml</c>: the given one, or one above it.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string FindRoot(string directory)
    {
        for (var candidate = new DirectoryInfo(directory); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, ProjectFile)))
                return candidate.FullName;
        }

        throw new InvalidUsageException($"{ProjectFile} is not in {directory} nor above it: change to the project's directory");
    }

    private static YamlMappingNode ReadStackFile(string root, string stackName)
    {
        var path = Path.Combine(root, $"Pulumi.{stackName}.yaml");
        var isPlainName = IsPlainName(stackName);
        if (isPlainName && (File.Exists(path) || Directory.Exists(path)))
            return YamlFile.Read(path);

        string[] ways = [.. OneOf(StackNames(root)), .. isPlainName ? [$"add {Path.GetFileName(path)}"] : Array.Empty<string>()];
        throw new InvalidUsageException($"there is no stack '{LegibleText.Of(stackName)}': {string.Join(", or ", ways)}");
    }

    private static bool IsPlainName(string stackName) =>
        stackName.Length > 0 && stackName.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    private static IEnumerable<string> OneOf(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [$"name one of {string.Join(", ", names)}"];

    private static IEnumerable<(string Key, ConfigValue Value)> Defaults(YamlMappingNode project, string projectName)
    {
        foreach (var (key, declaration) in Entries(project, ProjectFile))
        {
            if (declaration is YamlMappingNode mapping && mapping.Children.TryGetValue("default", out var value))
                yield return (FullKey(key.ToString(), projectName), Value(value));
        }
    }

    private static IEnumerable<(string Key, ConfigValue Value)> Settings(YamlMappingNode stack, string fileName, string projectName)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, value) in Entries(stack, fileName))
        {
            var key = FullKey(written.ToString(), projectName);
            if (!seen.TryAdd(key, $"{written}"))
            {
                var part = $"{written}{seen[key]}".Contains(":config:", StringComparison.Ordinal)
                    ? "config: in it"
                    : $"{projectName}: before it";
                throw new InvalidUsageException(
                    $"{fileName} must set {LegibleText.Of(key)} once, but has it with and without {part}: remove one");
            }

            yield return (key, Value(value));
        }
    }

    private static (string Key, string Text) Override(string entry, string projectName) => entry.Split('=', 2) switch
    {
        [{ Length: > 0 } key, var text] => (FullKey(key, projectName), text),
        _ => throw new InvalidUsageException($"--set must be key=value, got '{LegibleText.Line(entry)}'"),
    };

    // infra:config:zones is how older versions of Pulumi wrote infra:zones.
    private static string FullKey(string key, string projectName) => key.Split(':') switch
    {
        [var name] => $"{projectName}:{name}",
        [var name, "config", var last] => $"{name}:{last}",
        _ => key,
    };

    // A value that is secret, or has a secret somewhere in it, is secret as a whole.
    private static ConfigValue Value(YamlNode node) => node switch
    {
        YamlScalarNode scalar => new(scalar.Value ?? ""),
        _ when IsSecret(node) => new(ConfigValue.Hidden, IsSecret: true),
        _ => new(Json(node)!.ToJsonString(), node.AllNodes.Any(IsSecret)),
    };

    // A secret is a mapping with the one key "secure"; only the holder of the stack's key can read it.
    private static bool IsSecret(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping && mapping.Children.ContainsKey("secure");

    private static JsonNode? Json(YamlNode node) => node switch
    {
        _ when IsSecret(node) => JsonValue.Create(ConfigValue.Hidden),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlMappingNode mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(entry.Key.ToString(), Json(entry.Value)))),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static string? Scalar(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlMappingNode file, string fileName) =>
        (file.Children.TryGetValue("config", out var value) ? value : null) switch
        {
            YamlMappingNode mapping => mapping.Children,
            null or YamlScalarNode { Value: null or "" } => [],
            _ => throw new InvalidUsageException($"{fileName} must have a mapping of keys to values at config: restore it from git"),
        };
}

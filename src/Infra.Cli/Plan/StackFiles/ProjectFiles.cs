using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Reads <c>Pulumi.yaml</c> and <c>Pulumi.&lt;stack&gt;.yaml</c> as the Pulumi CLI does.</summary>
/// <remarks>
/// See https://www.pulumi.com/docs/iac/concepts/projects/project-file/ and https://www.pulumi.com/docs/iac/concepts/config/.
/// </remarks>
internal static class ProjectFiles
{
    /// <summary>The configuration of a stack, without what its environments give.</summary>
    /// <param name="directory">Any directory of the project.</param>
    /// <param name="stack">The stack, as the Pulumi CLI takes it.</param>
    /// <param name="overrides">Values that win over the file's, as <c>key=value</c>; a key without a namespace is the project's.</param>
    /// <exception cref="InvalidUsageException">A file is missing or wrong, or an override is.</exception>
    public static StackConfiguration Read(string directory, string stack, IReadOnlyList<string> overrides)
    {
        var project = ProjectFile.Find(directory);
        var stackName = StackNameOf(stack, project);
        return Read(project, stackName, YamlFile.Read(project.StackFile(stackName)), overrides);
    }

    /// <summary>The configuration of a stack whose file is still to be written.</summary>
    /// <param name="directory">Any directory of the project.</param>
    /// <param name="stackName">The stack's name.</param>
    /// <param name="text">What its file will hold.</param>
    /// <exception cref="InvalidUsageException">The project's file is wrong, or the text is.</exception>
    public static StackConfiguration ReadText(string directory, string stackName, string text)
    {
        var project = ProjectFile.Find(directory);
        using var reader = new StringReader(text);
        return Read(project, stackName, YamlFile.Parse(reader, project.ShownStackFile(stackName)), []);
    }

    private static StackConfiguration Read(
        ProjectFile project, string stackName, YamlMappingNode file, IReadOnlyList<string> overrides)
    {
        var fileName = project.ShownStackFile(stackName);
        var declarations = Declarations(project);
        var values = new SortedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var declaration in declarations.Where(declaration => declaration.Value is not null))
            values[declaration.Key] = new ConfigText(project.FileName).OfProject(declaration.Value!);
        var written = Entries(file, fileName, project.ProjectName).ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (key, value) in written)
            values[key] = new ConfigText(fileName).OfStack(value);
        FormerNames.Check(values.Keys, project.ProjectName, fileName, project.FileName);

        var configuration = new StackConfiguration
        {
            RootDirectory = project.RootDirectory,
            ProjectName = project.ProjectName,
            StackName = stackName,
            FileName = fileName,
            Environments = StackEnvironments.Of(file),
            Values = values,
        }.With(overrides);
        foreach (var declaration in declarations)
            declaration.Check(configuration, written.GetValueOrDefault(declaration.Key), project.FileName);
        return configuration;
    }

    /// <summary>The stacks that have a file in the project. One whose name Pulumi would not take is none.</summary>
    public static IReadOnlyList<string> StackNames(string directory) => ProjectFile.Find(directory).StackNames();

    /// <summary>The directory with <c>Pulumi.yaml</c>: the given one, or one above it.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string FindRoot(string directory) => ProjectFile.FindRoot(directory);

    private static string StackNameOf(string stack, ProjectFile project)
    {
        var name = StackName.Of(stack, project);
        if (name is not null && Path.Exists(project.StackFile(name)))
            return name;

        string[] ways =
        [
            .. project.StackNames() is { Count: > 0 } names ? [$"name one of {string.Join(", ", names)}"] : Array.Empty<string>(),
            .. name is not null ? [$"add {project.ShownStackFile(name)}"] : Array.Empty<string>(),
        ];
        throw new InvalidUsageException($"there is no stack '{LegibleText.Of(stack)}': {string.Join(", or ", ways)}");
    }

    private static IReadOnlyList<Declaration> Declarations(ProjectFile project) => IsFolder(project.Content) ? [] :
    [
        .. Entries(project.Content, project.FileName, project.ProjectName)
            .Select(entry => Declaration.Read(entry.Key, entry.Value, project)),
    ];

    // What Pulumi once called stackConfigDir.
    private static bool IsFolder(YamlMappingNode project) =>
        project.Children.TryGetValue("config", out var value) && value is YamlScalarNode scalar && YamlScalar.Value(scalar) is string;

    private static IEnumerable<(string Key, YamlNode Value)> Entries(YamlMappingNode file, string fileName, string projectName)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, value) in Config(file, fileName))
        {
            var name = new ConfigText(fileName).Key(written);
            var key = ConfigKey.Full(name, projectName)
                ?? throw new InvalidUsageException(
                    $"{fileName} must have keys of the form namespace:key, got {LegibleText.Of(name)}: write it so");
            if (!seen.TryAdd(key, name))
            {
                var part = $"{name}{seen[key]}".Contains(":config:", StringComparison.Ordinal)
                    ? "config: in it"
                    : $"{projectName}: before it";
                throw new InvalidUsageException(
                    $"{fileName} must set {LegibleText.Of(key)} once, but has it with and without {part}: remove one");
            }

            yield return (key, value);
        }
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Config(YamlMappingNode file, string fileName) =>
        (file.Children.TryGetValue("config", out var value) ? value : null) switch
        {
            YamlMappingNode mapping => mapping.Children,
            null => [],
            YamlScalarNode scalar when scalar.Value is null or "" || YamlScalar.Value(scalar) is null => [],
            _ => throw new InvalidUsageException($"{fileName} must have a mapping of keys to values at config: restore it from git"),
        };
}

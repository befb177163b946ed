using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>The project's file: <c>Pulumi.yaml</c>, or whatever of the same kind the Pulumi CLI takes.</summary>
/// <remarks>See https://www.pulumi.com/docs/iac/concepts/projects/project-file/.</remarks>
internal sealed class ProjectFile
{
    private const string BaseName = "Pulumi";
    private const int LongestName = 100;
    private const string StackConfigDir = "stackConfigDir";

    // As the Pulumi CLI looks for them.
    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    private readonly string _extension;
    private readonly string _stackDirectory;

    private ProjectFile(string root, string name)
    {
        (RootDirectory, FileName, _extension) = (root, name, Path.GetExtension(name));
        Content = YamlFile.Read(Path.Combine(root, name));
        ProjectName = (Child("name") as YamlScalarNode)?.Value
            ?? throw new InvalidUsageException($"{name} must have a name: restore it from git");
        if (!IsPlainName(ProjectName))
        {
            throw new InvalidUsageException(
                $"{name} must have a name of letters, digits, and - _ . alone, as Pulumi wants it, got "
                + $"'{LegibleText.Of(ProjectName)}': write another");
        }

        if (ProjectName.Length > LongestName)
        {
            throw new InvalidUsageException(
                $"{name} must have a name of at most {LongestName} characters, as Pulumi wants it, got "
                + $"'{LegibleText.Of(ProjectName)}': write a shorter one");
        }

        _stackDirectory = Path.Join(root, StackFolder());
    }

    /// <summary>The directory that it is in.</summary>
    public string RootDirectory { get; }

    public string FileName { get; }

    public string ProjectName { get; }

    public YamlMappingNode Content { get; }

    /// <summary>The project of a directory: its file is there, or above it.</summary>
    /// <exception cref="InvalidUsageException">There is none, or it is wrong.</exception>
    public static ProjectFile Find(string directory)
    {
        var (root, name) = Locate(directory);
        return new(root, name);
    }

    /// <summary>The directory of a project's file, which is not read.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string FindRoot(string directory) => Locate(directory).Root;

    /// <summary>Whether a directory is a project's, or below one.</summary>
    public static bool IsAt(string directory) => Above(directory) is not null;

    /// <summary>Whether Pulumi would take it as the name of a project or a stack.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>The path of a stack's file.</summary>
    public string StackFile(string stackName) => Path.Combine(_stackDirectory, StackFileName(stackName));

    /// <summary>The same from the directory of the project's file, as it is shown.</summary>
    public string ShownStackFile(string stackName) => Path.GetRelativePath(RootDirectory, StackFile(stackName)).Replace('\\', '/');

    /// <summary>The stacks that have a file. One whose name Pulumi would not take is none.</summary>
    public IReadOnlyList<string> StackNames() => !Directory.Exists(_stackDirectory) ? [] :
    [
        .. Directory.EnumerateFiles(_stackDirectory, StackFileName("*"))
            .Select(file => Path.GetFileName(file)[(BaseName.Length + 1)..^_extension.Length])
            .Where(IsPlainName)
            .Order(StringComparer.Ordinal),
    ];

    private string StackFileName(string stackName) => $"{BaseName}.{stackName}{_extension}";

    private static (string Root, string Name) Locate(string directory) => Above(directory)
        ?? throw new InvalidUsageException($"{BaseName}.yaml is not in {directory} nor above it: change to the project's directory");

    private static (string Root, string Name)? Above(string directory)
    {
        for (var candidate = new DirectoryInfo(directory); candidate is not null; candidate = candidate.Parent)
        {
            var name = Extensions.Select(extension => BaseName + extension)
                .FirstOrDefault(file => File.Exists(Path.Combine(candidate.FullName, file)));
            if (name is not null)
                return (candidate.FullName, name);
        }

        return null;
    }

    // config was its name before there were declarations.
    private string StackFolder()
    {
        var former = Child("config") is YamlScalarNode scalar && YamlScalar.Value(scalar) is string text ? text : "";
        return Child(StackConfigDir) switch
        {
            null => former,
            YamlScalarNode folder when YamlScalar.Value(folder) is null or string => former.Length == 0
                ? YamlScalar.Value(folder) as string ?? ""
                : throw new InvalidUsageException(
                    $"{FileName} must have config as a folder, or {StackConfigDir}, but has both: remove config"),
            _ => throw new InvalidUsageException($"{FileName} must have a folder at {StackConfigDir}: write it like config"),
        };
    }

    private YamlNode? Child(string key) => Content.Children.TryGetValue(key, out var value) ? value : null;
}

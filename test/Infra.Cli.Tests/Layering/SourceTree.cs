using Infra.Tests.Support;

namespace Infra.Cli.Tests.Layering;

/// <summary>C# files that may name each other's types.</summary>
internal sealed class SourceTree
{
    private static readonly string[] Projects = ["Infra.Cli", "Infra"];

    private readonly ILookup<string, string> _types;

    public SourceTree(IReadOnlyList<SourceFile> files)
    {
        Files = files;
        _types = files.SelectMany(file => file.Types.Select(type => (file.Namespace, type)))
            .ToLookup(pair => pair.Namespace, pair => pair.type);
        Arrows = [.. files.SelectMany(file => file.Names(this).Select(to => new Arrow(file.Path, file.Namespace, to)))];
    }

    /// <summary>The program and the tool.</summary>
    public static SourceTree Product { get; } = new([.. Projects.SelectMany(Read)]);

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<Arrow> Arrows { get; }

    public bool Has(string name) => _types.Contains(name);

    public IEnumerable<string> TypesOf(string name) => _types[name];

    /// <summary>The first folder of its project that a namespace is in.</summary>
    public static string Folder(string name)
    {
        var project = ProjectOf(name);
        return name.Length == project.Length ? name : $"{project}.{name[(project.Length + 1)..].Split('.')[0]}";
    }

    public static string ProjectOf(string name) =>
        Projects.First(project => $"{name}.".StartsWith($"{project}.", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Read(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(name => name.Split('/')[2] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, name))));
}

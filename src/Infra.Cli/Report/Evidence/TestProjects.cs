namespace Infra.Cli.Report.Evidence;

/// <summary>The test projects of the program that a report is of.</summary>
/// <param name="rootDirectory">Where it stands, the projects in a folder each.</param>
internal sealed class TestProjects(string rootDirectory)
{
    private static readonly EnumerationOptions Near =
        new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    private readonly Lazy<HashSet<string>> _names = new(() =>
    [
        .. Directory.EnumerateFiles(rootDirectory, "*.csproj", Near).Select(Path.GetFileNameWithoutExtension).OfType<string>(),
    ]);

    /// <summary>Whether an assembly is one of theirs, by its file's name.</summary>
    public bool Has(string assembly) => _names.Value.Contains(Path.GetFileNameWithoutExtension(assembly));
}

using System.Reflection.Metadata;
using System.Security.Cryptography;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// The source files of a program that is run here, as its symbols name them: each with a hash, see
/// https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#document-table-0x30.
/// </summary>
internal static class ProgramSources
{
    private static readonly string[] MadeByBuilds = ["bin", "obj"];

    // Copies from before version 1.1 have it at the top.
    private static readonly string[] Places = ["src", ""];

    /// <summary>
    /// Whether a project has a program of its own that is not the one that this tool runs in its place. A tool that was built in the
    /// project's own folder is built again when something changes, so it is not asked.
    /// </summary>
    /// <param name="projectRoot">The project's directory.</param>
    /// <param name="program">The assembly that this tool runs.</param>
    public static bool DifferIn(string projectRoot, string program)
    {
        var folder = Places.Select(place => Path.Combine(projectRoot, place, Path.GetFileNameWithoutExtension(program)))
            .FirstOrDefault(Directory.Exists);
        var symbols = Path.ChangeExtension(program, ".pdb");
        return !program.StartsWith(Path.TrimEndingDirectorySeparator(projectRoot) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && folder is not null
            && File.Exists(symbols)
            && !InSymbols(symbols, Path.GetFileName(folder)).ToHashSet().SetEquals(InFolder(folder));
    }

    private static IEnumerable<(string Path, string Hash)> InSymbols(string file, string folder)
    {
        using var stream = File.OpenRead(file);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var reader = provider.GetMetadataReader();
        foreach (var document in reader.Documents.Select(reader.GetDocument))
        {
            var path = reader.GetString(document.Name).Replace('\\', '/');
            var start = path.LastIndexOf($"/{folder}/", StringComparison.Ordinal) + folder.Length + 2;
            if (!IsMadeByBuild(path[start..]))
                yield return (path[start..], Convert.ToHexString(reader.GetBlobBytes(document.Hash)));
        }
    }

    private static IEnumerable<(string Path, string Hash)> InFolder(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
        where !IsMadeByBuild(path)
        select (path, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private static bool IsMadeByBuild(string path) => MadeByBuilds.Contains(path.Split('/')[0]);
}

using System.IO.Compression;
using System.Security;

namespace Gallery;

/// <summary>Writes packages.</summary>
internal static class Nupkg
{
    /// <summary>Packs what is in a stand-in as the official package, with its version and dependencies.</summary>
    public static void Repack(string standIn, PackageName package, IReadOnlyDictionary<string, string> dependencies, string path)
    {
        using var source = ZipFile.OpenRead(standIn);
        using var target = ZipFile.Open(path, ZipArchiveMode.Create);
        WriteManifest(target, package, dependencies);
        foreach (var entry in source.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)))
        {
            using var from = entry.Open();
            using var to = target.CreateEntry(entry.FullName).Open();
            from.CopyTo(to);
        }
    }

    /// <summary>Packs nothing.</summary>
    public static void Empty(PackageName package, IReadOnlyDictionary<string, string> dependencies, string path)
    {
        using var target = ZipFile.Open(path, ZipArchiveMode.Create);
        WriteManifest(target, package, dependencies);
    }

    private static void WriteManifest(ZipArchive archive, PackageName package, IReadOnlyDictionary<string, string> dependencies)
    {
        var list = dependencies.Select(entry =>
            $"""<dependency id="{SecurityElement.Escape(entry.Key)}" version="{SecurityElement.Escape(entry.Value)}" />""");
        using var writer = new StreamWriter(archive.CreateEntry($"{package.Id}.nuspec").Open());
        writer.Write(
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{package.Id}</id>
                <version>{package.Version}</version>
                <authors>nobody</authors>
                <description>Stands in for the package of the public gallery in a check of this repository.</description>
                <license type="expression">Apache-2.0</license>
                <dependencies>
                  <group targetFramework="net6.0">{string.Concat(list)}</group>
                </dependencies>
              </metadata>
            </package>
            """);
    }
}

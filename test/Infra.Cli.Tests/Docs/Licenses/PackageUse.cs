using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Licenses;

/// <summary>Which projects ask for a package.</summary>
internal static class PackageUse
{
    private static readonly ILookup<string, string> Projects = Read();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Of(ListedPackage package) => [.. Projects[package.Id].Order(StringComparer.Ordinal)];

    private static ILookup<string, string> Read()
    {
        var references =
            from folder in new[] { "src", "test", "samples", "eng", "eng/bench", "eng/stand-ins" }
            from project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, folder))
            from file in Directory.EnumerateFiles(project, "*.csproj")
            from reference in XDocument.Load(file).Descendants("PackageReference")
            select (Id: (string)reference.Attribute("Include")!, Project: Path.GetFileNameWithoutExtension(file));
        return references.ToLookup(reference => reference.Id, reference => reference.Project);
    }
}

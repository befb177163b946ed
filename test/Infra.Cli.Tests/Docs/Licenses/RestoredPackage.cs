using System.Text.Json;
using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Licenses;

/// <summary>What a package says of itself, in the package folder of this machine.</summary>
internal static class RestoredPackage
{
    // Of all that these tests are built with: of Infra and Infra.Cli too, and with the versions that a package source gave.
    private static readonly JsonElement Assets = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "test", "Infra.Cli.Tests", "obj", "project.assets.json"))).RootElement;

    /// <summary>
    /// Its license as an SPDX expression, or how else it is given; none where the package is not restored or is a stand-in of ours.
    /// </summary>
    public static string? LicenseOf(ListedPackage package)
    {
        var places = IsStandIn(package) ? [] : Assets.GetProperty("packageFolders").EnumerateObject()
            .Select(folder => Path.Combine(folder.Name, PathOf(package), $"{package.Id.ToLowerInvariant()}.nuspec"));
        return places.FirstOrDefault(File.Exists) is { } nuspec ? License(XDocument.Load(nuspec)) : null;
    }

    /// <summary>Whether a restore brought it here.</summary>
    public static bool IsThere(ListedPackage package) => LibrariesOf(package).Any();

    /// <summary>Whether a stand-in of ours was restored in its place.</summary>
    public static bool IsStandIn(ListedPackage package) =>
        Assets.GetProperty("libraries").TryGetProperty($"{package.Id}/{package.Version}.1", out _);

    // One that only another project uses is looked for in the version that it asks for.
    private static string PathOf(ListedPackage package) => LibrariesOf(package)
        .Select(library => library.Value.GetProperty("path").GetString()!)
        .FirstOrDefault(Path.Combine(package.Id.ToLowerInvariant(), package.Version));

    private static IEnumerable<JsonProperty> LibrariesOf(ListedPackage package) => Assets.GetProperty("libraries").EnumerateObject()
        .Where(library => library.Name.StartsWith($"{package.Id}/", StringComparison.OrdinalIgnoreCase));

    private static string License(XDocument nuspec)
    {
        var fields = nuspec.Root!.Elements().Single(element => element.Name.LocalName == "metadata").Elements().ToList();
        var license = fields.Find(field => field.Name.LocalName == "license");
        return license is { Value: var expression } && (string?)license.Attribute("type") == "expression"
            ? expression
            : $"not an expression: {license?.Value ?? fields.Find(field => field.Name.LocalName == "licenseUrl")?.Value}";
    }
}

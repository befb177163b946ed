using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Licenses;

/// <summary>A package whose version <c>Directory.Packages.props</c> decides.</summary>
/// <param name="Id">E.g. <c>Polly.Core</c>.</param>
/// <param name="Version">The version that is asked for; a package source may have only a later one.</param>
/// <param name="License">An SPDX expression; empty where none is declared.</param>
/// <param name="BroughtAlongBy">
/// The package that brings it along, for one that no project asks for; none where a project does.
/// </param>
internal sealed record ListedPackage(string Id, string Version, string License, string? BroughtAlongBy)
{
    /// <summary>All of them, by their ids.</summary>
    public static IReadOnlyList<ListedPackage> All { get; } =
        Read(XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")));

    public override string ToString() => Id;

    private static IReadOnlyList<ListedPackage> Read(XDocument props)
    {
        var properties = props.Descendants("PropertyGroup").Elements()
            .ToDictionary(property => $"$({property.Name.LocalName})", property => property.Value);
        var packages =
            from package in props.Descendants("PackageVersion")
            let id = (string)package.Attribute("Include")!
            let version = (string)package.Attribute("Version")!
            select new ListedPackage(
                id, properties.GetValueOrDefault(version, version), (string?)package.Attribute("License") ?? "",
                (string?)package.Attribute("BroughtAlongBy"));
        return [.. packages.OrderBy(package => package.Id, StringComparer.Ordinal)];
    }
}

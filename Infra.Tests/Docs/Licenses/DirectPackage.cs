using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Tests.Docs.Licenses;

/// <summary>A package that a project of the repository asks for, as <c>Directory.Packages.props</c> has it.</summary>
/// <param name="Id">E.g. <c>Polly.Core</c>.</param>
/// <param name="Version">The version that is asked for; a package source may have only a later one.</param>
/// <param name="License">An SPDX expression; empty where none is declared.</param>
internal sealed record DirectPackage(string Id, string Version, string License)
{
    /// <summary>All of them, by their ids.</summary>
    public static IReadOnlyList<DirectPackage> All { get; } =
        Read(XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")));

    public override string ToString() => Id;

    private static IReadOnlyList<DirectPackage> Read(XDocument props)
    {
        var properties = props.Descendants("PropertyGroup").Elements()
            .ToDictionary(property => $"$({property.Name.LocalName})", property => property.Value);
        var packages =
            from package in props.Descendants("PackageVersion")
            let id = (string)package.Attribute("Include")!
            let version = (string)package.Attribute("Version")!
            select new DirectPackage(id, properties.GetValueOrDefault(version, version), (string?)package.Attribute("License") ?? "");
        return [.. packages.OrderBy(package => package.Id, StringComparer.Ordinal)];
    }
}

using static Infra.Tests.Docs.MarkdownText;

namespace Infra.Tests.Docs.Licenses;

/// <summary>
/// <c>docs/licenses.md</c>. Only what <c>Directory.Packages.props</c> says: what a source gives beside it differs from source to source.
/// </summary>
internal static class LicenseDocument
{
    public const string Path = "docs/licenses.md";

    // What 'infra' and the Pulumi program consist of; all other projects stay with the repository.
    private static readonly string[] Shipped = ["Infra", "Infra.Cli"];

    public static string Write() => Document(
    [
        "# Licenses of the packages",
        "<!-- Written by Infra.Tests/Docs/Licenses: change Directory.Packages.props instead. -->",
        """
        Every NuGet package that a project here asks for, in the version it asks for, with its license as an
        [SPDX](https://spdx.org/licenses/) expression. A test compares each with what the package says of itself, wherever that is
        restored, and refuses a license that is not on its list. What these packages bring along differs from one package source to
        another and is not listed: `dotnet list package --include-transitive` shows it.
        """,
        "## Part of the program",
        List(DirectPackage.All.Where(IsShipped)),
        """
        On machines without the official Pulumi packages [stand-ins](../offline/README.md) take their place, with this repository's
        license.
        """,
        "## For tests and measurements only",
        List(DirectPackage.All.Where(package => !IsShipped(package))),
    ]);

    private static bool IsShipped(DirectPackage package) => PackageUse.Of(package).Intersect(Shipped).Any();

    private static string List(IEnumerable<DirectPackage> packages) =>
        Table([["Package", "Version", "License", "Used by"], .. packages.Select(Row)]);

    private static string[] Row(DirectPackage package) =>
    [
        $"[{package.Id}](https://www.nuget.org/packages/{package.Id}/{package.Version})",
        package.Version,
        package.License,
        string.Join(", ", PackageUse.Of(package)),
    ];
}

using static Infra.Cli.Shell.MarkdownText;

namespace Infra.Cli.Tests.Docs.Licenses;

/// <summary>
/// <c>docs/licenses.md</c>. Only what <c>Directory.Packages.props</c> says: what a source gives beside it differs from source to source.
/// </summary>
internal static class LicenseDocument
{
    public const string Path = "docs/licenses.md";

    // What 'infra' and the Pulumi program consist of; all other projects stay with the repository.
    private static readonly string[] Shipped = ["Infra", "Infra.Cli"];

    public static string Write() => GeneratedFile.Text(
    [
        "# Licenses of the packages",
        "<!-- Written by test/Infra.Cli.Tests/Docs/Licenses: change Directory.Packages.props instead. -->",
        """
        Every NuGet package that a project here asks for, in the version it asks for, with its license as an
        [SPDX](https://spdx.org/licenses/) expression. A test compares each with what the package says of itself, wherever that is
        restored, and refuses a license that is not on its list. What these packages bring along differs from one package source to
        another and is not listed: `dotnet list package --include-transitive` shows it.
        """,
        "## Part of the program",
        List(ListedPackage.All.Where(IsShipped)),
        """
        On machines without the official Pulumi packages [stand-ins](../eng/stand-ins/README.md) take their place, with this repository's
        license.
        """,
        "## Pinned",
        """
        No project asks for these. The official Pulumi package brings them along, and `Directory.Packages.props` says in which version;
        where stand-ins are used, they are not there.
        """,
        Table(
        [
            ["Package", "Version", "License", "Brought along by"],
            .. ListedPackage.All.Where(IsPinned).Select(package => Row(package, package.BroughtAlongBy!)),
        ]),
        "## For tests and measurements only",
        List(ListedPackage.All.Where(package => !IsShipped(package) && !IsPinned(package))),
    ]);

    private static bool IsPinned(ListedPackage package) => package.BroughtAlongBy is not null;

    private static bool IsShipped(ListedPackage package) => PackageUse.Of(package).Intersect(Shipped).Any();

    private static string List(IEnumerable<ListedPackage> packages) =>
        Table(
        [
            ["Package", "Version", "License", "Used by"],
            .. packages.Select(package => Row(package, string.Join(", ", PackageUse.Of(package)))),
        ]);

    private static string[] Row(ListedPackage package, string usedBy) =>
    [
        $"[{package.Id}](https://www.nuget.org/packages/{package.Id}/{package.Version})",
        package.Version,
        package.License,
        usedBy,
    ];
}

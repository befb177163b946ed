namespace Infra.Cli.Tests.Docs.Licenses;

internal sealed class LicenseTests
{
    // Each lets a program be used, changed and passed on under any license, with its notice kept.
    private static readonly string[] Allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MS-PL"];

    private static IEnumerable<ListedPackage> Pinned => ListedPackage.All.Where(package => package.BroughtAlongBy is not null);

    [Test]
    public void Document_IsFresh() => GeneratedFile.Verify(LicenseDocument.Path, LicenseDocument.Write());

    [TestCaseSource(typeof(ListedPackage), nameof(ListedPackage.All))]
    public void License_OfEachPackage_IsOneOfThoseAllowed(ListedPackage package) => Assert.That(package.License, Is.AnyOf(Allowed));

    [TestCaseSource(typeof(ListedPackage), nameof(ListedPackage.All))]
    public void License_OfEachPackage_IsWhatThePackageSays(ListedPackage package) =>
        Assert.That(
            RestoredPackage.LicenseOf(package) ?? package.License,
            Is.EqualTo(package.License),
            $"Directory.Packages.props must give {package.Id}'s license as its nuspec does");

    [TestCaseSource(typeof(ListedPackage), nameof(ListedPackage.All))]
    public void Package_ThatIsListed_IsUsed(ListedPackage package) =>
        Assert.That(PackageUse.Of(package), package.BroughtAlongBy is null ? Is.Not.Empty : Is.Empty);

    // A pin is for the packages that the official Pulumi brings along: one that they no longer bring is to be taken out.
    [TestCaseSource(nameof(Pinned))]
    public void Package_ThatIsPinned_IsThereWithTheOfficialPackagesAlone(ListedPackage package) =>
        Assert.That(RestoredPackage.IsThere(package), Is.EqualTo(!RestoredPackage.IsStandIn(Package(package.BroughtAlongBy!))));

    // Without this the comparison could pass by finding no package at all.
    [TestCase("NUnit")]
    [TestCase("Polly.Core")]
    [TestCase("Yarp.ReverseProxy")]
    public void LicenseOf_APackageOfTheseTests_IsFound(string id) =>
        Assert.That(RestoredPackage.LicenseOf(Package(id)), Is.AnyOf(Allowed));

    private static ListedPackage Package(string id) => ListedPackage.All.Single(package => package.Id == id);
}

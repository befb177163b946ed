namespace Infra.Tests.Docs.Licenses;

internal sealed class LicenseTests
{
    // Each lets a program be used, changed and passed on under any license, with its notice kept.
    private static readonly string[] Allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MS-PL"];

    [Test]
    public void Document_IsFresh() => GeneratedFile.Verify(LicenseDocument.Path, LicenseDocument.Write());

    [TestCaseSource(typeof(DirectPackage), nameof(DirectPackage.All))]
    public void License_OfEachPackage_IsOneOfThoseAllowed(DirectPackage package) => Assert.That(package.License, Is.AnyOf(Allowed));

    [TestCaseSource(typeof(DirectPackage), nameof(DirectPackage.All))]
    public void License_OfEachPackage_IsWhatThePackageSays(DirectPackage package) =>
        Assert.That(
            RestoredPackage.LicenseOf(package) ?? package.License,
            Is.EqualTo(package.License),
            $"Directory.Packages.props must give {package.Id}'s license as its nuspec does");

    [TestCaseSource(typeof(DirectPackage), nameof(DirectPackage.All))]
    public void Package_ThatIsListed_IsUsed(DirectPackage package) => Assert.That(PackageUse.Of(package), Is.Not.Empty);

    // Without this the comparison could pass by finding no package at all.
    [TestCase("NUnit")]
    [TestCase("Polly.Core")]
    [TestCase("Yarp.ReverseProxy")]
    public void LicenseOf_APackageOfTheseTests_IsFound(string id) =>
        Assert.That(RestoredPackage.LicenseOf(DirectPackage.All.Single(package => package.Id == id)), Is.AnyOf(Allowed));
}

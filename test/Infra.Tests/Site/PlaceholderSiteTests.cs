using System.Text.RegularExpressions;
using Infra.Site;
using Infra.Tests.Support;

namespace Infra.Tests.Site;

/// <summary>The site as committed is one that the program ships and that its own security headers let work.</summary>
public sealed partial class PlaceholderSiteTests
{
    [Test]
    public void Site_AsCommitted_IsAccepted()
    {
        Assert.That(SiteFolder.TryLoad(Reference.Root, "site", out var folder, out var problems), Is.True, string.Join('\n', problems));
        Assert.That(folder!.Files, Is.EqualTo(new[] { "404.html", "icon.svg", "index.html", "style.css" }));
    }

    [TestCase("index.html")]
    [TestCase("404.html")]
    public void Page_AsCommitted_HoldsNothingThatTheContentSecurityPolicyRefuses(string page)
    {
        var html = File.ReadAllText(At(page));

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<style").And.Not.Contain("style=").And.Not.Match(@"\son[a-z]+="));
    }

    [TestCase("index.html")]
    [TestCase("404.html")]
    public void Page_AsCommitted_RefersToFilesOfTheSiteOnlyAndFromItsRoot(string page)
    {
        var html = File.ReadAllText(At(page));
        var references = SiteLink().Matches(html).Select(match => match.Groups[1].Value).ToList();

        Assert.That(references, Is.Not.Empty);
        foreach (var reference in references.Where(reference => reference is not "/" and not ['#', ..]))
            Assert.That(File.Exists(At(reference.TrimStart('/'))) && reference.StartsWith('/'), reference);
    }

    [Test]
    public void Stylesheet_AsCommitted_LoadsNothing()
    {
        Assert.That(File.ReadAllText(At("style.css")), Does.Not.Contain("url(").And.Not.Contain("@import"));
    }

    private static string At(string file) => Path.Combine(Reference.Root, "site", file);

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex SiteLink();
}

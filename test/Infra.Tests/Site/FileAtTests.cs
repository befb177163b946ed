using Infra.Site;
using Infra.Tests.Support;

namespace Infra.Tests.Site;

/// <summary>What visitors get at a path; on nginx itself the rehearsal's tests ask it.</summary>
[Requirement("R5")]
public sealed class FileAtTests
{
    private SiteProject _project = null!;

    [SetUp]
    public void MakeProject()
    {
        _project = new();
        foreach (var file in new[] { "index.html", "style.css", "docs/index.html", "docs/more/a.txt", "assets/main.js" })
            _project.Write($"site/{file}", file);
    }

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [TestCase("/", "index.html")]
    [TestCase("/index.html", "index.html")]
    [TestCase("/style.css", "style.css")]
    [TestCase("/docs", "docs/index.html")]
    [TestCase("/docs/", "docs/index.html")]
    [TestCase("/docs/index.html", "docs/index.html")]
    [TestCase("/docs/more/a.txt", "docs/more/a.txt")]
    [TestCase("/assets/main.js", "assets/main.js")]
    // What is not there is answered with it, so it is a page whether or not the site has it.
    [TestCase("/404.html", "404.html")]
    public void Path_OfAPage_HasItsFile(string path, string file) => Assert.That(FileAt(path), Is.EqualTo(file));

    [TestCase("/health")]
    [TestCase("/Index.html")]
    [TestCase("/index.html/")]
    [TestCase("/index")]
    [TestCase("/docs/more")]
    [TestCase("/docs/more/")]
    [TestCase("/assets")]
    [TestCase("/404.html/")]
    [TestCase("/docs/404.html")]
    public void Path_OfNothing_HasNone(string path) => Assert.That(FileAt(path), Is.Null);

    private string? FileAt(string path) =>
        SiteFolder.TryLoad(_project.Root, "site", out var site, out _)
            ? site.FileAt(path, new())
            : throw new InvalidOperationException("no site");
}

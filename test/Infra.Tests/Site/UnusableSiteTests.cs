using Infra.Site;

namespace Infra.Tests.Site;

/// <summary>Folders that no server could serve as a site, or that hold what nobody meant to publish.</summary>
public sealed class UnusableSiteTests
{
    private const string TooManyFiles = "must hold at most 20,000 files, got more in site: keep what is not served elsewhere";

    private SiteProject _project = null!;

    [SetUp]
    public void MakeProject() => _project = new();

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [TestCase("site")]
    [TestCase("web/public")]
    public void Site_ThatIsNotThere_IsRefused(string siteDirectory) =>
        Assert.That(ProblemsOf(siteDirectory), Is.EqualTo(
            [$"must be a folder of the project, got {siteDirectory}, which is not there: create it, or name the folder of the site"]));

    [Test]
    public void Site_ThatIsAFile_IsRefused()
    {
        _project.Write("site", "a file");

        Assert.That(ProblemsOf("site"), Is.EqualTo(["must be a folder, got site, which is a file: name the folder that it is in"]));
    }

    [Test]
    public void Site_ThatIsALink_IsRefused()
    {
        _project.Write("elsewhere/index.html", "start");
        Directory.CreateSymbolicLink(_project.At("site"), "elsewhere");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
            ["must be a folder, got site, which is a symbolic link: name the folder that it leads to"]));
    }

    [TestCase("link/public")]
    [TestCase("link/deep/below")]
    public void Site_BehindALink_IsRefused(string siteDirectory)
    {
        _project.Write("elsewhere/public/index.html", "start");
        _project.Write("elsewhere/deep/below/index.html", "start");
        Directory.CreateSymbolicLink(_project.At("link"), "elsewhere");

        Assert.That(ProblemsOf(siteDirectory), Is.EqualTo(
            [$"must be a folder of the project, got {siteDirectory}, where link is a symbolic link: name the folder without a link"]));
    }

    [TestCase("site/Index.html")]
    [TestCase("site/pages/index.html")]
    public void Site_WithoutAStartPage_IsRefused(string onlyFile)
    {
        _project.Write(onlyFile, "not the start page");

        Assert.That(ProblemsOf("site"), Is.EqualTo(["must hold index.html, got site without it: add site/index.html"]));
    }

    [Test]
    public void Site_OfOneFileTooMany_IsRefused()
    {
        _project.Write("site/index.html", "start");
        for (var number = 1; number <= 20_000; number++)
            _project.Write($"site/{number}.txt", "");

        Assert.That(ProblemsOf("site"), Is.EqualTo([TooManyFiles]));
    }

    // Their size would be another problem, but whoever names a whole disk should not wait for it to be read.
    [Test]
    [Category("Slow")]
    public void Site_OfFarTooManyFiles_IsNotReadToItsEnd()
    {
        _project.Write("site/1.txt", "");
        for (var number = 2; number <= 20_700; number++)
        {
            using var file = File.Create(_project.At($"site/{number}.txt"));
            file.SetLength(5_100);
        }

        Assert.That(ProblemsOf("site"), Is.EqualTo([TooManyFiles]));
    }

    [Test]
    public void Site_OfOneByteMoreThanAHundredMebibytes_IsRefused()
    {
        _project.Write("site/index.html", "x");
        using (var large = File.Create(_project.At("site/large.bin")))
            large.SetLength(100 * 1024 * 1024);

        Assert.That(ProblemsOf("site"), Is.EqualTo(["must hold at most 100 MiB, got more in site: keep what is not served elsewhere"]));
    }

    [Test]
    public void Site_WithLinksThatAnArchiveCanNotHold_NamesEachInOrder()
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/p/about.html", "about");
        _project.Write("secret.txt", "not part of the site");
        _project.Write("site-2/index.html", "not part of the site either, in spite of its name");
        File.CreateSymbolicLink(_project.At("site/sibling.html"), _project.At("site-2/index.html"));
        File.CreateSymbolicLink(_project.At("site/p/secret.html"), "../../secret.txt");
        File.CreateSymbolicLink(_project.At("site/nowhere.html"), "missing.html");
        Directory.CreateSymbolicLink(_project.At("site/more"), "p");
        File.CreateSymbolicLink(_project.At("site/chain.html"), "p/secret.html");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold its files itself, got site/chain.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/more, a symbolic link to a folder: put a copy in its place",
            "must hold its files itself, got site/nowhere.html, a symbolic link that leads nowhere: put a copy in its place",
            "must hold its files itself, got site/p/secret.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/sibling.html, a symbolic link that leads outside the folder: put a copy in its place",
        ]));
    }

    // By its path it ends at site/notes.html; the system follows d first, and ends outside the project.
    [TestCase("../other/d/../../site/notes.html")]
    [TestCase("../other/hop.html")]
    [TestCase("{project}/other/d/../../site/notes.html")]
    [Platform(Exclude = "Win")]
    public void Site_WithALinkThatOnlySeemsToStayInside_IsRefused(string target)
    {
        _project.Write("elsewhere/site/notes.html", "nobody's business");
        _project.Write("elsewhere/below/below/x", "");
        _project.Write("site/index.html", "start");
        _project.Write("site/notes.html", "notes");
        _project.Write("other/x", "");
        Directory.CreateSymbolicLink(_project.At("other/d"), _project.At("elsewhere/below/below"));
        File.CreateSymbolicLink(_project.At("other/hop.html"), "d/../../site/notes.html");
        File.CreateSymbolicLink(_project.At("site/x.html"), target.Replace("{project}", _project.Root, StringComparison.Ordinal));

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold its files itself, got site/x.html, a symbolic link that leads outside the folder: put a copy in its place",
        ]));
    }

    [TestCase("../p/about.html")]
    [TestCase("./about.html")]
    [TestCase("{project}/site/p/about.html")]
    [Platform(Exclude = "Win")]
    public void Site_WithALinkThatStaysInside_IsServed(string target)
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/p/about.html", "about");
        File.CreateSymbolicLink(_project.At("site/p/x.html"), target.Replace("{project}", _project.Root, StringComparison.Ordinal));
        File.CreateSymbolicLink(_project.At("site/chain.html"), "p/x.html");

        Assert.That(SiteFolder.TryLoad(_project.Root, "site", out _, out _), Is.True);
    }

    [TestCase("artifacts")]
    [TestCase("artifacts/artifacts")]
    public void Site_ThatItsArchiveWouldBeIn_IsRefused(string directory)
    {
        _project.Write($"{directory}/index.html", "start");

        Assert.That(ProblemsOf(directory), Is.EqualTo(
        [
            $"must be a folder that its own archive is not in, got {directory}, where that would be: keep the site elsewhere",
        ]));
    }

    [Test]
    public void Site_WithSeveralFlaws_NamesEach()
    {
        _project.Write("site/about.html", "about");
        using (var large = File.Create(_project.At("site/large.bin")))
            large.SetLength(100 * 1024 * 1024);
        File.CreateSymbolicLink(_project.At("site/nowhere.html"), "missing.html");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold index.html, got site without it: add site/index.html",
            "must hold at most 100 MiB, got more in site: keep what is not served elsewhere",
            "must hold its files itself, got site/nowhere.html, a symbolic link that leads nowhere: put a copy in its place",
        ]));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Site_WithLinksInACircle_IsRefused()
    {
        _project.Write("site/index.html", "start");
        File.CreateSymbolicLink(_project.At("site/a.html"), "b.html");
        File.CreateSymbolicLink(_project.At("site/b.html"), "a.html");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold its files itself, got site/a.html, a symbolic link that leads nowhere: put a copy in its place",
            "must hold its files itself, got site/b.html, a symbolic link that leads nowhere: put a copy in its place",
        ]));
    }

    // What a name with a dot hides is in no archive, and so in no list of flaws either.
    [Test]
    public void Site_WithALinkByWayOfAHiddenOne_IsRefused()
    {
        _project.Write("site/index.html", "start");
        _project.Write("elsewhere/notes.html", "nobody's business");
        Directory.CreateSymbolicLink(_project.At("site/.d"), "../elsewhere");
        File.CreateSymbolicLink(_project.At("site/x.html"), ".d/notes.html");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold its files itself, got site/x.html, a symbolic link that leads outside the folder: put a copy in its place",
        ]));
    }

    [TestCase("start")]
    [TestCase("")]
    public void Site_WithAFileThatCanNotBeRead_IsRefused(string content)
    {
        _project.Write("site/index.html", content);
        var file = _project.At("site/index.html");
        using var locked = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must be readable, got site/index.html: fix what is in the way "
            + $"(The process cannot access the file '{file}' because it is being used by another process.)",
        ]));
    }

    // Neither waits for the other to be mended.
    [Test]
    public void Site_WithFlawsOfPlaceAndOfContent_NamesBoth()
    {
        _project.Write("site/about.html", "AKIA" + "QYLPMN5HHHFPZAM2");
        _project.Write("site/id_rsa", "x");

        Assert.That(ProblemsOf("site"), Is.EqualTo(
        [
            "must hold index.html, got site without it: add site/index.html",
            "must hold no keys, since all in it is public, got site/id_rsa: take it out of the folder, and renew the key",
            "must hold no keys, since all in it is public, got site/about.html, which has an AWS access key in it: "
                + "take it out, and renew the key",
        ]));
    }

    private IEnumerable<string> ProblemsOf(string siteDirectory)
    {
        var loaded = SiteFolder.TryLoad(_project.Root, siteDirectory, out var folder, out var problems);

        Assert.That((loaded, folder), Is.EqualTo((false, (SiteFolder?)null)));
        return problems.Select(problem => $"{problem.Rule}, got {problem.Got}: {problem.Mend}");
    }
}

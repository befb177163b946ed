using Infra.Site;

namespace Infra.Tests.Site;

public sealed class SiteFolderTests
{
    private SiteProject _project = null!;

    [SetUp]
    public void MakeProject() => _project = new();

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [Test]
    public void TryLoad_Site_GivesItsFilesInOrdinalOrder()
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/b/style.css", "style");
        _project.Write("site/a.txt", "a");
        _project.Write("site/Z.txt", "z");

        var folder = Load();

        Assert.That(folder.Files, Is.EqualTo(new[] { "Z.txt", "a.txt", "b/style.css", "index.html" }));
    }

    [TestCase("site", "../../artifacts/site.tar")]
    [TestCase("web/public", "../../artifacts/web/public.tar")]
    public void ArchivePath_Always_LeadsFromTheProgramsDirectory(string siteDirectory, string expected)
    {
        _project.Write($"{siteDirectory}/index.html", "start");

        Assert.That(SiteFolder.TryLoad(_project.Root, siteDirectory, out var folder, out _), Is.True);
        Assert.That(folder!.ArchivePath, Is.EqualTo(expected));
    }

    [Test]
    public void Hash_KnownSite_IsTheOneOfTheFormat()
    {
        _project.Write("site/index.html", "start");

        // printf 'index.html\0\0\0\0\0\0\0\0\5start' | sha256sum
        Assert.That(Load().Hash, Is.EqualTo("8ec4364146f6c3e96052208a23453509e69a6ff42c4036c4f31f01acf9223089"));
    }

    [Test]
    public void Hash_SameSiteElsewhere_IsTheSame()
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/a/b.txt", "b");
        _project.Write("elsewhere/a/b.txt", "b");
        _project.Write("elsewhere/index.html", "start");

        Assert.That(Load("elsewhere").Hash, Is.EqualTo(Load().Hash));
    }

    [TestCase("site/index.html", "other", TestName = "Hash_ContentChanges_Changes")]
    [TestCase("site/new.html", "", TestName = "Hash_EmptyFileIsAdded_Changes")]
    public void Hash_Changes(string file, string content)
    {
        _project.Write("site/index.html", "start");
        var before = Load().Hash;

        _project.Write(file, content);

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Hash_FileIsRenamed_Changes()
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/a.txt", "same");
        var before = Load().Hash;

        File.Move(_project.At("site/a.txt"), _project.At("site/b.txt"));

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Hash_FileThatContainsWhatWasTheNextOne_Changes()
    {
        _project.Write("site/index.html", "a");
        _project.Write("site/next.txt", "b");
        var before = Load().Hash;

        File.Delete(_project.At("site/next.txt"));
        _project.Write("site/index.html", "anext.txt\0b");

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Accepts_LinkToAFileInTheFolder()
    {
        _project.Write("site/index.html", "start");
        File.CreateSymbolicLink(_project.At("site/home.html"), "index.html");

        Assert.That(Load().Files, Is.EqualTo(new[] { "home.html", "index.html" }));
    }

    [Test]
    public void Accepts_AHundredMebibytesInTwentyThousandFiles()
    {
        _project.Write("site/index.html", "");
        _project.Write("site/large.bin", new string('x', 100 * 1024 * 1024));
        for (var number = 2; number < 20_000; number++)
            _project.Write($"site/{number}.txt", "");

        Assert.That(Load().Files, Has.Count.EqualTo(20_000));
    }

    [Test]
    public void Pack_Site_HoldsItsFilesAlone()
    {
        _project.Write("site/index.html", "start");
        _project.Write("site/.git/config", "secret");

        Load().Pack();

        var archive = File.ReadAllText(_project.At("artifacts/site.tar"));
        Assert.That(archive, Does.Contain("start").And.Not.Contain("secret").And.Not.Contain(".git"));
    }

    [Test]
    public void Accepts_SiteOfAProjectThatIsReachedByALink()
    {
        _project.Write("project/site/index.html", "start");
        Directory.CreateSymbolicLink(_project.At("link"), "project");

        Assert.That(SiteFolder.TryLoad(_project.At("link"), "site", out _, out _), Is.True);
    }

    private SiteFolder Load(string siteDirectory = "site")
    {
        var loaded = SiteFolder.TryLoad(_project.Root, siteDirectory, out var folder, out var problems);

        Assert.That(loaded, Is.True, string.Join('\n', problems));
        Assert.That(problems, Is.Empty);
        return folder!;
    }
}

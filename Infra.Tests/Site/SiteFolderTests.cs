using Infra.Site;

namespace Infra.Tests.Site;

public sealed class SiteFolderTests
{
    private DirectoryInfo _root = null!;

    [SetUp]
    public void MakeProject() => _root = Directory.CreateTempSubdirectory("site-folder-tests-");

    [TearDown]
    public void RemoveProject() => _root.Delete(recursive: true);

    [Test]
    public void TryLoad_Site_GivesItsFilesInOrdinalOrder()
    {
        Write("site/index.html", "start");
        Write("site/b/style.css", "style");
        Write("site/a.txt", "a");
        Write("site/Z.txt", "z");

        var folder = Load();

        Assert.That(folder.Files, Is.EqualTo(new[] { "Z.txt", "a.txt", "b/style.css", "index.html" }));
    }

    [TestCase("site", "../site")]
    [TestCase("web/public", "../web/public")]
    public void ArchivePath_Always_LeadsFromTheProgramsDirectory(string siteDirectory, string expected)
    {
        Write($"{siteDirectory}/index.html", "start");

        Assert.That(SiteFolder.TryLoad(_root.FullName, siteDirectory, out var folder, out _), Is.True);
        Assert.That(folder!.ArchivePath, Is.EqualTo(expected));
    }

    [Test]
    public void Hash_KnownSite_IsTheOneOfTheFormat()
    {
        Write("site/index.html", "start");

        // printf 'index.html\0\0\0\0\0\0\0\0\5start' | sha256sum
        Assert.That(Load().Hash, Is.EqualTo("8ec4364146f6c3e96052208a23453509e69a6ff42c4036c4f31f01acf9223089"));
    }

    [Test]
    public void Hash_SameSiteElsewhere_IsTheSame()
    {
        Write("site/index.html", "start");
        Write("site/a/b.txt", "b");
        Write("elsewhere/a/b.txt", "b");
        Write("elsewhere/index.html", "start");

        Assert.That(Load("elsewhere").Hash, Is.EqualTo(Load().Hash));
    }

    [TestCase("site/index.html", "other", TestName = "Hash_ContentChanges_Changes")]
    [TestCase("site/new.html", "", TestName = "Hash_EmptyFileIsAdded_Changes")]
    public void Hash_Changes(string file, string content)
    {
        Write("site/index.html", "start");
        var before = Load().Hash;

        Write(file, content);

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Hash_FileIsRenamed_Changes()
    {
        Write("site/index.html", "start");
        Write("site/a.txt", "same");
        var before = Load().Hash;

        File.Move(At("site/a.txt"), At("site/b.txt"));

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Hash_FileThatContainsWhatWasTheNextOne_Changes()
    {
        Write("site/index.html", "a");
        Write("site/next.txt", "b");
        var before = Load().Hash;

        File.Delete(At("site/next.txt"));
        Write("site/index.html", "anext.txt\0b");

        Assert.That(Load().Hash, Is.Not.EqualTo(before));
    }

    [Test]
    public void Accepts_LinkToAFileInTheFolder()
    {
        Write("site/index.html", "start");
        File.CreateSymbolicLink(At("site/home.html"), "index.html");

        Assert.That(Load().Files, Is.EqualTo(new[] { "home.html", "index.html" }));
    }

    [Test]
    public void Accepts_TenMebibytesInAThousandFiles()
    {
        Write("site/index.html", "");
        Write("site/large.bin", new string('x', 10 * 1024 * 1024));
        for (var number = 2; number < 1000; number++)
            Write($"site/{number}.txt", "");

        Assert.That(Load().Files, Has.Count.EqualTo(1000));
    }

    private string At(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }

    private SiteFolder Load(string siteDirectory = "site")
    {
        var loaded = SiteFolder.TryLoad(_root.FullName, siteDirectory, out var folder, out var problems);

        Assert.That(loaded, Is.True, string.Join('\n', problems));
        Assert.That(problems, Is.Empty);
        return folder!;
    }
}

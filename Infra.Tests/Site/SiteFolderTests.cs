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

    [Test]
    public void Rejects_FolderThatIsNotThere() => AssertProblems(
        "must be a folder of the project, got site, which is not there: create it, or name the folder of the site");

    [Test]
    public void Rejects_File()
    {
        Write("site", "a file");

        AssertProblems("must be a folder, got site, which is a file: name the folder that it is in");
    }

    [Test]
    public void Rejects_LinkInPlaceOfTheFolder()
    {
        Write("elsewhere/index.html", "start");
        Directory.CreateSymbolicLink(At("site"), "elsewhere");

        AssertProblems("must be a folder, got site, which is a symbolic link: name the folder that it leads to");
    }

    [Test]
    public void Rejects_EmptyFolder()
    {
        _root.CreateSubdirectory("site");

        AssertProblems("must hold index.html, got site without it: add site/index.html");
    }

    [TestCase("site/Index.html")]
    [TestCase("site/pages/index.html")]
    public void Rejects_SiteWithoutStartPage(string onlyFile)
    {
        Write(onlyFile, "not the start page");

        AssertProblems("must hold index.html, got site without it: add site/index.html");
    }

    [Test]
    public void Rejects_MoreThanAThousandFiles()
    {
        for (var number = 0; number < 1001; number++)
            Write($"site/{number}.txt", "");

        AssertProblems("must hold at most 1000 files, got more in site: keep what is not served elsewhere");
    }

    /// <summary>The size of them all would be another problem, but whoever names a whole disk should not wait for it to be read.</summary>
    [Test]
    public void Rejects_FarMoreThanAThousandFiles_WithoutLookingAtAll()
    {
        for (var number = 0; number < 1100; number++)
            Write($"site/{number}.txt", new string('x', 10_000));

        AssertProblems("must hold at most 1000 files, got more in site: keep what is not served elsewhere");
    }

    [Test]
    public void Rejects_MoreThanTenMebibytes()
    {
        Write("site/index.html", "x");
        Write("site/large.bin", new string('x', 10 * 1024 * 1024));

        AssertProblems("must hold at most 10 MiB, got more in site: keep what is not served elsewhere");
    }

    [Test]
    public void Rejects_EveryUnusableLinkAtOnce()
    {
        Write("site/index.html", "start");
        Write("site/p/about.html", "about");
        Write("secret.txt", "not part of the site");
        Write("site-2/index.html", "not part of the site either, in spite of its name");
        File.CreateSymbolicLink(At("site/p/secret.html"), "../../secret.txt");
        File.CreateSymbolicLink(At("site/sibling.html"), At("site-2/index.html"));
        File.CreateSymbolicLink(At("site/chain.html"), "p/secret.html");
        File.CreateSymbolicLink(At("site/nowhere.html"), "missing.html");
        Directory.CreateSymbolicLink(At("site/more"), "p");

        AssertProblems(
            "must hold its files itself, got site/chain.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/more, a symbolic link to a folder: put a copy in its place",
            "must hold its files itself, got site/nowhere.html, a symbolic link that leads nowhere: put a copy in its place",
            "must hold its files itself, got site/p/secret.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/sibling.html, a symbolic link that leads outside the folder: put a copy in its place");
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

    private void AssertProblems(params string[] expected)
    {
        Assert.That(SiteFolder.TryLoad(_root.FullName, "site", out var folder, out var problems), Is.False);
        Assert.That(folder, Is.Null);
        Assert.That(problems.Select(problem => $"{problem.Rule}, got {problem.Got}: {problem.Mend}"), Is.EqualTo(expected));
    }
}

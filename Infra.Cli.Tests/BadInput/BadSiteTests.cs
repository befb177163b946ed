using System.Diagnostics;

namespace Infra.Cli.Tests.BadInput;

/// <summary>Folders that no server could serve as a site, or that hold what nobody meant to publish.</summary>
internal sealed class BadSiteTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject()
    {
        _project = new TemporaryProject().With("Pulumi.s.yaml", StackFile.And(""));
        File.Delete(At("site/index.html"));
    }

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Site_ThatIsNotThere_IsOneMessage()
    {
        Directory.Delete(At("site"));

        await AssertRefusedAsync(
            "must be a folder of the project, got site, which is not there: create it, or name the folder of the site");
    }

    [Test]
    public async Task Site_ThatIsAFile_IsOneMessage()
    {
        Directory.Delete(At("site"));
        Write("site", "a file");

        await AssertRefusedAsync("must be a folder, got site, which is a file: name the folder that it is in");
    }

    [Test]
    public async Task Site_ThatIsALink_IsOneMessage()
    {
        Directory.Delete(At("site"));
        Write("elsewhere/index.html", "start");
        Directory.CreateSymbolicLink(At("site"), "elsewhere");

        await AssertRefusedAsync("must be a folder, got site, which is a symbolic link: name the folder that it leads to");
    }

    [Test]
    public async Task Site_BehindALinkOutOfTheProject_IsOneMessage()
    {
        using var other = new TemporaryProject();
        Directory.CreateSymbolicLink(At("sites"), other.Root);
        _project.With("Pulumi.s.yaml", StackFile.With("siteDirectory", "sites/site"));

        await AssertRefusedAsync(
            "must be a folder of the project, got sites/site, where sites is a symbolic link: name the folder without a link");
    }

    [Test]
    public Task Site_ThatIsEmpty_IsOneMessage() => AssertRefusedAsync("must hold index.html, got site without it: add site/index.html");

    [TestCase("site/Index.html")]
    [TestCase("site/pages/index.html")]
    public async Task Site_WithoutAStartPage_IsOneMessage(string onlyFile)
    {
        Write(onlyFile, "not the start page");

        await AssertRefusedAsync("must hold index.html, got site without it: add site/index.html");
    }

    /// <summary>Their size would be another problem, but whoever names a whole disk should not wait for it to be read.</summary>
    [Test]
    public async Task Site_OfFarMoreThanAThousandFiles_IsNotReadToItsEnd()
    {
        for (var number = 0; number < 1100; number++)
            Write($"site/{number}.txt", new string('x', 10_000));

        await AssertRefusedAsync("must hold at most 1000 files, got more in site: keep what is not served elsewhere");
    }

    [Test]
    public async Task Site_OfMoreThanAThousandFiles_IsOneMessage()
    {
        for (var number = 0; number < 1001; number++)
            Write($"site/{number}.txt", "");

        await AssertRefusedAsync("must hold at most 1000 files, got more in site: keep what is not served elsewhere");
    }

    [Test]
    public async Task Site_OfMoreThanTenMebibytes_IsOneMessage()
    {
        Write("site/index.html", "x");
        using (var large = File.Create(At("site/large.bin")))
            large.SetLength(10 * 1024 * 1024);

        await AssertRefusedAsync("must hold at most 10 MiB, got more in site: keep what is not served elsewhere");
    }

    [Test]
    public async Task Site_WithLinksThatAnArchiveCanNotHold_NamesEach()
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

        await AssertRefusedAsync(
            "must hold its files itself, got site/chain.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/more, a symbolic link to a folder: put a copy in its place",
            "must hold its files itself, got site/nowhere.html, a symbolic link that leads nowhere: put a copy in its place",
            "must hold its files itself, got site/p/secret.html, a symbolic link that leads outside the folder: put a copy in its place",
            "must hold its files itself, got site/sibling.html, a symbolic link that leads outside the folder: put a copy in its place");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Site_WithLinksInACircle_IsOneMessage()
    {
        Write("site/index.html", "start");
        File.CreateSymbolicLink(At("site/a.html"), "b.html");
        File.CreateSymbolicLink(At("site/b.html"), "a.html");

        var run = await Invocation.Of(_project.Root, "preview", "s");

        // Which of the two it names is up to the order of the folder.
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match(
            @"^Pulumi\.s\.yaml is not valid \(1 problem\):\n  infra:siteDirectory must be readable, got site: "
            + @"mend what is in the way \(Too many levels of symbolic links in '\S+/site/[ab]\.html'\.\)\n$"));
    }

    [Test]
    public async Task Site_WithAFileThatCanNotBeRead_IsOneMessage()
    {
        Write("site/index.html", "start");
        using var locked = new FileStream(At("site/index.html"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await AssertRefusedAsync(
            "must be readable, got site: mend what is in the way (The process cannot access the file "
            + $"'{At("site/index.html")}' because it is being used by another process.)");
    }

    // It goes into no archive, and whoever opens it waits.
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Site_WithANamedPipe_IsReadWithoutWaitingForItsOtherEnd()
    {
        Write("site/index.html", "start");
        using (var maker = Process.Start("mkfifo", At("site/pipe")))
            await maker.WaitForExitAsync();

        var run = await Task.Run(() => Invocation.Of(_project.Root, "preview", "s")).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    private string At(string path) => Path.Combine(_project.Root, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }

    private Task AssertRefusedAsync(params string[] problems)
    {
        var count = problems.Length == 1 ? "1 problem" : $"{problems.Length} problems";
        var lines = problems.Select(problem => $"\n  infra:siteDirectory {problem}");
        return Refusal.AssertAsync(_project, $"Pulumi.s.yaml is not valid ({count}):{string.Concat(lines)}", "preview", "s");
    }
}

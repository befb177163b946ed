using System.Diagnostics;

namespace Infra.Cli.Tests.BadInput;

/// <summary>
/// What the command line makes of folders that can't be served. Which those are, Infra.Tests says: <c>UnusableSiteTests</c>.
/// </summary>
internal sealed class BadSiteTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", StackFile.And(""));

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Site_WithSeveralFlaws_IsOneMessageThatNamesEach()
    {
        File.Delete(At("site/index.html"));
        File.CreateSymbolicLink(At("site/nowhere.html"), "missing.html");

        await AssertRefusedAsync(
            "must hold index.html, got site without it: add site/index.html",
            "must hold its files itself, got site/nowhere.html, a symbolic link that leads nowhere: put a copy in its place");
    }

    [Test]
    public async Task Site_WithAFileThatCanNotBeRead_IsOneMessage()
    {
        using var locked = new FileStream(At("site/index.html"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await AssertRefusedAsync(
            "must be readable, got site/index.html: fix what is in the way (The process cannot access the file "
            + $"'{At("site/index.html")}' because it is being used by another process.)");
    }

    // Pulumi would open it, and wait.
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Site_WithANamedPipe_IsReadWithoutWaitingForItsOtherEnd()
    {
        using (var maker = Process.Start("mkfifo", At("site/pipe")))
            await maker.WaitForExitAsync();

        await AssertRefusedAsync(
            "must hold files and folders alone, got site/pipe, a named pipe, a socket or a device: take it out of the folder")
            .WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Site_WithAControlCharacterInAName_IsShownLegibly()
    {
        await File.WriteAllTextAsync(At("site/\u001b[31m\n.html"), "x");

        await AssertRefusedAsync(
            "must have names in UTF-8 without control characters, got \"site/\\u001B[31m\\n.html\": rename it");
    }

    private string At(string path) => Path.Combine(_project.Root, path);

    private Task AssertRefusedAsync(params string[] problems)
    {
        var count = problems.Length == 1 ? "1 problem" : $"{problems.Length} problems";
        var lines = problems.Select(problem => $"\n  infra:siteDirectory {problem}");
        return Refusal.AssertAsync(_project, $"Pulumi.s.yaml is not valid ({count}):{string.Concat(lines)}", "preview", "s");
    }
}

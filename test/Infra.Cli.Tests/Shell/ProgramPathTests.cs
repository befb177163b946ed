using System.Runtime.Versioning;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

[Platform("Unix", Reason = "Sets the mode of files.")]
[UnsupportedOSPlatform("windows")]
internal sealed class ProgramPathTests
{
    private DirectoryInfo _first = null!;
    private DirectoryInfo _second = null!;

    [SetUp]
    public void CreateFolders()
    {
        _first = Directory.CreateTempSubdirectory("infra-");
        _second = Directory.CreateTempSubdirectory("infra-");
    }

    [TearDown]
    public void DeleteFolders()
    {
        _first.Delete(recursive: true);
        _second.Delete(recursive: true);
    }

    [Test]
    public void Program_IsTheFirstOfThatName_ThatCanBeRun()
    {
        Directory.CreateDirectory(Path.Combine(_first.FullName, "folder"));
        File.WriteAllText(Path.Combine(_first.FullName, "text"), "");
        foreach (var name in new[] { "both", "folder", "text" })
            Add(_second, name);
        var both = Add(_first, "both");
        var linked = File.CreateSymbolicLink(Path.Combine(_first.FullName, "linked"), Path.Combine(_second.FullName, "both"));
        File.CreateSymbolicLink(Path.Combine(_first.FullName, "broken"), "/nowhere/at/all");

        Assert.Multiple(() =>
        {
            Assert.That(Find("both"), Is.EqualTo(both));
            Assert.That(Find("folder"), Is.EqualTo(Path.Combine(_second.FullName, "folder")));
            Assert.That(Find("text"), Is.EqualTo(Path.Combine(_second.FullName, "text")));
            Assert.That(Find("linked"), Is.EqualTo(linked.FullName));
            Assert.That(Find("broken"), Is.Null);
            Assert.That(Find("none"), Is.Null);
        });
    }

    [TestCase(null, ExpectedResult = "")]
    [TestCase("", ExpectedResult = "")]
    [TestCase(":", ExpectedResult = "")]
    [TestCase(".:..:bin:./bin:~/bin", ExpectedResult = "")]
    [TestCase(":/usr/bin::.:/bin:", ExpectedResult = "/usr/bin /bin")]
    public string Folders_AreThose_ThatAreTheSameEverywhere(string? path) => string.Join(' ', ProgramPath.Folders(path));

    [Test]
    public void PathThatIsNotWhole_IsNotStarted() =>
        Assert.That(
            () => StartedProgram.Start("sh", []), Throws.ArgumentException.With.Message.StartsWith("must be a whole path, got 'sh'"));

    // Or a plugin, or what a shell script calls, would come from there all the same.
    [Test]
    public async Task StartedProgram_FindsNoneInTheWorkingFolderEither()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", $":.:{_first.FullName}:bin");
            using var process = StartedProgram.Start("/bin/sh", ["-c", "echo \"$PATH\""]);

            Assert.That(await process.StandardOutput.ReadToEndAsync(), Is.EqualTo($"{_first.FullName}\n"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    // Without any folder a shell looks where it stands.
    [Test]
    public async Task StartedProgram_HasTheSystemsFolders_WhereAPathHasNone([Values("", ".", ":", "bin:./bin", null)] string? path)
    {
        var (before, stood) = (Environment.GetEnvironmentVariable("PATH"), Environment.CurrentDirectory);
        try
        {
            File.Move(Add(_first, "planted"), Path.Combine(_first.FullName, "rm"));
            Environment.CurrentDirectory = _first.FullName;
            Environment.SetEnvironmentVariable("PATH", path);
            using var process = StartedProgram.Start("/bin/sh", ["-c", "command -v rm"]);

            Assert.That(await process.StandardOutput.ReadToEndAsync(), Is.EqualTo("/usr/bin/rm\n").Or.EqualTo("/bin/rm\n"));
        }
        finally
        {
            Environment.CurrentDirectory = stood;
            Environment.SetEnvironmentVariable("PATH", before);
        }
    }

    private string? Find(string name) => ProgramPath.Find(name, [_first.FullName, _second.FullName]);

    private static string Add(DirectoryInfo folder, string name)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, "#!/bin/sh\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return file;
    }
}

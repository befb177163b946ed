using System.Formats.Tar;
using System.Security.Cryptography;
using Infra.Applications;
using Infra.Tests.Site;

namespace Infra.Tests.Applications;

public sealed class ApplicationFolderTests
{
    private SiteProject _project = null!;

    [SetUp]
    public void Create() => _project = new();

    [TearDown]
    public void Delete() => _project.Dispose();

    [Test]
    public void Executable_IsWhatTheKernelCanRun_WhateverItsMode()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        _project.Write("web/server", "\u007fELF...");
        _project.Write("web/Web.dll", "MZ");
        _project.Write("web/empty", "");

        Assert.That(
            Load().Files.Select(file => (file.Name, file.IsExecutable)),
            Is.EqualTo(new[] { ("Web.dll", false), ("empty", false), ("run", true), ("server", true) }));
    }

    [Test]
    public void Link_ThatStaysInside_IsKept()
    {
        _project.Write("web/node_modules/x/cli.js", "#!/usr/bin/env node\n");
        Directory.CreateDirectory(_project.At("web/node_modules/.bin"));
        File.CreateSymbolicLink(_project.At("web/node_modules/.bin/x"), "../x/cli.js");

        var folder = Load();

        Assert.That(folder.Files.Select(file => (file.Name, file.LinkTarget)), Is.EqualTo(
            new[] { ("node_modules/.bin/x", (string?)"../x/cli.js"), ("node_modules/x/cli.js", null) }));
        Assert.That(folder.Find("node_modules/.bin/x")?.Name, Is.EqualTo("node_modules/x/cli.js"));
    }

    [TestCase("/etc/hostname", "that leads outside the folder")]
    [TestCase("../outside", "that leads outside the folder")]
    [TestCase("{web}/run", "to a whole path of this machine")]
    [TestCase("nowhere", "that leads nowhere")]
    [TestCase("run/below", "that leads nowhere")]
    [TestCase("link", "that leads nowhere")]
    [TestCase("within/../../outside", "that leads outside the folder")]
    public void Link_ThatAServerCouldNotFollow_IsRefused(string target, string flaw)
    {
        _project.Write("outside", "x");
        _project.Write("web/run", "#!/bin/sh\n");
        Directory.CreateDirectory(_project.At("web/deep/er"));
        Directory.CreateSymbolicLink(_project.At("web/within"), "deep/er/..");
        File.CreateSymbolicLink(_project.At("web/link"), target.Replace("{web}", _project.At("web"), StringComparison.Ordinal));

        Assert.That(Problems(), Is.EqualTo([$"web/link, a symbolic link {flaw}"]));
    }

    // One flaw hides no other.
    [Test]
    public void Links_InACircle_AreEachNamedBesideTheRest()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        File.CreateSymbolicLink(_project.At("web/l1"), "l2");
        File.CreateSymbolicLink(_project.At("web/l2"), "l1");
        File.CreateSymbolicLink(_project.At("web/out"), "../outside");

        Assert.That(Problems(), Is.EqualTo(new[]
        {
            "web/l1, a symbolic link that leads nowhere", "web/l2, a symbolic link that leads nowhere",
            "web/out, a symbolic link that leads outside the folder",
        }));
    }

    // As package managers make them for a package that uses itself: a server can follow it.
    [TestCase("self", ".")]
    [TestCase("modules/self", "..")]
    public void Link_ToTheFolderItself_IsKept(string name, string target)
    {
        _project.Write("web/run", "#!/bin/sh\n");
        Directory.CreateDirectory(Path.GetDirectoryName(_project.At($"web/{name}"))!);
        Directory.CreateSymbolicLink(_project.At($"web/{name}"), target);

        var folder = Load();

        Assert.That(folder.Files.Single(file => file.Name == name).LinkTarget, Is.EqualTo(target));
        Assert.That(folder.Find($"{name}/run")?.Name, Is.EqualTo("run"));
    }

    [TestCase("current/run", "run")]
    [TestCase("current/../run", null)]
    [TestCase("releases/1/run", "run")]
    [TestCase("current", null)]
    [TestCase("nothing", null)]
    public void Find_BehindALinkToAFolder_IsTheFile(string name, string? found)
    {
        _project.Write("web/releases/1/run", "#!/bin/sh\n");
        Directory.CreateSymbolicLink(_project.At("web/current"), "releases/1");

        Assert.That(Load().Find(name)?.Name, Is.EqualTo(found is null ? null : $"releases/1/{found}"));
    }

    [Test]
    public void EmptyFolder_IsShippedAndPartOfTheHash()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        var without = Load().Hash;
        Directory.CreateDirectory(_project.At("web/var/uploads"));
        Directory.CreateSymbolicLink(_project.At("web/files"), "var/uploads");

        var folder = Load();
        folder.Pack();

        Assert.That(folder.Hash, Is.Not.EqualTo(without));
        Assert.That(
            Packed().Select(entry => $"{entry.EntryType} {entry.Name} {Convert.ToString((int)entry.Mode, 8)}"),
            Is.EqualTo(new[] { "SymbolicLink files 755", "RegularFile run 755", "Directory var/ 755", "Directory var/uploads/ 755" }));
    }

    // Both are part of launch templates that are deployed: another hash rolls servers for nothing.
    [Test]
    public void HashAndArchive_OfTheSameFiles_StayWhatTheyWere()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        _project.Write("web/a/b.txt", "text");
        File.CreateSymbolicLink(_project.At("web/a/l"), "b.txt");

        var folder = Load();
        folder.Pack();

        Assert.That(folder.Hash, Is.EqualTo("fd64eefb75e4b8183308f1284727cafde019b0a430baaad8e9fde4bb382fc3b6"));
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_project.At("artifacts/web.tar")))),
            Is.EqualTo("19931e070dae330869d40e163d9fda97f6c6b1a9c63039a76b29edc7f277ad00"));
    }

    [TestCase("#!/bin/sh\n# and more")]
    [TestCase("#!/bin/sh ")]
    [TestCase("#!")]
    public void Pack_AFileThatChangedSinceItWasRead_IsRefusedAndLeavesNothing(string content)
    {
        _project.Write("web/run", "#!/bin/sh\n");
        var folder = Load();
        _project.Write("web/run", content);

        Assert.That(folder.Pack, Throws.InstanceOf<IOException>().With.Message.EqualTo(
            $"{_project.At("web/run")} changed while it was packed: try again when nothing writes to it"));
        Assert.That(Directory.GetFiles(_project.At("artifacts")), Is.Empty);
    }

    [Test]
    public void File_ThatCanNotBeRead_IsNamed()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        _project.Write("web/other", "x");
        using var locked = new FileStream(_project.At("web/other"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.That(Problems(), Is.EqualTo(["web/other"]));
    }

    [TestCase("web", "web, which is a symbolic link")]
    [TestCase("web/bin", "web/bin, where web is a symbolic link")]
    public void Folder_ThatIsALinkOrBehindOne_IsRefused(string directory, string got)
    {
        _project.Write("elsewhere/bin/run", "#!/bin/sh\n");
        Directory.CreateSymbolicLink(_project.At("web"), "elsewhere");

        Assert.That(Problems(directory), Is.EqualTo([got]));
    }

    [Test]
    public void Hash_OfAnotherContentNameOrKind_IsAnother()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        var before = Load().Hash;
        Assert.That(Load().Hash, Is.EqualTo(before));

        _project.Write("web/run", "#!/bin/sh\n\n");
        var changed = Load().Hash;
        File.Move(_project.At("web/run"), _project.At("web/ran"));
        Assert.That(new[] { before, changed, Load().Hash }, Is.Unique);
    }

    [Test]
    public void Folder_ThatIsNotThereEmptyOrAFile_IsRefused()
    {
        Assert.That(Problems(), Is.EqualTo(["web, which is not there"]));
        Directory.CreateDirectory(_project.At("web"));
        Assert.That(Problems(), Is.EqualTo(["web, which is empty"]));
        Directory.CreateDirectory(_project.At("web/uploads"));
        Assert.That(Problems(), Is.EqualTo(["web, which is empty"]));
        _project.Write("file", "");
        Assert.That(Problems("file"), Is.EqualTo(["file, which is a file"]));
        Directory.CreateDirectory(_project.At("artifacts"));
        Assert.That(Problems("artifacts"), Is.EqualTo(["artifacts, where that would be"]));
    }

    // A file without content but with a length: the limit is about what is uploaded.
    [Test]
    public void Folder_OfMoreThan250MiB_IsRefused()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        using (var large = File.Create(_project.At("web/large")))
            large.SetLength(ApplicationFolder.MaximumBytes);

        Assert.That(Problems(), Is.EqualTo(["more in web"]));
    }

    private ApplicationFolder Load()
    {
        Assert.That(
            ApplicationFolder.TryLoad(_project.Root, "web", out var folder, out var problems), Is.True, string.Join('\n', problems));
        return folder!;
    }

    private List<TarEntry> Packed()
    {
        using var reader = new TarReader(File.OpenRead(_project.At("artifacts/web.tar")));
        List<TarEntry> entries = [];
        while (reader.GetNextEntry() is { } entry)
            entries.Add(entry);
        return entries;
    }

    private IEnumerable<string> Problems(string directory = "web")
    {
        Assert.That(ApplicationFolder.TryLoad(_project.Root, directory, out _, out var problems), Is.False);
        return problems.Select(problem => problem.Got);
    }
}

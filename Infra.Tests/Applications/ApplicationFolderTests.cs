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
    [TestCase("nowhere", "that leads nowhere")]
    public void Link_ThatAServerCouldNotFollow_IsRefused(string target, string flaw)
    {
        _project.Write("outside", "x");
        _project.Write("web/run", "#!/bin/sh\n");
        File.CreateSymbolicLink(_project.At("web/link"), target);

        Assert.That(Problems(), Is.EqualTo([$"web/link, a symbolic link {flaw}"]));
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

    private IEnumerable<string> Problems(string directory = "web")
    {
        Assert.That(ApplicationFolder.TryLoad(_project.Root, directory, out _, out var problems), Is.False);
        return problems.Select(problem => problem.Got);
    }
}

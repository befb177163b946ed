using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Site;

namespace Infra.Tests.Applications;

/// <summary>What a command may begin with: a program that the servers' processor and systemd can start.</summary>
public sealed class ApplicationProgramTests
{
    private const string Rule = "infra:applicationCommand must begin with a file of the folder that can run, or with the name of a program";
    private const string Processor = "infra:applicationCommand must begin with a program for the servers' processor";
    private const string Runner = "name the program that runs it, such as dotnet or node, before it";

    private SiteProject _project = null!;

    [SetUp]
    public void Create() => _project = new();

    [TearDown]
    public void Delete() => _project.Dispose();

    [TestCase(0xB7, "t4g.small")]
    [TestCase(0x3E, "t3.small")]
    [TestCase(0x3E, "c7i.large")]
    public void Accepts_AProgramForTheServersProcessor(int machine, string instanceType)
    {
        Elf("server", machine);

        Assert.That(Problem("./server", instanceType), Is.Null);
    }

    [TestCase(0x3E, "t4g.small", "x86_64, where t4g.small is arm64",
        "build it for linux-arm64, or choose an infra:instanceType with that processor")]
    [TestCase(0xB7, "t3.small", "arm64, where t3.small is x86_64",
        "build it for linux-x64, or choose an infra:instanceType with that processor")]
    [TestCase(0x03, "t3.small", "x86, where t3.small is x86_64", "build it for linux-x64")]
    [TestCase(0x28, "t4g.small", "arm, where t4g.small is arm64", "build it for linux-arm64")]
    [TestCase(0x15, "t4g.small", "another processor, where t4g.small is arm64", "build it for linux-arm64")]
    public void Rejects_AProgramForAnotherProcessor(int machine, string instanceType, string got, string mend)
    {
        Elf("bin/server", machine);

        Assert.That(Problem("bin/server", instanceType), Is.EqualTo($"{Processor}, got bin/server, which is for {got}: {mend}"));
    }

    [Test]
    public void Rejects_AProgramForAnotherProcessor_BehindALink()
    {
        Elf("releases/1/server", 0x3E);
        Directory.CreateSymbolicLink(_project.At("web/current"), "releases/1");

        Assert.That(Problem("current/server", "t4g.small"), Does.StartWith($"{Processor}, got current/server, which is for x86_64"));
    }

    [TestCase(new byte[] { 0xCF, 0xFA, 0xED, 0xFE, 0x0C, 0, 0, 1 }, "macOS on arm64", "build it for linux-arm64")]
    [TestCase(new byte[] { 0xCF, 0xFA, 0xED, 0xFE, 0x07, 0, 0, 1 }, "macOS on x64", "build it for linux-arm64")]
    [TestCase(new byte[] { (byte)'M', (byte)'Z', 0x90, 0 }, "Windows", $"{Runner}, or build it for linux-arm64")]
    public void Rejects_AProgramForAnotherSystem(byte[] head, string platform, string mend)
    {
        Write("server", head);

        Assert.That(Problem("./server", "t4g.small"), Is.EqualTo($"{Rule}, got server, which is for {platform}: {mend}"));
    }

    [Test]
    public void Accepts_WhatIsNoProgramItself()
    {
        _project.Write("web/run", "#!/bin/sh\n");
        Write("Web.dll", [(byte)'M', (byte)'Z', 0x90, 0]);
        Elf("libx.so", 0x3E);

        Assert.That(Problem("./run", "t4g.small"), Is.Null);
        Assert.That(Problem("dotnet Web.dll", "t4g.small"), Is.Null);
    }

    // Whoever has no right instance type is told that; which processor it would have nobody knows.
    [Test]
    public void Rejects_AnInstanceTypeThatIsNone_Alone()
    {
        Elf("server", 0x3E);

        Assert.That(Problem("./server", "t4g"), Does.StartWith("infra:instanceType "));
    }

    // systemd says "Executable name contains special characters", and starts nothing.
    [TestCase("it's")]
    [TestCase("a\\b")]
    [TestCase("say\"x\"")]
    [Platform(Exclude = "Win")]
    public void Rejects_AFileThatSystemdDoesNotStart(string name)
    {
        _project.Write($"web/{name}", "#!/bin/sh\n");
        var typed = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

        Assert.That(
            Problem($"\"./{typed}\"", "t4g.small"), Does.EndWith("which systemd does not start for its quote or backslash: rename it"));
    }

    [TestCase("b$in")]
    [TestCase("100%")]
    [TestCase("a b")]
    public void Accepts_AFileThatSystemdStarts(string name)
    {
        _project.Write($"web/{name}/run", "#!/bin/sh\n");

        Assert.That(Problem($"'{name}/run'", "t4g.small"), Is.Null);
    }

    private void Elf(string name, int machine)
    {
        byte[] head = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, (byte)machine, 0, 1, 0];
        Write(name, head);
    }

    private void Write(string name, byte[] content)
    {
        _project.Write($"web/{name}", "");
        File.WriteAllBytes(_project.At($"web/{name}"), content);
    }

    private string? Problem(string command, string instanceType)
    {
        try
        {
            StackInputs.Read(
                Given.Config(("applicationDirectory", "web"), ("applicationCommand", command), ("instanceType", instanceType)),
                Given.Region, _project.Root);
            return null;
        }
        catch (InvalidSettingsException invalid)
        {
            return invalid.Problems.Single().ToString();
        }
    }
}

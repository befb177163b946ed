using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live;

/// <summary>A checkout that has programs with the names of those that are started.</summary>
[Platform("Unix", Reason = "Runs shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed partial class PlantedProgramTests
{
    private const string NoPulumi = "there is no 'pulumi' on PATH";
    private const string NoAws = "there is no 'aws' on PATH";

    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private ScriptedTools _planted = null!;
    private ScriptedTools _installed = null!;

    private bool HasRun => File.Exists(Path.Combine(_planted.Folder, "ran"));

    [SetUp]
    public void Plant()
    {
        (_planted, _installed) = (new(), new());
        foreach (var name in new[] { "pulumi", "aws", "nginx", "dotnet", "sh" })
            _planted.Add(name, $": >{_planted.Folder}/ran");
    }

    [TearDown]
    public void PullOut()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _planted.Dispose();
        _installed.Dispose();
    }

    [Test]
    public async Task PulumiInTheWorkingFolder_IsNotRun(
        [Values("verify --stack dev", "roll dev", "drill dev --yes")] string command,
        [Values("", ":", ".:", ":/nowhere", "./:..")] string path)
    {
        Environment.SetEnvironmentVariable("PATH", path);

        var run = await Invocation.Of(_planted.Folder, command.Split(' '));

        Assert.That((run.ExitCode, HasRun), Is.EqualTo((2, false)), run.Error);
        Assert.That(run.Error, Does.Contain(NoPulumi));
    }

    [Test]
    public async Task AwsInTheWorkingFolder_IsNotRun(
        [Values("roll dev", "drill dev --yes")] string command, [Values("*", ":*", ".:*", "*:")] string path)
    {
        _installed.Pulumi();
        Environment.SetEnvironmentVariable("PATH", path.Replace("*", _installed.Folder, StringComparison.Ordinal));

        var run = await Invocation.Of(_planted.Folder, command.Split(' '));

        Assert.That((run.ExitCode, HasRun), Is.EqualTo((2, false)), run.Error);
        Assert.That(run.Error, Does.Contain(NoAws));
    }

    [TestCase("")]
    [TestCase(":")]
    [TestCase(".:")]
    public void NginxInTheWorkingFolder_IsNotRun(string path)
    {
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = _planted.Folder;

            Assert.That(NginxProgram.Find(path)?.Path, Does.Not.Contain(_planted.Folder).Or.Null);
            Assert.That(HasRun, Is.False);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    // Each would find programs by rules of its own.
    [Test]
    public void Process_IsStarted_InOnePlaceAlone() =>
        Assert.That(
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Infra.Cli"), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repository.Root, file)
            where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
            where Start().IsMatch(File.ReadAllText(file))
            select name,
            Is.EqualTo(["src/Infra.Cli/Shell/StartedProgram.cs"]));

    [GeneratedRegex(@"\bProcess\.Start\b|\bProcessStartInfo\b|\bnew Process\b", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}

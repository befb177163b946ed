using System.Runtime.Versioning;
using Infra.Cli.Tests.Diff;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

/// <summary>Ctrl-C while a command waits for a program that does not answer.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sends signals.")]
[UnsupportedOSPlatform("windows")]
internal sealed class BrokenOffCommandTests
{
    [TestCase("pulumi", "verify --stack dev")]
    [TestCase("pulumi", "roll dev")]
    [TestCase("pulumi", "drill dev --yes")]
    [TestCase("git", "diff dev --against HEAD")]
    [TestCase("chromium", "report dev --output report.html --pdf")]
    public async Task CtrlC_WhileAToolHangs_EndsWithTwoAndLeavesNothing(string tool, string line)
    {
        using var tools = new ScriptedTools();
        using var repository = new GitRepository(await File.ReadAllTextAsync(Path.Combine(Reference.Root, "Pulumi.dev.yaml")));
        var started = Path.Combine(tools.Folder, "started");
        tools.Add(tool, $"echo $$ >{started}\nexec sleep 300");
        await using var infra = InfraProcess.Start(
            $"{tools.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", line.Split(' '), repository.Root);
        Assert.That(() => File.Exists(started), Is.True.After(60).Seconds.PollEvery(20).MilliSeconds);

        await infra.SignalAsync("INT", toAll: true);
        var end = await infra.EndAsync();

        Assert.That(end.ExitCode, Is.EqualTo(2), end.Error);
        Assert.That(end.Error, Does.Contain("broken off").And.Not.Contain("   at "));
        Assert.That(infra.Children(), Is.Empty);
        // The report is whole before it is printed.
        Assert.That(repository.Git("status", "--porcelain"), Is.Empty.Or.EqualTo("?? report.html"));
    }
}

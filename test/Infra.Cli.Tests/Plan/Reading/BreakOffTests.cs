using System.Runtime.Versioning;
using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Live.Drill;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Ctrl-C while the program waits for what others are to say.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[Platform("Linux")]
internal sealed class BreakOffTests
{
    private const string BrokenOff = "The command was broken off.\n";

    [TestCase("check")]
    [TestCase("drift")]
    public async Task CtrlC_WhileNobodyWritesToThePipe_Ends(string command)
    {
        using var project = new TemporaryProject();
        var pipe = Path.Combine(project.Root, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();

        await using var infra = InfraProcess.Start(
            Environment.GetEnvironmentVariable("PATH")!, [command, "--from", pipe], project.Root);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await infra.SignalAsync("INT", toAll: true);

        Assert.That(await infra.EndAsync(), Is.EqualTo(new Invocation(2, "", BrokenOff)));
    }

    [Test]
    public async Task CtrlC_WhilePulumiHangs_EndsBoth()
    {
        using var tools = new ScriptedTools();
        tools.Add("pulumi", "exec /bin/sleep 300");
        using var project = new TemporaryProject();
        project.With("Pulumi.s.yaml", StackFile.And(""));

        await using var infra = InfraProcess.Start(
            $"{tools.Folder}:{Environment.GetEnvironmentVariable("PATH")}", ["preview", "s", "--cli"], project.Root);
        for (var tries = 0; infra.Children().Count == 0 && tries < 100; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        await infra.SignalAsync("INT");

        Assert.That(await infra.EndAsync(), Is.EqualTo(new Invocation(2, "", BrokenOff)));
        Assert.That(infra.Children(), Is.Empty);
    }
}

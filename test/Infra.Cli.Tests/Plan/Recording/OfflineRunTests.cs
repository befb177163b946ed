using Infra.Settings.Reading;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>What a run of the program leaves behind: nothing.</summary>
internal sealed class OfflineRunTests
{
    private static readonly string[] Variables = ["PULUMI_CONFIG", "PULUMI_CONFIG_SECRET_KEYS"];

    private string?[] _before = [];

    [SetUp]
    public void SetVariables()
    {
        _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];
        foreach (var variable in Variables)
            Environment.SetEnvironmentVariable(variable, $"own {variable}");
    }

    [TearDown]
    public void ResetVariables()
    {
        foreach (var (variable, value) in Variables.Zip(_before))
            Environment.SetEnvironmentVariable(variable, value);
    }

    [Test]
    public async Task Run_ThatSucceeds_LeavesTheEnvironmentAsItWas()
    {
        await Graphs.NewAsync("dev");

        Assert.That(Variables.Select(Environment.GetEnvironmentVariable), Is.EqualTo(Variables.Select(variable => $"own {variable}")));
    }

    [Test]
    public async Task Run_ThatFails_HasTheProblemsOneByOneAndLeavesNoExitCode()
    {
        var refusal = (await Assert.ThrowsAsync<InvalidSettingsException>(
            () => Graphs.NewAsync("dev", "maxServers=0", "egress=elsewhere")))!;

        Assert.That(refusal.Problems, Has.Count.EqualTo(2));
        Assert.That(refusal.Message, Does.Contain("--set"), "where the value is from");
        Assert.That(Environment.ExitCode, Is.Zero);
        Assert.That(Variables.Select(Environment.GetEnvironmentVariable), Is.EqualTo(Variables.Select(variable => $"own {variable}")));
    }
}

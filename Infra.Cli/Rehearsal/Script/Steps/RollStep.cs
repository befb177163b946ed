using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: a new version reaches every server while the group is as large as it gets, and nobody notices.</summary>
internal sealed class RollStep : IDrillStep
{
    private const string Expected = "a roll replaces every server";

    public async Task<IReadOnlyList<Verdict>> RunAsync(DrillScene scene, CancellationToken cancellation)
    {
        if (scene.Declared.Group.Refresh is not { } refresh)
            return [Verdict.NotTried("R6", Expected, "the stack declares no instance refresh")];

        var before = scene.Stage.View;
        var version = before.Servers.Max(server => server.TemplateVersion);
        var perServer = scene.Declared.Expected.ReplaceSickServer + refresh.InstanceWarmup;
        Wait? rolled = null;
        var roll = await scene.DuringAsync("a roll at full size", async () =>
        {
            scene.Stage.Roll();
            rolled = await scene.UntilAsync(view => IsRolled(view, version, before.Healthy), perServer * Math.Max(before.Capacity, 1), cancellation);
        });

        // The refresh ends when the last new server has warmed up; a lost zone in the midst of it would be another drill.
        await scene.PassAsync(refresh.InstanceWarmup, cancellation);
        return [Verdict.Within("R6", Expected, rolled!), .. Serving.VerdictOn(roll, "servers are rolled")];
    }

    private static bool IsRolled(StageView view, int oldVersion, int healthy) =>
        view.Healthy >= healthy
        && view.Servers.All(server => server.Lifecycle == LifecycleState.Terminating || server.TemplateVersion > oldVersion);
}

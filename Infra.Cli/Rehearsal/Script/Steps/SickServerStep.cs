using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R5 and R6: a server breaks; the load balancer notices, and the group replaces it.</summary>
/// <param name="name">What the drill calls it.</param>
internal sealed class SickServerStep(string name) : IDrillStep
{
    public async Task<IReadOnlyList<Verdict>> RunAsync(DrillScene scene, CancellationToken cancellation)
    {
        var expected = scene.Declared.Expected;
        var before = scene.Stage.View;
        if (before.Servers.FirstOrDefault(IsHealthy) is not { } sick)
            return [Verdict.NotTried("R6", $"{name} is replaced", "no server was healthy")];

        Wait? noticed = null, replaced = null;
        await scene.DuringAsync(name, async () =>
        {
            scene.Stage.Break(sick.Id);
            noticed = await scene.UntilAsync(view => !IsServing(view, sick), expected.NoticeSickServer, cancellation);
            replaced = await scene.UntilAsync(view => IsReplaced(view, sick, before.Healthy), expected.ReplaceSickServer, cancellation, before.Time);
        });
        if (replaced!.Took is null)
            await RemoveAsync(scene, sick, before.Healthy, cancellation);

        return
        [
            Verdict.Within("R5", $"{name} gets no more requests", noticed!),
            Verdict.Within("R6", $"{name} is replaced", replaced, before.Healthy == 1 ? ", an outage: it was the only one" : ""),
        ];
    }

    private static bool IsHealthy(ServerView server) => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy };

    private static bool IsServing(StageView view, ServerView sick) => view.Servers.Any(server => server.Id == sick.Id && IsHealthy(server));

    private static bool IsReplaced(StageView view, ServerView sick, int healthy) =>
        view.Healthy >= healthy && !view.Servers.Any(server => server.Id == sick.Id && server.Lifecycle == LifecycleState.InService);

    // A machine that is gone is replaced in any case, which gives the next step a stack that works.
    private static async Task RemoveAsync(DrillScene scene, ServerView sick, int healthy, CancellationToken cancellation)
    {
        scene.Stage.Note($"{sick.Id} is taken away by hand");
        scene.Stage.LoseZone(sick.Zone);
        scene.Stage.RestoreZone(sick.Zone);
        await scene.UntilAsync(view => IsReplaced(view, sick, healthy), scene.Declared.Expected.ReplaceSickServer, cancellation);
    }
}

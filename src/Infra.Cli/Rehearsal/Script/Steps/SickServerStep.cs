using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R5 and R6: a server breaks; the load balancer notices, and the group replaces it.</summary>
/// <param name="name">What the drill calls it.</param>
internal sealed class SickServerStep(string name) : IScriptStep
{
    private const string NotProven = "that a server on AWS boots as fast as is assumed";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var expected = context.Declared.Expected;
        var before = context.Stack.View;
        if (before.Servers.FirstOrDefault(IsHealthy) is not { } sick)
            return [new(new("R6", $"{name} is replaced", NotProven), Finding.NotChecked("no server was healthy"))];

        Wait? noticed = null, replaced = null;
        var drilled = await context.DuringAsync(name, async () =>
        {
            context.Stack.Break(sick.Id);
            noticed = await context.UntilAsync(view => !IsServing(view, sick), expected.NoticeSickServer, cancellation);
            replaced = await context.UntilAsync(
                view => IsReplaced(view, sick, before.Healthy), expected.ReplaceSickServer, cancellation, before.Time);
        });
        if (replaced!.Took is null)
            await RemoveAsync(context, sick, before.Healthy, cancellation);
        var promise = LossPromise.Of(1, before.Healthy, expected.NoticeSickServer, expected.ReplaceSickServer);

        return
        [
            noticed!.VerdictOn("R5", $"{name} gets no more requests", "that one which fails visitors but passes its checks is noticed"),
            replaced.VerdictOn("R6", $"{name} is replaced", NotProven, before.Healthy == 1 ? ", an outage: it was the only one" : ""),
            Serving.VerdictOn(drilled, promise, $"until {name} is {(before.Healthy == 1 ? "replaced" : "noticed")}", context.Slack),
        ];
    }

    private static bool IsHealthy(ServerView server) => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy };

    private static bool IsServing(StackView view, ServerView sick) => view.Servers.Any(server => server.Id == sick.Id && IsHealthy(server));

    private static bool IsReplaced(StackView view, ServerView sick, int healthy) =>
        view.Healthy >= healthy && !view.Servers.Any(server => server.Id == sick.Id && server.Lifecycle == LifecycleState.InService);

    // A machine that is gone is replaced in any case, which gives the next step a stack that works.
    private static async Task RemoveAsync(ScriptContext context, ServerView sick, int healthy, CancellationToken cancellation)
    {
        context.Stack.Note($"{sick.Id} is taken away by hand");
        context.Stack.LoseZone(sick.Zone);
        context.Stack.RestoreZone(sick.Zone);
        await context.UntilAsync(view => IsReplaced(view, sick, healthy), context.Declared.Expected.ReplaceSickServer, cancellation);
    }
}

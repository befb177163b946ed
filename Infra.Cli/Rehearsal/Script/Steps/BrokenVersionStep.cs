using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>
/// R6: a version that never gets healthy stops at the first server, and the others serve; then the former one is put back. A single server
/// can't promise that, so it is tried at full size.
/// </summary>
internal sealed class BrokenVersionStep : IScriptStep
{
    private const string Name = "a version that never gets healthy";
    private const string Stops = $"{Name} stops at the first server";
    private const string NotProven = "that one which is healthy and wrong stops";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var before = context.Stack.View;
        if (context.Declared.Group.Refresh is not { } refresh)
            return [new(new("R6", Stops, NotProven), Finding.NotApplicable("the stack declares no instance refresh"))];
        if (before.Healthy < 2)
            return [new(new("R6", Stops, NotProven), Finding.NotApplicable("there was no other server"))];

        var (expected, good) = (context.Declared.Expected, before.Servers.Max(server => server.TemplateVersion));
        var most = 0;
        Wait? back = null;
        var drilled = await context.DuringAsync(Name, async () =>
        {
            // Long enough for the group to replace the first server of that version by another.
            context.Stack.Roll(isBroken: true);
            await context.UntilAsync(
                view =>
                {
                    most = Math.Max(most, view.Servers.Count(server => Counts(server) && server.TemplateVersion > good));
                    return false;
                },
                expected.ReplaceSickServer,
                cancellation);
            var broken = good + 1;
            context.Stack.Roll();
            back = await context.UntilAsync(
                view => RollStep.IsRolled(view, broken, before.Healthy),
                (expected.ReplaceSickServer - expected.NoticeSickServer + refresh.InstanceWarmup) * before.Capacity,
                cancellation);
        });
        await context.PassAsync(refresh.InstanceWarmup, cancellation);
        var seen = string.Create(CultureInfo.InvariantCulture, $"it reached {most} of {before.Capacity} at a time");
        return
        [
            new(new("R6", Stops, NotProven), Finding.Of(most <= 1, seen)),
            back!.VerdictOn("R6", "the former version is back", NotProven),
            .. Serving.VerdictOn(drilled, $"during {Name}"),
        ];
    }

    private static bool Counts(ServerView server) => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService;
}

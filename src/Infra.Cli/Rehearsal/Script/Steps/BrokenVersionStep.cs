using System.Globalization;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>
/// R6: a version that never gets healthy stops at the first server, and the others serve; then the former one is put back by itself. A
/// single server can't promise that where it leaves before the next one comes, so it is tried at full size.
/// </summary>
internal sealed class BrokenVersionStep : IScriptStep
{
    private const string Name = "a version that never gets healthy";
    private const string Stops = $"{Name} stops at the first server";
    private const string NotProven = "how soon AWS itself gives up: this waits for as long as infra roll does";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var before = context.Stack.View;
        if (context.Declared.Group.Refresh is null)
            return [new(new("R6", Stops, NotProven), Finding.NotApplicable("the stack declares no instance refresh"))];
        if (before.Healthy < 2)
            return [new(new("R6", Stops, NotProven), Finding.NotApplicable("there was no other server"))];

        var good = before.Servers.Max(server => server.TemplateVersion);
        var perServer = context.Declared.Expected.ReplaceSickServer + RollStep.MethodOf(context).Warmup;
        var most = 0;
        Wait? back = null;
        var drilled = await context.DuringAsync(Name, async () =>
        {
            context.Stack.Roll(VersionFault.NeverHealthy);
            back = await context.UntilAsync(
                view =>
                {
                    var bad = view.Servers.Count(server => Counts(server) && server.TemplateVersion != good);
                    most = Math.Max(most, bad);
                    return !view.IsRolling && bad == 0 && view.Healthy >= Math.Min(before.Healthy, view.DesiredCapacity);
                },
                RollMethod.Longest + (perServer * before.Capacity),
                cancellation);
        });
        if (back!.Took is null)
            await RollStep.RepairAsync(context, before, cancellation);
        var seen = string.Create(CultureInfo.InvariantCulture, $"it reached {most} of {before.Capacity} at a time");
        return
        [
            new(new("R6", Stops, NotProven), Finding.Of(most <= 1, seen)),
            back.VerdictOn("R6", "every server runs the former version again", NotProven),
            .. Serving.VerdictOn(drilled, $"during {Name}"),
        ];
    }

    private static bool Counts(ServerView server) => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService;
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: a version that is healthy and answers with errors is noticed by the alarm, and the former one put back.</summary>
internal sealed class FailingVersionStep : IScriptStep
{
    private const string Name = "a version that answers with errors";
    private const string Noticed = $"{Name} is noticed";
    private const string NotProven = "that one which answers 200 and shows the wrong page is noticed";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        if (context.Declared.Group is not { Rollout: Rollout.Promote, Refresh.Alarms.Count: > 0 })
        {
            const string Reason = "only a promoted roll waits for the alarms after its last server";
            return [new(new("R6", Noticed, NotProven), Finding.NotApplicable(Reason))];
        }

        var before = context.Stack.View;
        var good = before.Servers.Max(server => server.TemplateVersion);
        var perServer = context.Declared.Expected.ReplaceSickServer + RollStep.MethodOf(context).Warmup;
        Wait? noticed = null;
        Wait? back = null;
        var occurred = await context.DuringAsync(Name, async () =>
        {
            context.Stack.Roll(VersionFault.Errors);
            await context.UntilAsync(
                view => view.Servers.Any(server => server is { Health: TargetState.Healthy } && server.TemplateVersion != good),
                perServer,
                cancellation);
            noticed = await context.UntilAsync(view => view.IsGoingBack, AlarmThresholds.ErrorsRingWithin, cancellation);
            back = await context.UntilAsync(
                view => !view.IsRolling && view.Healthy >= Math.Min(before.Healthy, view.DesiredCapacity)
                    && view.Servers.All(server => server.TemplateVersion == good || server.Lifecycle == LifecycleState.Terminating),
                perServer * before.Capacity,
                cancellation);
        });
        if (back!.Took is null)
            await RollStep.RepairAsync(context, before, cancellation);

        // No visitor met it, so no alarm could ring.
        if (occurred.Loss.Requests is { Sent: 0 } unmet)
            return [new(new("R6", Noticed, NotProven), unmet.NoneFailed)];

        return
        [
            noticed!.VerdictOn("R6", Noticed, NotProven),
            back.VerdictOn("R6", $"after {Name} every server runs the former version again", NotProven),
        ];
    }
}

using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>
/// R6: a new version reaches every server, and nobody notices where there are two or more, or where the new server comes first.
/// </summary>
/// <param name="name">What the drill calls it.</param>
internal sealed class RollStep(string name) : IScriptStep
{
    private const string NotProven = "that a new version which is broken is noticed";

    private string Expected => $"{name} replaces every server";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        if (context.Declared.Group.Refresh is null)
            return [new(new("R6", Expected, NotProven), Finding.NotApplicable("the stack declares no instance refresh"))];

        var before = context.Stack.View;
        var version = before.Servers.Max(server => server.TemplateVersion);

        // As long as a replacement for each, without the time until somebody notices.
        var expected = context.Declared.Expected;
        var method = MethodOf(context);
        var perServer = expected.ReplaceSickServer - expected.NoticeSickServer + method.Warmup;
        Wait? rolled = null;
        var roll = await context.DuringAsync(name, async () =>
        {
            context.Stack.Roll();
            rolled = await context.UntilAsync(
                view => IsRolled(view, version, before.Healthy), perServer * Math.Max(before.Capacity, 1), cancellation);
        });

        await EndAsync(context, cancellation);
        return
        [
            rolled!.VerdictOn("R6", Expected, NotProven),
            .. method.LaunchesFirst
                ? [Serving.NothingLost(roll, $"in {name}")]
                : Serving.VerdictOn(roll, $"in {name}", context.Declared.Group.HealthCheckGracePeriod),
        ];
    }

    /// <summary>How the stack rolls a new version now.</summary>
    public static RollMethod MethodOf(ScriptContext context) => context.Declared.Group is { Rollout: Rollout.Promote } group
        ? RollMethod.OfTool(group, context.Stack.View.DesiredCapacity)
        : RollMethod.OfGroup(context.Declared.Group);

    /// <summary>
    /// Lets it end: it waits for the last new server to warm up, and a promoted one for the alarms. A lost zone in the midst of it would be
    /// another drill.
    /// </summary>
    public static Task EndAsync(ScriptContext context, CancellationToken cancellation) => context.UntilAsync(
        view => !view.IsRolling, MethodOf(context).Warmup + AlarmThresholds.ErrorsRingWithin, cancellation);

    /// <summary>Where the way back was not found in time: a good version, or nothing after it would tell anything.</summary>
    public static async Task RepairAsync(ScriptContext context, StackView before, CancellationToken cancellation)
    {
        var version = context.Stack.View.Servers.Max(server => server.TemplateVersion);
        context.Stack.Roll();
        await context.UntilAsync(
            view => !view.IsRolling && IsRolled(view, version, before.Healthy),
            RollMethod.Longest + (MethodOf(context).Warmup * before.Capacity),
            cancellation);
    }

    /// <summary>Whether as many servers as before are healthy, and none has an old version but those that leave.</summary>
    public static bool IsRolled(StackView view, int oldVersion, int healthy) =>
        view.Healthy >= healthy
        && view.Servers.All(server => server.Lifecycle == LifecycleState.Terminating || server.TemplateVersion > oldVersion);
}

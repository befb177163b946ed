using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: a new version reaches every server, and nobody notices where there are two or more.</summary>
/// <param name="name">What the drill calls it.</param>
internal sealed class RollStep(string name) : IScriptStep
{
    private const string NotProven = "that a new version which is broken is noticed";

    private string Expected => $"{name} replaces every server";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        if (context.Declared.Group.Refresh is not { } refresh)
            return [new(new("R6", Expected, NotProven), Finding.NotApplicable("the stack declares no instance refresh"))];

        var before = context.Stack.View;
        var version = before.Servers.Max(server => server.TemplateVersion);

        // As long as a replacement for each, without the time until somebody notices.
        var expected = context.Declared.Expected;
        var perServer = expected.ReplaceSickServer - expected.NoticeSickServer + refresh.InstanceWarmup;
        Wait? rolled = null;
        var roll = await context.DuringAsync(name, async () =>
        {
            context.Stack.Roll();
            rolled = await context.UntilAsync(
                view => IsRolled(view, version, before.Healthy), perServer * Math.Max(before.Capacity, 1), cancellation);
        });

        // The refresh ends when the last new server has warmed up; a lost zone in the midst of it would be another drill.
        await context.PassAsync(refresh.InstanceWarmup, cancellation);
        return
        [
            rolled!.VerdictOn("R6", Expected, NotProven),
            .. Serving.VerdictOn(roll, $"in {name}", context.Declared.Group.HealthCheckGracePeriod),
        ];
    }

    /// <summary>Whether as many servers as before are healthy, and none has an old version but those that leave.</summary>
    public static bool IsRolled(StackView view, int oldVersion, int healthy) =>
        view.Healthy >= healthy
        && view.Servers.All(server => server.Lifecycle == LifecycleState.Terminating || server.TemplateVersion > oldVersion);
}

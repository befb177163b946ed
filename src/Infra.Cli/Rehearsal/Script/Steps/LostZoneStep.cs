using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>
/// R6: a zone is lost with its servers, and they are replaced in the others. R8: it comes back, and the group must not launch there
/// beyond its size to be even again.
/// </summary>
internal sealed class LostZoneStep : IScriptStep
{
    private const string Expected = "the servers of a lost zone are replaced";
    private const string NotProven = "that AWS has machines to spare in the other zones";

    // What AWS calls "typically a few minutes": https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html.
    private static readonly TimeSpan RebalancedWithin = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var before = context.Stack.View;
        if (context.Declared.Group.Zones.Count < 2)
            return [new(new("R6", Expected, NotProven), Finding.NotApplicable("there is no other zone"))];
        if (LargestZone(before) is not { } zone)
            return [new(new("R6", Expected, NotProven), Finding.NotChecked("there was no server to lose"))];

        Wait? replaced = null;
        var lost = before.Servers.Count(server => server.Zone == zone && server.Health == TargetState.Healthy);
        var drilled = await context.DuringAsync($"{zone} is lost and comes back", async () =>
        {
            context.Stack.LoseZone(zone);
            replaced = await context.UntilAsync(
                view => view.Healthy >= before.Healthy && view.Servers.All(server => server.Zone != zone || !Counts(server)),
                context.Declared.Expected.ReplaceSickServer,
                cancellation);
            context.Stack.RestoreZone(zone);
            await context.PassAsync(RebalancedWithin, cancellation);
        });
        var expected = context.Declared.Expected;
        var promise = LossPromise.Of(Math.Max(lost, 1), Math.Max(before.Healthy, 1), expected.NoticeSickServer, expected.ReplaceSickServer);
        return
        [
            replaced!.VerdictOn("R6", Expected, NotProven),
            Serving.VerdictOn(drilled, promise, "until a lost zone is noticed", context.Slack),
        ];
    }

    private static string? LargestZone(StackView view) =>
        view.Servers.Where(Counts).CountBy(server => server.Zone)
            .OrderByDescending(zone => zone.Value).ThenBy(zone => zone.Key, StringComparer.Ordinal).FirstOrDefault().Key;

    private static bool Counts(ServerView server) => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService;
}

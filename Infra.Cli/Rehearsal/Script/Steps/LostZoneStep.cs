using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>
/// R6: a zone is lost with its servers, and they are replaced in the others. R8: it comes back, and the group must not launch there
/// beyond its size to be even again.
/// </summary>
internal sealed class LostZoneStep : IDrillStep
{
    private const string Expected = "the servers of a lost zone are replaced";

    // What AWS calls "typically a few minutes": https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html.
    private static readonly TimeSpan RebalancedWithin = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Verdict>> RunAsync(DrillScene scene, CancellationToken cancellation)
    {
        var before = scene.Stage.View;
        if (scene.Declared.Group.Zones.Count < 2 || before.Servers.Count == 0)
            return [Verdict.NotTried("R6", Expected, "there is no other zone")];

        var zone = LargestZone(before);
        Wait? replaced = null;
        await scene.DuringAsync($"{zone} is lost and comes back", async () =>
        {
            scene.Stage.LoseZone(zone);
            replaced = await scene.UntilAsync(
                view => view.Healthy >= before.Healthy && view.Servers.All(server => server.Zone != zone || !Counts(server)),
                scene.Declared.Expected.ReplaceSickServer,
                cancellation);
            scene.Stage.RestoreZone(zone);
            await scene.PassAsync(RebalancedWithin, cancellation);
        });
        return [Verdict.Within("R6", Expected, replaced!)];
    }

    private static string LargestZone(StageView view) =>
        view.Servers.Where(Counts).CountBy(server => server.Zone)
            .OrderByDescending(zone => zone.Value).ThenBy(zone => zone.Key, StringComparer.Ordinal).First().Key;

    private static bool Counts(ServerView server) => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService;
}

using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R7: the load is gone, and so are the servers that it brought.</summary>
internal sealed class LoadGoneStep : IDrillStep
{
    public IReadOnlyList<Claim> Claims { get; } =
    [
        new("R7", "without the load the servers that it brought leave", "that no other load keeps them"),
        new("R6", "no request fails while servers leave", "that none fails for visitors from elsewhere"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        if (!context.Plan.HasLoad)
            return Both(Finding.NotApplicable("left out by --no-load"));
        if (!context.Plan.WaitsForScaleIn)
        {
            return Both(Finding.NotApplicable(
                "left out by --no-scale-in: the group takes them back by itself, a quarter of an hour after the load"));
        }

        // A server may still be on its way when the load ends.
        var view = await context.Watch.LookAsync(cancellation);
        if (context.CountBeforeLoad is not { } before || Math.Max(view.Count, view.Group.DesiredCapacity) <= before)
            return Both(Finding.NotApplicable("there is no server too many"));

        var earlier = context.Load.Counts;
        context.Load.SetRate(LoadRate.Quiet(await context.Cloud.TrackingPoliciesAsync(cancellation), before));
        try
        {
            var left = await LeftAsync(context, view, before, cancellation);
            return [left, context.Load.Counts.Since(earlier).NoneFailed];
        }
        finally
        {
            context.Load.SetRate(0);
        }
    }

    private static IReadOnlyList<Finding> Both(Finding finding) => [finding, finding];

    private static async Task<Finding> LeftAsync(DrillContext context, GroupView view, int before, CancellationToken cancellation)
    {
        var start = context.Watch.Time.GetUtcNow();
        var warmup = TimeSpan.FromSeconds(view.Group.DefaultInstanceWarmup ?? 0);
        var expected = ExpectedTimes.RemoveServers(Math.Max(view.Count, view.Group.DesiredCapacity) - before, warmup);
        var gone = await context.Watch.UntilAsync(
            now => now.Count <= before && now.Group.DesiredCapacity <= before, WaitingTime.For(expected), cancellation);
        if (gone is null)
        {
            return Finding.Fail(
                $"not within {ExpectedTimes.Text(WaitingTime.For(expected))}; {ExpectedTimes.Text(expected)} are expected");
        }

        var took = gone.Time - start;
        var timing = new Timing(expected, took) { Grace = gone.Gap };
        return Finding.Of(
            timing.IsKept,
            $"{before} again after {ExpectedTimes.Text(took)}; {ExpectedTimes.Text(expected)} are expected") with
        {
            Timing = timing,
        };
    }
}

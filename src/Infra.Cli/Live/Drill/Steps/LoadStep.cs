using System.Globalization;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;
using Infra.Servers;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R7: the load rises and stays, and a server is added.</summary>
internal sealed class LoadStep : IDrillStep
{
    private static readonly string[] Needed = ["Launch", "AlarmNotification", "AddToLoadBalancer"];

    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R7",
            "a server is added under load in the time that the stack promises",
            "that the servers then suffice for a load that goes on rising"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation) =>
        [await FindAsync(context, cancellation)];

    private static async Task<Finding> FindAsync(DrillContext context, CancellationToken cancellation)
    {
        if (!context.Plan.HasLoad)
            return Finding.NotApplicable("left out by --no-load");

        var before = await context.Watch.LookAsync(cancellation);
        if (before.Group.MinSize == before.Group.MaxSize)
            return Finding.NotApplicable($"the group always has {before.Group.MaxSize}");
        if (ReasonToSkip(context, before) is { } reason)
            return Finding.NotChecked(reason);

        // Whatever the load, no server would come of it, and that is what the claim is about.
        var suspended = before.Group.SuspendedProcesses.Select(process => process.ProcessName).Intersect(Needed).ToList();
        if (suspended.Count > 0)
            return Finding.Fail($"scaling is off: {string.Join(", ", suspended)} is suspended");
        var policies = await context.Cloud.TrackingPoliciesAsync(cancellation);
        if (policies.Count == 0)
            return Finding.Fail("scaling is off: the group has no target tracking policy that is enabled");

        // The metrics leave out servers that warm up, and the promise is made for a group that has none.
        if (context.Broken is not null && before.Group.DefaultInstanceWarmup is > 0 and var warmup)
            await context.Watch.UntilAsync(_ => false, TimeSpan.FromSeconds(warmup), cancellation);

        // Much can happen in that time.
        before = await context.Watch.LookAsync(cancellation);
        return ReasonToSkip(context, before) is { } news
            ? Finding.NotChecked(news)
            : await LoadAsync(context, before, policies, cancellation);
    }

    private static string? ReasonToSkip(DrillContext context, GroupView view) =>
        context.ReasonToSkip(view)
        ?? (view.Group.DesiredCapacity < view.Group.MaxSize
            ? null
            : $"the group is at its maximum of {view.Group.MaxSize} without this load");

    private static async Task<Finding> LoadAsync(
        DrillContext context, GroupView before, IReadOnlyList<PolicyAnswer> policies, CancellationToken cancellation)
    {
        var rate = context.Plan.Rate ?? LoadRate.For(policies, before.Serving.Count);
        if (FirewallLimit.Against(context.Outputs, rate) is { } stopped)
            return Finding.NotChecked(stopped);

        var (promised, longest) = (context.Outputs.AddServer, context.Plan.LongestLoad(context.Outputs));
        var (start, earlier) = (context.Watch.Time.GetUtcNow(), context.Load.Counts);
        context.CountBeforeLoad = before.Count;
        try
        {
            context.Load.SetRate(rate);

            // AWS may take its time to answer, and the user was told how long the load lasts at most.
            await using var end = context.LoadClock.CreateTimer(_ => context.Load.SetRate(0), null, longest, Timeout.InfiniteTimeSpan);
            var grown = await context.Watch.UntilAsync(view => view.Serving.Count > before.Serving.Count, longest, cancellation);
            var requests = context.Load.Counts.Since(earlier);
            if (grown is null)
                return await WhyNotAsync(context, before, policies, longest, Shown(rate, requests), cancellation);

            var timing = new Timing(promised, grown.Time - start) { Grace = grown.Gap };
            return Finding.Of(
                timing.IsKept,
                $"after {ExpectedTimes.Text(timing.Took)}; {ExpectedTimes.Text(promised)} are promised; {Shown(rate, requests)}") with
            {
                Timing = timing,
            };
        }
        finally
        {
            context.Load.SetRate(0);
        }
    }

    // A load that the group did not notice says nothing of the group.
    private static async Task<Finding> WhyNotAsync(
        DrillContext context,
        GroupView before,
        IReadOnlyList<PolicyAnswer> policies,
        TimeSpan longest,
        string load,
        CancellationToken cancellation)
    {
        var now = await context.Watch.LookAsync(cancellation);
        var asksForMore = now.Group.DesiredCapacity > before.Group.DesiredCapacity;
        if (!asksForMore && !await context.Cloud.IsOverTargetAsync(policies, cancellation))
        {
            return Finding.NotChecked(
                $"the load never lifted what the group tracks above its target ({load}): give a higher --rate, more --minutes, or set "
                + "infra:requestsPerServer");
        }

        var promised = context.Outputs.AddServer;
        var noticed = asksForMore ? $"the group asks for {now.Group.DesiredCapacity} ({now.Shown})" : "the alarm is raised";
        var seen = $"not within {ExpectedTimes.Text(longest)}, though {noticed}; {ExpectedTimes.Text(promised)} are promised; {load}";
        return longest < promised ? Finding.NotChecked($"{seen}: give more --minutes") : Finding.Fail(seen);
    }

    private static string Shown(double rate, LoadCounts requests) => string.Create(
        CultureInfo.InvariantCulture, $"{rate:0} requests a second, {requests.Shown}");
}

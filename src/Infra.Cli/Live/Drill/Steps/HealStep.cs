using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;
using Infra.Servers;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R6: a server is broken, and the group replaces it while visitors keep coming.</summary>
internal sealed class HealStep : IDrillStep
{
    private static readonly string[] Needed = ["Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer"];

    // A request gives up after 10 s.
    private static readonly TimeSpan ReachedWithin = TimeSpan.FromSeconds(15);

    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R6",
            "a broken server is replaced in the time that the stack promises",
            "that a server that breaks by itself is noticed in time: the group was told of this one"),
        new(
            "R6",
            "no request fails while a server is replaced; if it is the only one, for no longer than that takes",
            "that none fails for visitors from elsewhere, or while a server dies without warning"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        var before = await context.Watch.LookAsync(cancellation);
        if (context.ReasonToSkip(before) is { } reason)
            return [Finding.NotChecked(reason), Finding.NotChecked(reason)];

        // Broken all the same, the server would stay broken.
        var suspended = before.Group.SuspendedProcesses.Select(process => process.ProcessName).Intersect(Needed).ToList();
        if (suspended.Count > 0)
        {
            var off = $"{string.Join(" and ", suspended)} suspended, so nothing would be replaced; none was broken";
            return [Finding.Fail(off), Finding.NotChecked(off)];
        }

        try
        {
            var reached = await ReachedAsync(context, cancellation);
            if (reached is null)
                context.BlockedBy = $"not tried, since {context.Outputs.Url} can't be reached from here";
            before = reached ?? before;
            if (context.ReasonToSkip(before) is { } news)
                return [Finding.NotChecked(news), Finding.NotChecked(news)];

            var losses = new LossMeter(context.Watch.Time.GetUtcNow(), context.Load.Counts);
            var replaced = await ReplaceAsync(context, before, losses, cancellation);
            losses.Look(context.Watch.Time.GetUtcNow(), context.Load.Counts);
            return [replaced, Served(context, before, losses.Loss)];
        }
        finally
        {
            context.Load.SetRate(0);
        }
    }

    // Where no request comes through before, those that fail later say nothing, and a load would not arrive.
    private static Task<GroupView?> ReachedAsync(DrillContext context, CancellationToken cancellation)
    {
        var earlier = context.Load.Counts;
        context.Load.SetRate(DrillPlan.QuietRate);
        return context.Watch.UntilAsync(
            _ => context.Load.Counts.Since(earlier) is var requests && requests.Sent > requests.Failed, ReachedWithin, cancellation);
    }

    private static async Task<Finding> ReplaceAsync(
        DrillContext context, GroupView before, LossMeter losses, CancellationToken cancellation)
    {
        var victim = before.Serving.Order(StringComparer.Ordinal).First();
        var promised = context.Outputs.ReplaceMarked;

        // Before the request: whoever breaks off in the middle of it must hear of the server too.
        context.Broken = victim;
        var start = context.Watch.Time.GetUtcNow();
        if (context.Plan.Terminates)
            await context.Cloud.TerminateAsync(victim, cancellation);
        else
            await context.Cloud.MarkUnhealthyAsync(victim, cancellation);

        var healed = await context.Watch.UntilAsync(
            view =>
            {
                losses.Look(view.Time, context.Load.Counts);
                return view.HasReplaced(victim, before.Serving.Count);
            },
            WaitingTime.For(promised),
            cancellation);
        if (healed is null)
        {
            context.BlockedBy = $"not tried, since {victim} was not replaced";
            return Finding.Fail(
                $"{victim} not within {ExpectedTimes.Text(WaitingTime.For(promised))}; {ExpectedTimes.Text(promised)} are promised");
        }

        // It happened since the look before.
        var took = healed.Time - start;
        var how = context.Plan.Terminates ? "terminated" : "marked unhealthy";
        var (asked, wanted) = (before.Group.DesiredCapacity, healed.Group.DesiredCapacity);
        var lowered = wanted < asked ? $"; meanwhile the group lowered desired from {asked} to {wanted}" : "";
        var timing = new Timing(promised, took) { Grace = healed.Gap };
        return Finding.Of(
            timing.IsKept,
            $"{victim} {how}, replaced after {ExpectedTimes.Text(took)}; {ExpectedTimes.Text(promised)} are promised{lowered}") with
        {
            Timing = timing,
        };
    }

    // The group was told, so it drains the server, which costs nothing where another serves. A request may wait for its timeout.
    private static Finding Served(DrillContext context, GroupView before, Loss loss) => before.Serving.Count < 2
        ? LossPromise.Of(sick: 1, servers: 1, noticed: TimeSpan.Zero, context.Outputs.ReplaceMarked).Judge(loss, ReachedWithin)
        : loss.Nothing;
}

using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Roll;

/// <summary>Puts the former version back after a roll that failed, where AWS has not, and sees it healthy.</summary>
internal sealed class WayBack(RollCloud cloud, RollWatch watch, ScalingHold hold, TimeProvider time)
{
    // Longer than a new server takes from in service to healthy, and the load balancer to tell.
    private static readonly TimeSpan HealthyWithin = TimeSpan.FromMinutes(5);

    /// <summary>Goes back to a version.</summary>
    /// <param name="version">The version; none if nobody knows it.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<Finding> GoAsync(string? version, CancellationToken cancellation)
    {
        if (version is null)
            return Finding.Fail("which version the servers had before is not known: revert the change, and deploy that");

        while (await UnderWayAsync(cancellation) is { } other)
        {
            // One that leads there already may be another command's way back.
            if (Versions.Of(other) != version && other.Status is "Pending" or "InProgress" or "Baking")
                await cloud.CancelAsync(cancellation);
            if (await watch.UntilOverAsync(other.InstanceRefreshId, version, cancellation) is null)
                return Finding.Fail($"a roll is under way that does not end: {other.Status}");
        }

        var group = await cloud.GroupAsync(cancellation);
        if (group.LaunchTemplate?.Version != version)
            await cloud.SetVersionAsync(version, cancellation);
        if (Versions.Counted(group).Any(server => server.LaunchTemplate?.Version != version)
            && await RollAsync(version, group, cancellation) is { } failure)
        {
            return failure;
        }

        return await SeeHealthyAsync(version, cancellation);
    }

    private async Task<RefreshAnswer?> UnderWayAsync(CancellationToken cancellation) =>
        RefreshStatus.Latest(await cloud.RefreshesAsync(cancellation)) is { } latest && RefreshStatus.IsUnderWay(latest) ? latest : null;

    private async Task<Finding?> RollAsync(string version, GroupAnswer group, CancellationToken cancellation)
    {
        // No alarms: they may ring still for what the bad version did.
        var preferences = RollPreferences.For(group);
        if (preferences.LaunchesFirst)
            await hold.HoldAsync(group, cancellation);
        var id = await cloud.StartAsync(version, preferences, cancellation);
        var end = await watch.UntilOverAsync(id, version, cancellation);
        return end?.Status == RefreshStatus.Successful
            ? null
            : Finding.Fail($"the group launches from version {version} again, but the servers were not replaced: {RollText.End(end)}");
    }

    private async Task<Finding> SeeHealthyAsync(string version, CancellationToken cancellation)
    {
        var view = await new HealthWatch(cloud, watch, time).SeeAsync(version, HealthyWithin, cancellation);
        return Finding.Of(view.IsWell, $"version {version} is back, {view}");
    }
}

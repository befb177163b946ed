using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Roll;

/// <summary>Puts the former version back after a roll that failed, where AWS has not, and sees it healthy.</summary>
internal sealed class WayBack(RollScene scene)
{
    // Against other rolls that come again and again.
    private const int MostTries = 5;

    // Longer than a new server takes from in service to healthy, and the load balancer to tell.
    private static readonly TimeSpan HealthyWithin = TimeSpan.FromMinutes(5);

    private RollCloud Cloud => scene.Cloud;

    /// <summary>Goes back to a version.</summary>
    /// <param name="version">The version; none if nobody knows it.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<Finding> GoAsync(string? version, CancellationToken cancellation)
    {
        if (version is null)
            return Finding.Fail("which version the servers had before is not known: revert the change, and deploy that");

        for (var tries = 0; tries < MostTries; tries++)
        {
            while (await Cloud.UnderWayAsync(cancellation) is { } other)
            {
                // One that leads there already may be another command's way back.
                if (Versions.Of(other) != version && RefreshStatus.CanBeCancelled(other))
                    await Cloud.CancelAsync(cancellation);
                if (await scene.Watch.UntilOverAsync(other.InstanceRefreshId, version, cancellation) is null)
                    return Finding.Fail($"a roll is under way that does not end: {other.Status}");
            }

            try
            {
                return await RollAsync(version, cancellation) ?? await SeeHealthyAsync(version, cancellation);
            }
            catch (AwsException failure) when (failure.Fault == AwsFault.RefreshInProgress)
            {
                // Another command was faster.
            }
        }

        return Finding.NotChecked("other rolls of the group come again and again");
    }

    private async Task<Finding?> RollAsync(string version, CancellationToken cancellation)
    {
        var group = await Cloud.GroupAsync(cancellation);
        if (group.LaunchTemplate?.Version != version)
            await Cloud.SetVersionAsync(version, cancellation);
        if (Versions.Counted(group).All(server => server.LaunchTemplate?.Version == version))
            return null;

        // No alarms: they may ring still for what the bad version did.
        var id = await scene.Launch.StartAsync(group, version, alarms: null, cancellation);
        var end = await scene.Watch.UntilOverAsync(id, version, cancellation);
        return end?.Status == RefreshStatus.Successful
            ? null
            : Finding.Fail($"the group launches from version {version} again, but the servers were not replaced: {RollText.End(end)}");
    }

    private async Task<Finding> SeeHealthyAsync(string version, CancellationToken cancellation)
    {
        var view = await new HealthWatch(Cloud, scene.Watch, scene.Time).SeeAsync(version, HealthyWithin, cancellation);
        return Finding.Of(view.IsWell, $"version {version} is back, {view}");
    }
}

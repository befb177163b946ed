using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Live.Roll;

/// <summary>Finds the roll that there is to wait for, or starts it, and waits for its end.</summary>
internal sealed class RollStart(RollScene scene)
{
    // Against a group whose rolls are never seen, though AWS says that one is under way.
    private const int MostTries = 10;

    private RollCloud Cloud => scene.Cloud;

    /// <summary>The version that was to be rolled; none before it is known.</summary>
    public string? Version { get; private set; }

    /// <summary>The version before it; none before it is known, or if nobody knows it.</summary>
    public string? Former { get; private set; }

    /// <summary>Whether there was nothing to roll, so that nothing is to be undone.</summary>
    public bool HasOnlyWaited { get; private set; }

    /// <summary>Those that ring already, and so can't end this roll.</summary>
    public IReadOnlyList<string> RangBefore { get; private set; } = [];

    /// <summary>Rolls.</summary>
    public async Task<Finding> RunAsync(CancellationToken cancellation)
    {
        RangBefore = await Cloud.RingingAsync(scene.Outputs.AlarmNames, cancellation);
        scene.Watch.Alarms = [.. scene.Outputs.AlarmNames.Except(RangBefore)];
        for (var tries = 0; tries < MostTries; tries++)
        {
            var refreshes = await Cloud.RefreshesAsync(cancellation);
            var group = await Cloud.GroupAsync(cancellation);
            scene.Watch.Count(group);
            var latest = RefreshStatus.Latest(refreshes);
            var isUnderWay = latest is not null && RefreshStatus.IsUnderWay(latest);

            // What a command left that was killed, unless it is another one's that is about to start. While a roll is under way it is
            // needed still.
            if (!isUnderWay && !scene.Hold.IsFresh(group))
                group = await ReleasedAsync(group, cancellation);

            Version = scene.Outputs.IsPromoted ? scene.Outputs.PreparedVersion : group.LaunchTemplate?.Version ?? "";
            Former = Versions.Before(Version, group, refreshes);
            var finding = isUnderWay ? await JoinAsync(latest!, group, cancellation)
                : scene.Hold.IsFresh(group) ? null
                : Versions.IsEverywhere(Version, group) ? await NothingAsync(latest, group, cancellation)
                : scene.Outputs.IsPromoted ? await PromoteAsync(group, cancellation)
                : Missed(latest, group);
            if (finding is not null)
                return finding;

            await Task.Delay(RollWatch.Interval, scene.Time, cancellation);
        }

        return Finding.NotChecked("other rolls of the group come again and again");
    }

    private async Task<GroupAnswer> ReleasedAsync(GroupAnswer group, CancellationToken cancellation) =>
        (await scene.Hold.ReleaseAsync(group, cancellation)).Count > 0 ? await Cloud.GroupAsync(cancellation) : group;

    // One that leads elsewhere, or is being cancelled, is waited for, and then it is this one's turn.
    private async Task<Finding?> JoinAsync(RefreshAnswer refresh, GroupAnswer group, CancellationToken cancellation)
    {
        if (refresh.Preferences?.MaxHealthyPercentage > 100)
            await scene.Hold.JoinAsync(group, cancellation);
        var isThis = refresh.Status != "Cancelling" && (Versions.Of(refresh) ?? Version) == Version;
        var end = await scene.Watch.UntilOverAsync(refresh.InstanceRefreshId, Versions.Of(refresh) ?? Version!, cancellation);
        if (isThis)
            return await JudgeAsync(end, cancellation);

        return end is null ? Finding.NotChecked("another roll of the group does not end") : null;
    }

    private async Task<Finding?> PromoteAsync(GroupAnswer group, CancellationToken cancellation)
    {
        try
        {
            var id = await scene.Launch.StartAsync(group, Version!, scene.Watch.Alarms, cancellation);
            return await JudgeAsync(await scene.Watch.UntilOverAsync(id, Version!, cancellation), cancellation);
        }
        catch (AwsException failure) when (failure.Fault == AwsFault.RefreshInProgress)
        {
            return null;
        }
    }

    private async Task<Finding> JudgeAsync(RefreshAnswer? end, CancellationToken cancellation)
    {
        if (end?.Status != RefreshStatus.Successful)
            return Finding.Fail($"version {Version}: {RollText.End(end)}");

        var group = await Cloud.GroupAsync(cancellation);
        var isEverywhere = Versions.IsEverywhere(Version!, group);
        return Finding.Of(
            isEverywhere,
            isEverywhere
                ? $"version {Version} on {Count(group)}"
                : $"AWS says that the roll succeeded, but not all of {Count(group)} have version {Version}");
    }

    // 'pulumi up' makes the group and does not wait for its servers, so after a first deployment they may be booting still. And by 'up'
    // AWS may have gone "back" to the same version already, which is to be undone like any roll that failed.
    private async Task<Finding> NothingAsync(RefreshAnswer? latest, GroupAnswer group, CancellationToken cancellation)
    {
        HasOnlyWaited = scene.Outputs.IsPromoted || latest is null or { Status: RefreshStatus.Successful };
        var within = scene.Outputs.RollsWithin;
        var view = await new HealthWatch(Cloud, scene.Watch, scene.Time).SeeAsync(Version!, within, cancellation);
        return view switch
        {
            { IsWell: false } => Finding.Fail($"version {Version}: {view} after {ExpectedTimes.Text(within)}"),
            { Looks: 1 } => Finding.NotApplicable($"nothing waits to be rolled: version {Version} is on {Count(group)}"),
            _ => Finding.Pass($"version {Version} on the first servers: {view}"),
        };
    }

    // By 'up' the group has the new version in any case; whether its roll went wrong is seen by the servers that don't.
    private Finding Missed(RefreshAnswer? latest, GroupAnswer group) => latest is not null && latest.Status != RefreshStatus.Successful
        ? Finding.Fail($"version {Version}: {RollText.End(latest)}")
        : Finding.NotChecked(
            $"no roll was started, though not all of {Count(group)} have version {Version}, from which the group launches");

    private static string Count(GroupAnswer group) =>
        Versions.Counted(group).Count is 1 ? "1 server" : $"{Versions.Counted(group).Count} servers";
}

using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>Starts rolls, with scaling held where the new server comes first.</summary>
internal sealed class RollLaunch(RollCloud cloud, ScalingHold hold, int secondsToWarmUp)
{
    /// <summary>Starts a roll, and says its id.</summary>
    /// <param name="group">The group as it was seen last.</param>
    /// <param name="version">The version that servers are to have.</param>
    /// <param name="alarms">Those at which AWS goes back by itself; null: it does not go back.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="AwsException">
    /// It was not started; <see cref="AwsFault.RefreshInProgress"/> where another one is under way.
    /// </exception>
    public async Task<string> StartAsync(
        GroupAnswer group, string version, IReadOnlyList<string>? alarms, CancellationToken cancellation)
    {
        var preferences = RollPreferences.For(group, secondsToWarmUp);
        if (preferences.LaunchesFirst)
        {
            await hold.HoldAsync(group, cancellation);

            // Scaling may have been faster than the hold.
            group = await cloud.GroupAsync(cancellation);
            preferences = RollPreferences.For(group, secondsToWarmUp);
            if (!preferences.LaunchesFirst)
                await hold.ReleaseAsync(group, cancellation);
        }

        try
        {
            return await cloud.StartAsync(version, alarms is null ? preferences : preferences.GoingBackOn(alarms), cancellation);
        }
        catch (AwsException failure) when (failure.Fault == AwsFault.RefreshInProgress)
        {
            hold.Yield();
            throw;
        }
    }
}

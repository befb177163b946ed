using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>Waits until as many servers as are wanted are healthy for the load balancer.</summary>
internal sealed class HealthWatch(RollCloud cloud, RollWatch watch, TimeProvider time)
{
    /// <summary>Looks until they are, or the time is over.</summary>
    /// <param name="version">The version that all of them are to have.</param>
    /// <param name="within">The time.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<HealthView> SeeAsync(string version, TimeSpan within, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + within;
        for (var looks = 1; ; looks++)
        {
            try
            {
                var view = await LookAsync(version, looks, cancellation);
                if (view.IsWell || time.GetUtcNow() >= end)
                    return view;
            }
            catch (AwsException failure) when (failure.MayPass && time.GetUtcNow() < end)
            {
                // The servers boot on meanwhile.
            }

            await Task.Delay(RollWatch.Interval, time, cancellation);
        }
    }

    private async Task<HealthView> LookAsync(string version, int looks, CancellationToken cancellation)
    {
        var group = await cloud.GroupAsync(cancellation);
        watch.Count(group);
        var health = await cloud.TargetHealthAsync(cancellation);
        var servers = Versions.Counted(group);
        return new()
        {
            Healthy = servers.Count(server => health.GetValueOrDefault(server.InstanceId) == "healthy"),
            Servers = servers.Count,
            HasVersion = Versions.IsEverywhere(version, group),
            Wanted = group.DesiredCapacity,
            Looks = looks,
        };
    }
}

/// <summary>The servers at one moment.</summary>
internal sealed record HealthView
{
    /// <summary>Servers that the load balancer sends requests to.</summary>
    public required int Healthy { get; init; }

    /// <summary>Servers in service or starting.</summary>
    public required int Servers { get; init; }

    /// <summary>Whether each has the version.</summary>
    public required bool HasVersion { get; init; }

    /// <summary>The servers that the group wants.</summary>
    public required int Wanted { get; init; }

    /// <summary>How many times it was looked, this one included.</summary>
    public required int Looks { get; init; }

    public bool IsWell => HasVersion && Healthy == Servers && Servers >= Wanted;

    /// <summary>As a sentence's part.</summary>
    public override string ToString() => $"{Healthy} of {Math.Max(Servers, Wanted)} servers healthy";
}

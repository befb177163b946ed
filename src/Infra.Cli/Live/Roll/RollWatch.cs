using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>Looks at a roll until it is over, and remembers what it saw on the way.</summary>
internal sealed class RollWatch(RollCloud cloud, TimeProvider time, Action<RollView> onView)
{
    private readonly HashSet<string> _rang = [];

    /// <summary>How long it waits between two looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that a roll takes.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>The alarms to look at: those that were quiet before.</summary>
    public IReadOnlyList<string> Alarms { get; set; } = [];

    /// <summary>Those that have rung.</summary>
    public IReadOnlyCollection<string> Rang => _rang;

    /// <summary>The most servers that were seen in service or starting; none before the first look.</summary>
    public int? Most { get; private set; }

    /// <summary>Looks until a refresh is over; none if that takes too long.</summary>
    /// <param name="id">The refresh.</param>
    /// <param name="version">The version that servers are to have.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="AwsException">AWS could not be asked; what may pass is waited for as long as there is time.</exception>
    public async Task<RefreshAnswer?> UntilOverAsync(string id, string version, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + Longest;
        while (true)
        {
            try
            {
                var refresh = await cloud.RefreshAsync(id, cancellation);
                await LookAsync(refresh, version, cancellation);
                if (!RefreshStatus.IsUnderWay(refresh))
                    return refresh;
            }
            catch (AwsException failure) when (failure.MayPass && time.GetUtcNow() < end)
            {
                // The roll goes on meanwhile.
            }

            if (time.GetUtcNow() >= end)
                return null;

            await Task.Delay(Interval, time, cancellation);
        }
    }

    /// <summary>Counts the servers of a group that was asked for anyway.</summary>
    public void Count(GroupAnswer group) => Most = Math.Max(Most ?? 0, Versions.Counted(group).Count);

    private async Task LookAsync(RefreshAnswer refresh, string version, CancellationToken cancellation)
    {
        var group = await cloud.GroupAsync(cancellation);
        var ringing = await cloud.RingingAsync(Alarms, cancellation);
        Count(group);
        _rang.UnionWith(ringing);
        onView(new(refresh, group, version, ringing));
    }
}

using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Drill;

/// <summary>Looks at the servers all through a drill, and remembers the most that there ever were.</summary>
internal sealed class GroupWatch(StackCloud cloud, TimeProvider time, Action<GroupView> onView)
{
    private HashSet<string> _unlisted = [];
    private DateTimeOffset? _lastLook;

    /// <summary>How long it waits between two looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    public TimeProvider Time => time;

    /// <summary>The look that saw the most servers; none before the first.</summary>
    public GroupView? Highest { get; private set; }

    /// <summary>The most machines that it saw run at once, those of servers that leave among them.</summary>
    public int MostRunning { get; private set; }

    /// <summary>How often it has looked.</summary>
    public int Looks { get; private set; }

    /// <summary>The longest that it did not look.</summary>
    public TimeSpan LongestGap { get; private set; }

    /// <summary>Looks once.</summary>
    public async Task<GroupView> LookAsync(CancellationToken cancellation)
    {
        // The machines first: one that the group replaces between the two questions then counts once, not twice.
        var machines = await cloud.MachinesAsync(cancellation);
        var group = await cloud.GroupAsync(cancellation);
        var health = await cloud.TargetHealthAsync(cancellation);

        // A machine is a stray when two looks in a row see it run without the group: the answers are not of the same moment.
        var unlisted = machines
            .Select(machine => machine.InstanceId)
            .Except(group.Instances.Select(server => server.InstanceId))
            .ToHashSet();
        var now = time.GetUtcNow();
        var view = new GroupView(now, now - (_lastLook ?? now), group, health, [.. unlisted.Intersect(_unlisted)]);
        _unlisted = unlisted;
        Remember(view);
        onView(view);
        return view;
    }

    /// <summary>Looks until the servers stand as asked; says since when they do, or nothing if they never did.</summary>
    /// <param name="condition">How they should stand.</param>
    /// <param name="patience">How long to look.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="AwsException">AWS could not be asked; what may pass is waited for as long as there is patience.</exception>
    public async Task<GroupView?> UntilAsync(Predicate<GroupView> condition, TimeSpan patience, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + patience;
        while (true)
        {
            try
            {
                var view = await LookAsync(cancellation);
                if (condition(view))
                    return view;

                if (view.Time >= end)
                    return null;
            }
            catch (AwsException failure) when (failure.MayPass && time.GetUtcNow() < end)
            {
                // The gap until the next look shows it.
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private void Remember(GroupView view)
    {
        Looks++;
        MostRunning = Math.Max(MostRunning, view.Running);
        _lastLook = view.Time;
        if (view.Gap > LongestGap)
            LongestGap = view.Gap;
        if (Highest is null || view.Count > Highest.Count)
            Highest = view;
    }
}

using System.Globalization;

namespace Infra.Cli.Live.Aws;

/// <summary>
/// Keeps scaling from adding a server to the one that a roll launches first. What is held is written on the group itself, so that the next
/// command finds and releases what a killed one could not. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html.
/// </summary>
internal sealed class ScalingHold(RollCloud cloud, TimeProvider time)
{
    /// <summary>The tag on the group that names the processes which a roll has suspended, and when.</summary>
    public const string Tag = "infra:roll-holds";

    private const char Separator = '+';
    private const char At = '@';
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    // Longer than it takes to start a roll after its hold.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    // Policies act by alarms; schedules and forecasts by scheduled actions.
    private static readonly string[] Processes = ["AlarmNotification", "ScheduledActions"];

    /// <summary>Whether this command has held it, for a roll of its own.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Whether this command has waited for another one's roll, and so may release what that one held once it is over.</summary>
    public bool HasJoined { get; private set; }

    /// <summary>The processes that a roll has suspended and not resumed; nothing else that is suspended is a roll's.</summary>
    public static IReadOnlyList<string> HeldIn(GroupAnswer group) =>
        [.. Processes.Intersect(MarkOf(group)?.Split(At)[0].Split(Separator) ?? [])];

    /// <summary>Whether another command has held it just now, and is about to start its roll.</summary>
    public bool IsFresh(GroupAnswer group) =>
        MarkOf(group)?.Split(At) is [_, var since]
        && DateTimeOffset.TryParseExact(
            since, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var held)
        && time.GetUtcNow() - held < StartsWithin;

    /// <summary>Holds it, for a roll that this command is to start. What somebody else has suspended already stays theirs.</summary>
    public Task HoldAsync(GroupAnswer group, CancellationToken cancellation)
    {
        IsOwn = true;
        return SuspendAsync(group, cancellation);
    }

    /// <summary>Holds it for a roll that another command has started, if that has lost its hold.</summary>
    public async Task JoinAsync(GroupAnswer group, CancellationToken cancellation)
    {
        Yield();
        if (HeldIn(group).Count == 0)
            await SuspendAsync(group, cancellation);
    }

    /// <summary>Leaves it to another command, whose roll was faster.</summary>
    public void Yield() => (IsOwn, HasJoined) = (false, true);

    /// <summary>Releases what a roll holds, by whichever command; says what that was.</summary>
    public async Task<IReadOnlyList<string>> ReleaseAsync(GroupAnswer group, CancellationToken cancellation)
    {
        if (MarkOf(group) is null)
            return [];

        // The mark goes last, or a kill in between would leave a hold that nobody knows of.
        var held = HeldIn(group);
        if (held.Count > 0)
            await cloud.ResumeAsync(held, cancellation);
        await cloud.UntagAsync(Tag, cancellation);
        IsOwn = false;
        return held;
    }

    private async Task SuspendAsync(GroupAnswer group, CancellationToken cancellation)
    {
        var others = group.SuspendedProcesses.Select(process => process.ProcessName);
        var held = HeldIn(group).Union(Processes.Except(others)).ToList();
        if (held.Count == 0)
            return;

        // The mark comes first: whoever is killed in between leaves a mark without a hold, which harms nobody.
        var now = time.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture);
        await cloud.TagAsync(Tag, $"{string.Join(Separator, held)}{At}{now}", cancellation);
        await cloud.SuspendAsync(held, cancellation);
    }

    private static string? MarkOf(GroupAnswer group) => group.Tags.FirstOrDefault(tag => tag.Key == Tag)?.Value;
}

using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>The events of a log that a reader of a plot asks for: what was done to the stack, and what the group decided.</summary>
internal static class TimelineMarks
{
    // What follows from one act is told a moment later where it is emulated.
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(5);

    // Every launch and termination is seen in the servers themselves.
    private static readonly string[] GroupTells =
    [
        "desired capacity ", "instance refresh started", "instance refresh failed", "InstanceRefreshInProgress", " lost", " back",
    ];

    /// <summary>Marks for the events from a moment on. Events of the same moment share one, with what the drill calls it first.</summary>
    /// <param name="events">A log, in order.</param>
    /// <param name="start">When the rehearsal began.</param>
    public static IReadOnlyList<TimelineMark> Of(IEnumerable<StackEvent> events, DateTimeOffset start)
    {
        var moments = new List<List<StackEvent>>();
        foreach (var told in events.Where(IsTold))
        {
            // A drill's part begins a mark of its own, even where the one before has just ended; the load that comes first belongs to it.
            if (moments is not [.., var last] || told.Time - last[0].Time > SameMoment)
                moments.Add([told]);
            else if (told.Source != "drill")
                last.Add(told);
            else if (last.TrueForAll(earlier => earlier.Source == "load balancer"))
                last.Insert(0, told);
            else
                moments.Add([told]);
        }

        return [.. moments.Select(moment => new TimelineMark(moment[0].Time - start, TextOf(moment)))];
    }

    private static bool IsTold(StackEvent told) => told.Source switch
    {
        "drill" or "firewall" => true,
        "server" => told.Text.EndsWith(" refuses connections", StringComparison.Ordinal)
            || told.Text.EndsWith(" hangs", StringComparison.Ordinal),
        "load balancer" => told.Text.EndsWith(" requests a second arrive", StringComparison.Ordinal),
        "bucket" => told.Text.Contains(" is uploaded", StringComparison.Ordinal),
        "group" => Array.Exists(GroupTells, part => told.Text.Contains(part, StringComparison.Ordinal)),
        _ => false,
    };

    // The drill's own words tell of the load and the roll already.
    private static string TextOf(List<StackEvent> moment) => moment[0].Source == "drill"
        ? string.Join(": ", moment.Take(1).Concat(moment.Skip(1).Where(told => !IsSaidByTheDrill(told))).Select(told => told.Text).Take(2))
        : string.Join("; ", moment.Select(told => told.Text).Distinct());

    private static bool IsSaidByTheDrill(StackEvent told) =>
        told.Source == "load balancer"
        || told.Text.Contains("instance refresh started", StringComparison.Ordinal)
        || told.Text.EndsWith(" lost", StringComparison.Ordinal);
}

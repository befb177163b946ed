using System.Globalization;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>What a plot says in words: its headings, and the whole of it for whoever can't see it.</summary>
internal static class PlotWords
{
    public static string Title(RehearsalTimeline timeline) => $"Rehearsal of {timeline.StackName} over time";

    public static string Subtitle(RehearsalTimeline timeline) => timeline.IsFast
        ? "Simulated by AWS's rules from what the stack declares. Times are AWS's, in hours and minutes from the start."
        : "On this machine, by AWS's rules. Times are AWS's, in hours and minutes from the start.";

    public static string Servers(RehearsalTimeline timeline) => string.Create(
        CultureInfo.InvariantCulture,
        $"Servers by state: never more than {timeline.HighestCapacity} of {timeline.MaxSize} in service or starting, "
        + $"{timeline.FewestServing} healthy at the fewest");

    public static string Load => "Load, in requests a second";

    public static string Cpu(RehearsalTimeline timeline) => $"CPU of the group, in percent{Target(timeline.CpuTarget)}";

    public static string Requests(RehearsalTimeline timeline) => $"Requests a minute for each server{Target(timeline.RequestsTarget)}";

    public static string Failures(RehearsalTimeline timeline, TimeSpan bar) => timeline.Failed == 0
        ? "Requests that failed: none"
        : string.Create(CultureInfo.InvariantCulture, $"Requests that failed, in each {Each(bar)}: {timeline.Failed:N0} in all");

    public static string Description(RehearsalTimeline timeline)
    {
        var peak = timeline.Samples.Select(sample => sample.Load).DefaultIfEmpty().Max();
        string[] told =
        [
            $"{Servers(timeline)}.",
            string.Create(
                CultureInfo.InvariantCulture, $"At most {timeline.MostRunning} machines ran at once, those that left among them."),
            string.Create(CultureInfo.InvariantCulture, $"Load: up to {peak:0.#} requests a second; {timeline.Failed:N0} requests failed."),
            .. timeline.Marks.Select((mark, index) =>
                string.Create(CultureInfo.InvariantCulture, $"{index + 1}. At {mark.At:hh\\:mm\\:ss}: {mark.Text}.")),
        ];
        return string.Join('\n', told);
    }

    private static string Target(TrackedTarget? target) => target switch
    {
        null => " (no target)",
        { Low: { } low } => string.Create(
            CultureInfo.InvariantCulture, $": servers are added above {target.High:#,0.#}, removed below {low:#,0.#}"),
        _ => string.Create(CultureInfo.InvariantCulture, $": servers are added above {target.High:#,0.#}"),
    };

    private static string Each(TimeSpan bar) => bar == TimeSpan.FromMinutes(1) ? "minute"
        : bar == TimeSpan.FromSeconds(1) ? "second"
        : ExpectedTimes.Text(bar);
}

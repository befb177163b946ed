using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>The servers by state on top of each other, and the line that those in service or starting never cross.</summary>
internal static class ServersPanel
{
    public const double Height = 130;

    /// <summary>How far what tells of rolls reaches below it.</summary>
    public const double StripHeight = 7;

    private const int MostTicks = 8;

    /// <summary>What the colours are, in the order from below.</summary>
    public static IReadOnlyList<(string Style, string Text, Func<ServerCounts, int> Of)> Bands { get; } =
    [
        ("healthy", "healthy", counts => counts.Healthy),
        ("outgoing", "healthy, kept until replaced", counts => counts.Outgoing),
        ("starting", "starting", counts => counts.Starting),
        ("unhealthy", "unhealthy", counts => counts.Unhealthy),
        ("leaving", "leaving", counts => counts.Leaving),
    ];

    public static void Draw(SvgSheet sheet, PlotAxis axis, double top, RehearsalTimeline timeline)
    {
        var most = Math.Max(timeline.MaxSize, timeline.MostRunning);
        var panel = new PlotPanel(sheet, axis, top, Height, most + 0.3);
        panel.Frame(most <= MostTicks ? Enumerable.Range(0, most + 1).Select(count => (double)count) : RoundTicks.Of(most));
        for (var band = 0; band < Bands.Count; band++)
        {
            panel.Band(
                Bands[band].Style,
                [.. timeline.Samples.Select(sample => (sample.At, Sum(sample.Servers, band), Sum(sample.Servers, band + 1)))]);
        }

        panel.Level("ceiling", timeline.MaxSize);
        DrawRolls(panel, timeline);
    }

    // A strip along the bottom, where it hides nothing.
    private static void DrawRolls(PlotPanel panel, RehearsalTimeline timeline)
    {
        const double Distance = 2;
        var strip = panel with { Top = panel.Bottom + Distance, Height = StripHeight - Distance, Highest = 1 };
        strip.Band("roll", [.. timeline.Samples.Select(sample => (sample.At, 0.0, sample.IsRolling ? 1.0 : 0.0))]);
    }

    private static double Sum(ServerCounts counts, int bands) => Bands.Take(bands).Sum(band => band.Of(counts));
}

using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>A figure of the group against its target.</summary>
internal static class FigurePanel
{
    public const double Height = 62;

    /// <summary>The load that is sent, and what of it arrives.</summary>
    public static void DrawLoad(SvgSheet sheet, PlotAxis axis, double top, RehearsalTimeline timeline)
    {
        var panel = Panel(sheet, axis, top, timeline.Samples.Select(sample => Math.Max(sample.Load, sample.Arriving)), least: 10);
        panel.Band("area", [.. timeline.Samples.Select(sample => (sample.At, 0.0, sample.Arriving))]);
        panel.Steps("line", [.. timeline.Samples.Select(sample => (sample.At, (double?)sample.Arriving))]);
        panel.Steps("sent", [.. timeline.Samples.Select(sample => (sample.At, (double?)sample.Load))]);
    }

    /// <summary>A figure, its target, and where it counts as low.</summary>
    public static void DrawTracked(
        SvgSheet sheet,
        PlotAxis axis,
        double top,
        RehearsalTimeline timeline,
        Func<TimelineSample, double?> figure,
        TrackedTarget? target,
        double least)
    {
        var panel = Panel(
            sheet, axis, top, timeline.Samples.Select(sample => figure(sample) ?? 0).Append(target?.High ?? 0), least);
        panel.Band("area", [.. timeline.Samples.Select(sample => (sample.At, 0.0, figure(sample) ?? 0))]);
        panel.Steps("line", [.. timeline.Samples.Select(sample => (sample.At, figure(sample)))]);
        if (target is null)
            return;

        panel.Level("high", target.High);
        if (target.Low is { } low)
            panel.Level("low", low);
    }

    private static PlotPanel Panel(SvgSheet sheet, PlotAxis axis, double top, IEnumerable<double> values, double least)
    {
        const double Headroom = 1.08;
        var highest = values.Append(least).Max();
        var panel = new PlotPanel(sheet, axis, top, Height, highest * Headroom);
        panel.Frame(RoundTicks.Of(highest));
        return panel;
    }
}

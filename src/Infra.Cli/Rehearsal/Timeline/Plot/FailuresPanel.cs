using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>The requests that failed, as bars of the same span of time each.</summary>
internal static class FailuresPanel
{
    public const double Height = 50;

    private const double LeastBar = 4;

    /// <summary>How long the span of a bar is.</summary>
    public static TimeSpan BarOf(PlotAxis axis) => axis.StepOf(LeastBar);

    public static void Draw(SvgSheet sheet, PlotAxis axis, double top, RehearsalTimeline timeline)
    {
        var bar = BarOf(axis);
        var bars = timeline.Samples.Where(sample => sample.Failed > 0)
            .GroupBy(sample => Math.Floor(sample.At / bar), sample => sample.Failed)
            .Select(failed => (Begin: failed.Key * bar, Failed: failed.Sum()))
            .ToList();
        var highest = bars.Select(one => one.Failed).DefaultIfEmpty().Max();
        var panel = new PlotPanel(sheet, axis, top, Height, Math.Max(highest, 1) * 1.08);
        panel.Frame(RoundTicks.Of(Math.Max(highest, 1)));
        foreach (var (begin, failed) in bars)
        {
            var (left, right) = (axis.X(begin), axis.X(begin + bar));
            sheet.Rect("failed", left, panel.Y(failed), Math.Max(right - left - 0.5, 2), panel.Bottom - panel.Y(failed));
        }
    }
}

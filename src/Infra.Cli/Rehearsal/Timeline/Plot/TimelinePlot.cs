using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>
/// Plots a timeline: servers, load, the tracked figures and failed requests below each other on one axis of time, with the events.
/// </summary>
internal sealed class TimelinePlot
{
    /// <summary>The width that GitHub gives a picture, in pixels.</summary>
    public const double UsualWidth = 830;

    /// <summary>The least width that its words still have room in, in pixels.</summary>
    public const double LeastWidth = 320;

    private const double Margin = 16;
    private const double AxisMargin = 54;
    private const double LineHeight = 17;
    private const double Gap = 14;
    private const double Swatch = 12;

    private readonly RehearsalTimeline _timeline;
    private readonly double _width;
    private readonly PlotAxis _axis;
    private readonly MarkStrip _marks;

    private TimelinePlot(RehearsalTimeline timeline, double width)
    {
        (_timeline, _width) = (timeline, Math.Max(width, LeastWidth));
        _axis = new(timeline.From, timeline.To, AxisMargin, _width - Margin);
        _marks = new(_axis, timeline.Marks, Margin);
    }

    /// <summary>The plot as SVG.</summary>
    /// <param name="timeline">What it shows.</param>
    /// <param name="width">How wide it is, in pixels; texts keep their size and are wrapped.</param>
    public static string Write(RehearsalTimeline timeline, double width = UsualWidth)
    {
        var plot = new TimelinePlot(timeline, width);
        // Only who has drawn it knows how high it is.
        var height = 0.0;
        _ = SvgSheet.Write(plot.Head(0), sheet => height = plot.Draw(sheet));
        return SvgSheet.Write(plot.Head(height), sheet => plot.Draw(sheet));
    }

    private SvgHead Head(double height) => new(
        PlotStyle.Root, _width, height, PlotWords.Title(_timeline), PlotWords.Description(_timeline), PlotStyle.Css);

    private double Draw(SvgSheet sheet)
    {
        var y = DrawHeadings(sheet);
        y = Heading(sheet, y, PlotWords.Servers(_timeline));
        y = DrawLegend(sheet, y);
        _marks.DrawNumbers(sheet, y);
        y = Panel(sheet, y + _marks.NumbersHeight, ServersPanel.Height, top => ServersPanel.Draw(sheet, _axis, top, _timeline));

        y = Heading(sheet, y + ServersPanel.StripHeight + Gap, PlotWords.Load);
        y = Panel(sheet, y, FigurePanel.Height, top => FigurePanel.DrawLoad(sheet, _axis, top, _timeline));

        y = Heading(sheet, y + Gap, PlotWords.Cpu(_timeline));
        y = Panel(sheet, y, FigurePanel.Height, top => FigurePanel.DrawTracked(
            sheet, _axis, top, _timeline, sample => sample.Cpu, _timeline.CpuTarget, least: 100));

        y = Heading(sheet, y + Gap, PlotWords.Requests(_timeline));
        y = Panel(sheet, y, FigurePanel.Height, top => FigurePanel.DrawTracked(
            sheet, _axis, top, _timeline, sample => sample.RequestsPerServer, _timeline.RequestsTarget, least: 100));

        y = Heading(sheet, y + Gap, PlotWords.Failures(_timeline, FailuresPanel.BarOf(_axis)));
        y = Panel(sheet, y, FailuresPanel.Height, top => FailuresPanel.Draw(sheet, _axis, top, _timeline));

        foreach (var tick in _axis.Ticks)
            sheet.Text("tick-x", _axis.X(tick), y + LineHeight, _axis.TextOf(tick));

        y += (2 * LineHeight) + 2;
        _marks.DrawWords(sheet, Margin, y);
        return y + _marks.WordsHeight + (Margin / 2);
    }

    // With the lines of the events through it; returns where it ends.
    private double Panel(SvgSheet sheet, double top, double height, Action<double> draw)
    {
        draw(top);
        _marks.DrawLines(sheet, top, top + height);
        return top + height;
    }

    private double DrawHeadings(SvgSheet sheet)
    {
        sheet.Text("title", Margin, 28, PlotWords.Title(_timeline));
        var y = 28.0;
        foreach (var line in WrappedText.Of(PlotWords.Subtitle(_timeline), _width - (2 * Margin), PlotStyle.TextSize))
            sheet.Text("muted", Margin, y += LineHeight + 1, line);
        return y + Gap;
    }

    // Above its panel; returns where that begins.
    private double Heading(SvgSheet sheet, double y, string text)
    {
        // Bold text is a tenth wider.
        foreach (var line in WrappedText.Of(text, (_width - (2 * Margin)) / 1.15, PlotStyle.TextSize))
            sheet.Text("heading", Margin, y += LineHeight, line);
        return y + 7;
    }

    private double DrawLegend(SvgSheet sheet, double y)
    {
        var x = Margin;
        y += 4;
        Entry("roll", "a roll is under way", Swatch / 2);
        foreach (var band in ServersPanel.Bands)
            Entry(band.Style, band.Text, Swatch);
        Entry("ceiling", $"ceiling of {_timeline.MaxSize}", 0);
        return y + 12;

        void Entry(string style, string text, double height)
        {
            var needed = Swatch + 6 + GlyphWidth.Of(text, PlotStyle.TextSize, isBold: false) + 14;
            if (x + needed > _width && x > Margin)
                (x, y) = (Margin, y + LineHeight);
            if (height > 0)
                sheet.Rect(style, x, y + 6 - height, Swatch, height);
            else
                sheet.Line(style, x - 2, y, x + Swatch + 2, y);
            sheet.Text("muted", x + Swatch + 6, y + 5, text);
            x += needed;
        }
    }
}

using System.Globalization;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>The events: a number above the panels each, a line down through them, and below what happened, in words.</summary>
internal sealed class MarkStrip
{
    private const double Radius = 9;
    private const double RowHeight = 21;
    private const double LineHeight = 17;
    private const double DropToCentre = 4;
    private const double TimeWidth = 50;
    private const double TextGap = 6;
    private const double LeastColumn = 370;
    private const double ColumnGap = 24;

    private readonly PlotAxis _axis;
    private readonly IReadOnlyList<TimelineMark> _marks;
    private readonly List<int> _rows = [];
    private readonly List<(int Number, string Time, IReadOnlyList<string> Lines)> _entries = [];
    private readonly double _columnWidth;
    private readonly int _columns;

    /// <param name="axis">The panels' axis.</param>
    /// <param name="marks">The events, in order.</param>
    /// <param name="left">Where the words begin, in pixels.</param>
    public MarkStrip(PlotAxis axis, IReadOnlyList<TimelineMark> marks, double left)
    {
        (_axis, _marks) = (axis, marks);
        _columns = Math.Max(1, (int)((axis.Right - left + ColumnGap) / (LeastColumn + ColumnGap)));
        _columnWidth = (axis.Right - left - (ColumnGap * (_columns - 1))) / _columns;
        TextOffset = TimeWidth + (2 * Radius) + (2 * TextGap);
        PlaceNumbers();
        for (var index = 0; index < marks.Count; index++)
        {
            var lines = WrappedText.Of(marks[index].Text, _columnWidth - TextOffset, PlotStyle.TextSize);
            _entries.Add((index + 1, TimeText(marks[index].At), lines));
        }
    }

    /// <summary>How much room the numbers take above the panels.</summary>
    public double NumbersHeight => _rows.Count == 0 ? 0 : (_rows.Max() + 1) * RowHeight;

    /// <summary>How much room the words take.</summary>
    public double WordsHeight => Columns.Select(HeightOf).DefaultIfEmpty().Max();

    private double TextOffset { get; }

    // Read down one column and then the next.
    private List<List<(int Number, string Time, IReadOnlyList<string> Lines)>> Columns
    {
        get
        {
            var each = _entries.Sum(HeightOf) / _columns;
            var columns = new List<List<(int, string, IReadOnlyList<string>)>>();
            var filled = 0.0;
            foreach (var entry in _entries)
            {
                if (columns.Count == 0 || (filled >= each * columns.Count && columns.Count < _columns))
                    columns.Add([]);
                columns[^1].Add(entry);
                filled += HeightOf(entry);
            }

            return columns;
        }
    }

    /// <summary>Draws a line down from each number through a panel, or what else there is.</summary>
    /// <param name="sheet">Takes it.</param>
    /// <param name="top">Where it begins: for the numbers' own row, below them.</param>
    /// <param name="bottom">Where it ends.</param>
    public void DrawLines(SvgSheet sheet, double top, double bottom)
    {
        foreach (var x in _marks.Select(mark => _axis.X(mark.At)).Distinct())
            sheet.Line("mark-line", x, top, x, bottom);
    }

    /// <summary>Draws the numbers, and their lines down to the first panel.</summary>
    public void DrawNumbers(SvgSheet sheet, double top)
    {
        for (var index = 0; index < _marks.Count; index++)
        {
            var x = _axis.X(_marks[index].At);
            sheet.Line("mark-line", x, top + (_rows[index] * RowHeight) + (2 * Radius), x, top + NumbersHeight);
        }

        for (var index = 0; index < _marks.Count; index++)
            DrawNumber(sheet, _axis.X(_marks[index].At), top + Radius + (_rows[index] * RowHeight), index + 1);
    }

    /// <summary>Draws what happened, in words.</summary>
    public void DrawWords(SvgSheet sheet, double left, double top)
    {
        foreach (var column in Columns)
        {
            var y = top;
            foreach (var (number, time, lines) in column)
            {
                DrawNumber(sheet, left + Radius, y + Radius, number);
                sheet.Text("muted", left + (2 * Radius) + TextGap, y + Radius + DropToCentre, time);
                for (var line = 0; line < lines.Count; line++)
                    sheet.Text("event", left + TextOffset, y + Radius + DropToCentre + (line * LineHeight), lines[line]);
                y += HeightOf((number, time, lines));
            }

            left += _columnWidth + ColumnGap;
        }
    }

    private static void DrawNumber(SvgSheet sheet, double x, double y, int number)
    {
        sheet.Circle("badge", x, y, Radius);
        sheet.Text("number", x, y + DropToCentre, number.ToString(CultureInfo.InvariantCulture));
    }

    private static double HeightOf((int Number, string Time, IReadOnlyList<string> Lines) entry) =>
        Math.Max(RowHeight, (entry.Lines.Count * LineHeight) + 4);

    private static double HeightOf(List<(int Number, string Time, IReadOnlyList<string> Lines)> column) => column.Sum(HeightOf);

    private static string TimeText(TimeSpan at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}");

    // Numbers that would cover each other go into another row.
    private void PlaceNumbers()
    {
        var ends = new List<double>();
        foreach (var x in _marks.Select(mark => _axis.X(mark.At)))
        {
            var row = ends.FindIndex(end => end <= x - Radius);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + Radius + 1;
            _rows.Add(row);
        }
    }
}

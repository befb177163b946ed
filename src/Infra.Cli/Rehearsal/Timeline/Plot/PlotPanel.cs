using System.Globalization;
using System.Text;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>One of the small plots: where it is, and how high a value stands in it.</summary>
/// <param name="Sheet">Takes it.</param>
/// <param name="Axis">Its axis of time.</param>
/// <param name="Top">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Highest">The value at its top; more than 0.</param>
internal sealed record PlotPanel(SvgSheet Sheet, PlotAxis Axis, double Top, double Height, double Highest)
{
    private const double TickGap = 6;
    private const double DropToCentre = 4;

    public double Bottom => Top + Height;

    public double Y(double value) => Bottom - (Height * Math.Clamp(value / Highest, 0, 1));

    /// <summary>Its background, with lines at round values.</summary>
    public void Frame(IEnumerable<double> ticks)
    {
        Sheet.Rect("frame", Axis.Left, Top, Axis.Width, Height);
        foreach (var tick in ticks.Where(tick => tick <= Highest))
        {
            Sheet.Line("grid", Axis.Left, Y(tick), Axis.Right, Y(tick));
            Sheet.Text("tick-y", Axis.Left - TickGap, Y(tick) + DropToCentre, tick.ToString("#,0.##", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A level line across, as a target is.</summary>
    public void Level(string style, double value) => Sheet.Line(style, Axis.Left, Y(value), Axis.Right, Y(value));

    /// <summary>A line in steps; it breaks where there is no value.</summary>
    public void Steps(string style, IReadOnlyList<(TimeSpan At, double? Value)> points)
    {
        var path = new StringBuilder();
        double? before = null;
        for (var index = 0; index < points.Count; index++)
        {
            var value = points[index].Value;
            var (x, y) = (SvgSheet.Number(Axis.X(points[index].At)), value is null ? "" : SvgSheet.Number(Y(value.Value)));
            if (value != before)
            {
                if (before is not null)
                    path.Append('H').Append(x);
                if (value is not null)
                    path.Append(before is null ? $"M{x} {y}" : $"V{y}");
                before = value;
            }
        }

        if (before is not null)
            path.Append('H').Append(SvgSheet.Number(Axis.X(Axis.To)));
        if (path.Length > 0)
            Sheet.Path(style, path.ToString());
    }

    /// <summary>What lies between two values, in steps; nothing where they are the same all the time.</summary>
    public void Band(string style, IReadOnlyList<(TimeSpan At, double Lower, double Upper)> points)
    {
        // A run of moments in which there is something is a shape.
        for (var first = 0; first < points.Count;)
        {
            if (points[first].Upper <= points[first].Lower)
            {
                first++;
                continue;
            }

            var end = first;
            while (end < points.Count && points[end].Upper > points[end].Lower)
                end++;
            Shape(style, [.. points.Skip(first).Take(end - first)], end < points.Count ? points[end].At : Axis.To);
            first = end;
        }
    }

    private void Shape(string style, List<(TimeSpan At, double Lower, double Upper)> run, TimeSpan end)
    {
        var path = new StringBuilder($"M{X(run[0].At)} {SvgSheet.Number(Y(run[0].Upper))}");
        for (var index = 1; index < run.Count; index++)
        {
            if (run[index].Upper != run[index - 1].Upper)
                path.Append('H').Append(X(run[index].At)).Append('V').Append(SvgSheet.Number(Y(run[index].Upper)));
        }

        path.Append('H').Append(X(end)).Append('V').Append(SvgSheet.Number(Y(run[^1].Lower)));
        for (var index = run.Count - 1; index > 0; index--)
        {
            if (run[index].Lower != run[index - 1].Lower)
                path.Append('H').Append(X(run[index].At)).Append('V').Append(SvgSheet.Number(Y(run[index - 1].Lower)));
        }

        Sheet.Path(style, path.Append('H').Append(X(run[0].At)).Append('Z').ToString());
    }

    private string X(TimeSpan at) => SvgSheet.Number(Axis.X(at));
}

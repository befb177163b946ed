using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Diagram.Svg;

/// <summary>An arrow in two parts, so that a heavy line does not stick out in front of its head.</summary>
/// <remarks>Not an SVG marker: those take the colour of their line in some viewers only.</remarks>
internal sealed record ArrowHead(IReadOnlyList<Point> Shaft, IReadOnlyList<Point> Tip)
{
    public static ArrowHead Of(Line line)
    {
        var (length, half) = line.Kind == LineKind.Request ? (11.0, 7.0) : (8.0, 4.5);
        var (before, end) = (line.Points[^2], line.Points[^1]);
        var (right, down) = (Math.Sign(end.X - before.X), Math.Sign(end.Y - before.Y));
        var foot = new Point(end.X - (right * length), end.Y - (down * length));
        return new(
            [.. line.Points.Take(line.Points.Count - 1), foot],
            [end, new(foot.X - (down * half), foot.Y + (right * half)), new(foot.X + (down * half), foot.Y - (right * half))]);
    }
}

using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What a drawing is judged by, and not drawn by.</summary>
internal static class Rects
{
    public static bool Overlaps(this Rect one, Rect other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    public static bool Contains(this Rect outer, Rect inner) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;
}

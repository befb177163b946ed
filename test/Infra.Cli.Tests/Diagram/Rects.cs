using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What a drawing is judged by, and not drawn by.</summary>
internal static class Rects
{
    /// <summary>What a text covers, rather too much than too little.</summary>
    public static Rect Bounds(this Text text) => new(
        text.X, text.Baseline - text.Style.Size(), TextWidth.Of(text.Content, text.Style), text.Style.Size() * 1.25);

    public static bool Overlaps(this Rect one, Rect other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    public static bool Contains(this Rect outer, Rect inner) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;
}

using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Diagram.Layout;

/// <summary>How wide text of a drawing is at most; see <see cref="GlyphWidth"/>.</summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>The width in pixels that a text does not exceed.</summary>
    public static double Of(string text, TextStyle style) => GlyphWidth.Of(text, style.Size(), style.IsBold());

    /// <summary>The first of several ways to say the same that fits; the last one, shortened, if none does.</summary>
    public static string Fit(double width, TextStyle style, params IReadOnlyList<string> ways) =>
        ways.FirstOrDefault(way => Of(way, style) <= width) ?? Shortened(ways[^1], width, style);

    private static string Shortened(string text, double width, TextStyle style)
    {
        var length = text.Length;
        while (length > 0 && Of(text[..length] + Ellipsis, style) > width)
            length--;

        return text[..length].TrimEnd() + Ellipsis;
    }
}

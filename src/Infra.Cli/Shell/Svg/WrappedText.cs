namespace Infra.Cli.Shell.Svg;

/// <summary>Text in lines that fit: SVG breaks none by itself.</summary>
internal static class WrappedText
{
    /// <summary>The lines; a word that is too long for one stands alone and is not cut.</summary>
    /// <param name="text">Words with spaces between.</param>
    /// <param name="width">The width of a line in pixels.</param>
    /// <param name="size">The font's size in pixels.</param>
    public static IReadOnlyList<string> Of(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && GlyphWidth.Of($"{lines[^1]} {word}", size, isBold: false) <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        return lines;
    }
}

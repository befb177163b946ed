namespace Infra.Cli.Cost;

/// <summary>Breaks text into lines of a width: between words, and within a word that is longer than a line.</summary>
internal static class TextWrap
{
    /// <summary>The lines; one empty line for no text.</summary>
    /// <param name="text">Words with blanks between them.</param>
    /// <param name="width">The most characters of a line, at least 1.</param>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }

    // Between two blanks is a word of no letters, of which Chunk would make nothing.
    private static IEnumerable<string> Pieces(string word, int width) =>
        word.Length == 0 ? [word] : word.Chunk(width).Select(piece => new string(piece));
}

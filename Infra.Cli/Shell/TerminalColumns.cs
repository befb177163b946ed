namespace Infra.Cli.Shell;

/// <summary>Keeps text to the columns of a terminal.</summary>
internal static class TerminalColumns
{
    private const string Cut = "...";

    /// <summary>The text with its end cut off where it is too long, as the Pulumi CLI does it; padded where it is short.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">The columns, at least 4.</param>
    public static string Fitted(string text, int width) =>
        text.Length <= width ? text.PadRight(width) : $"{text[..(width - Cut.Length)]}{Cut}";

    /// <summary>The text in lines that break between words. A word that is longer than a line has one of its own.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">The columns.</param>
    /// <param name="indent">What stands before each line but the first.</param>
    public static IEnumerable<string> Wrapped(string text, int width, string indent = "")
    {
        string? line = null;
        foreach (var word in text.Split(' '))
        {
            // Blanks before the first word are part of the line.
            if (line is null || string.IsNullOrWhiteSpace(line) || line.Length + 1 + word.Length <= width)
            {
                line = line is null ? word : $"{line} {word}";
                continue;
            }

            yield return line;
            line = $"{indent}{word}";
        }

        yield return line ?? "";
    }
}

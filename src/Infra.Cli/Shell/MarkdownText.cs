namespace Infra.Cli.Shell;

/// <summary>Pieces of Markdown as generated documents have them.</summary>
internal static class MarkdownText
{
    /// <summary>A table; the first row is its head.</summary>
    public static string Table(params IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(row => $"| {string.Join(" | ", row.Select(Cell))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat("---|", rows.First().Count))}");
        return string.Join('\n', lines);
    }

    /// <summary>Text that is shown as it stands.</summary>
    public static string Code(string text)
    {
        var shown = LegibleText.Line(text);
        if (!shown.Contains('`', StringComparison.Ordinal))
            return $"`{shown}`";

        // By a longer fence than any in it: https://spec.commonmark.org/0.31.2/#code-spans.
        var fence = new string('`', LongestTicks(shown) + 1);
        return $"{fence} {shown} {fence}";
    }

    /// <summary>The longest row of backticks in a text: what stands around it as code has more.</summary>
    public static int LongestTicks(string text)
    {
        var (longest, row) = (0, 0);
        foreach (var letter in text)
        {
            row = letter == '`' ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }

        return longest;
    }

    /// <summary>Texts that are shown as they stand, one behind the other.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>Blocks with an empty line between them.</summary>
    public static string Blocks(params IEnumerable<string> blocks) => string.Join("\n\n", blocks);

    private static string Cell(string text) => LegibleText.Line(text).Replace("|", "\\|", StringComparison.Ordinal);
}

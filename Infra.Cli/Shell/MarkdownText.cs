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
    public static string Code(string text) => $"`{LegibleText.Line(text)}`";

    /// <summary>Texts that are shown as they stand, one behind the other.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>Blocks with an empty line between them.</summary>
    public static string Blocks(params IEnumerable<string> blocks) => string.Join("\n\n", blocks);

    private static string Cell(string text) => LegibleText.Line(text).Replace("|", "\\|", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using Infra.Cli.Tests.Docs.Documents;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Infra.Cli.Tests.Docs.Figures;

/// <summary>
/// A paragraph, a list or a table of a document, and the measurement that it quotes: the one that it links to, or, for a table, that the
/// text right above it links to.
/// </summary>
/// <param name="Heading">The heading that it is below.</param>
/// <param name="Text">What it says, without code, links and comments.</param>
/// <param name="Rows">The cells of a table below its head; none of a text.</param>
/// <param name="Source">The measurement's name; none where it quotes none.</param>
internal sealed partial record FigureBlock(string Heading, string Text, IReadOnlyList<string[]> Rows, string? Source)
{
    /// <summary>The figures of a text: numbers, with the unit where they have one.</summary>
    public IEnumerable<string> Figures => Figure().Matches(Text).Select(match => match.Value);

    /// <summary>What only a measurement can tell.</summary>
    public IEnumerable<string> Measured => MeasuredFigure().Matches(Text).Select(match => match.Value);

    public static IReadOnlyList<FigureBlock> Of(DocumentFile document)
    {
        List<FigureBlock> blocks = [];
        string? above = null;
        var heading = "";
        foreach (var block in document.Syntax)
        {
            var source = SourceOf(block) ?? (block is Table ? above : null);
            if (block is Table table)
                blocks.Add(new(heading, TextOf(document, table), [.. table.Skip(1).Select(row => Cells(document, (TableRow)row))], source));
            else if (block is HeadingBlock)
                heading = SourceTextOf(document, block).TrimStart('#', ' ');
            else if (block is LeafBlock and not CodeBlock or ListBlock or QuoteBlock)
                blocks.Add(new(heading, TextOf(document, block), [], source));
            above = source;
        }

        return blocks;
    }

    private static string? SourceOf(Block block) => Links(block)
        .Select(link => ResultsFile().Match(link.Url ?? ""))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)
        .FirstOrDefault();

    private static IEnumerable<LinkInline> Links(Block block) =>
        block is LeafBlock leaf ? leaf.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private static string[] Cells(DocumentFile document, TableRow row) =>
        [.. row.Select(cell => SourceTextOf(document, cell).Trim(' ', '`', '*'))];

    private static string TextOf(DocumentFile document, Block block) => Aside().Replace(SourceTextOf(document, block), " ");

    private static string SourceTextOf(DocumentFile document, Block block) =>
        block.Span.IsEmpty ? "" : document.Text.Substring(block.Span.Start, block.Span.Length);

    [GeneratedRegex(@"(?:^|/)eng/results/([\w-]+)\.json$")]
    private static partial Regex ResultsFile();

    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)|<!--.*?-->|https?:\S+", RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<![\w.,-])\d(?:[\d,.]*\d)?(?: (?:ms\b|s\b|times\b|%))?")]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"(?<![\w.,-])\d[\d,.]* (?:ms\b|%|times\b|mutants\b|methods\b|MB\b|tests\b|requests a second\b)"
        + @"|\btakes? \d[\d.,]* s\b")]
    private static partial Regex MeasuredFigure();
}

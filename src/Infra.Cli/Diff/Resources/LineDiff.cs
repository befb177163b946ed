namespace Infra.Cli.Diff.Resources;

/// <summary>The lines in which two long texts differ.</summary>
internal static class LineDiff
{
    public static IReadOnlyList<TextLine> Between(string before, string after)
    {
        var (former, now) = (Lines(before), Lines(after));
        List<TextLine> lines =
        [
            .. Alignment.Of(former, now).Select(pair => pair switch
            {
                ({ } gone, null) => new TextLine(TextLine.Gone, former[gone]),
                (null, { } added) => new TextLine(TextLine.New, now[added]),
                (_, { } both) => new TextLine(TextLine.Beside, now[both]),
                _ => throw new InvalidOperationException("a pair of nothing"),
            }),
        ];

        // With the line before and behind, to find the place by.
        return [.. lines.Where((line, index) => Enumerable.Range(index - 1, 3).Any(near => IsDifferent(lines, near)))];
    }

    private static bool IsDifferent(List<TextLine> lines, int index) =>
        index >= 0 && index < lines.Count && lines[index].Mark != TextLine.Beside;

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}

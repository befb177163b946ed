namespace Infra.Cli.Diff.Resources;

/// <summary>
/// Finds what two lists have in common, in their order: the longest common subsequence, by
/// https://en.wikipedia.org/wiki/Longest_common_subsequence.
/// </summary>
internal static class Alignment
{
    // The table of two lists of 2,000 that have neither a beginning nor an end in common. Beyond it all of both is different.
    private const long LargestTable = 4_000_000;

    /// <summary>The places of the items of either list, in pairs where they are the same; else one of both is none.</summary>
    public static IReadOnlyList<(int? Before, int? After)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
            end++;

        var (beforeEnd, afterEnd) = (before.Count - end, after.Count - end);
        return
        [
            .. Enumerable.Range(0, start).Select(index => ((int?)index, (int?)index)),
            .. Middle(before, after, start, beforeEnd, afterEnd),
            .. Enumerable.Range(0, end).Select(index => ((int?)(beforeEnd + index), (int?)(afterEnd + index))),
        ];
    }

    private static IEnumerable<(int? Before, int? After)> Middle(
        IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int beforeEnd, int afterEnd)
    {
        var (rows, columns) = (beforeEnd - start, afterEnd - start);
        var common = (long)rows * columns > LargestTable ? null : Table(before, after, start, rows, columns);
        var (row, column) = (0, 0);
        while (row < rows || column < columns)
        {
            if (common is not null && row < rows && column < columns && before[start + row] == after[start + column])
                yield return (start + row++, start + column++);
            else if (row < rows && (common is null || column == columns || common[row + 1, column] >= common[row, column + 1]))
                yield return (start + row++, null);
            else
                yield return (null, start + column++);
        }
    }

    private static int[,] Table(IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int rows, int columns)
    {
        var common = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                common[row, column] = before[start + row] == after[start + column]
                    ? common[row + 1, column + 1] + 1
                    : Math.Max(common[row + 1, column], common[row, column + 1]);
            }
        }

        return common;
    }
}

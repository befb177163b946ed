using Spectre.Console;

namespace Infra.Cli.Shell;

/// <summary>Columns of text with neither frame nor trailing blanks, the same on a terminal and in a file.</summary>
/// <param name="textColumns">How many columns hold text; the others hold numbers, which stand to the right.</param>
internal sealed class TextTable(int textColumns)
{
    private const string Gap = "  ";

    private readonly List<(string[] Cells, bool IsStrong)> _rows = [];

    public void Add(params string[] cells) => _rows.Add((Legible(cells), false));

    /// <summary>Adds a row that a terminal shows in bold.</summary>
    public void AddStrong(params string[] cells) => _rows.Add((Legible(cells), true));

    public void Write(IAnsiConsole console)
    {
        var widths = Enumerable.Range(0, _rows[0].Cells.Length).Select(column => _rows.Max(row => row.Cells[column].Length)).ToArray();
        foreach (var (cells, isStrong) in _rows)
        {
            var padded = cells.Select(
                (cell, column) => column < textColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            console.Write(new Text(string.Join(Gap, padded).TrimEnd(), isStrong ? new Style(decoration: Decoration.Bold) : Style.Plain));
            console.WriteLine();
        }
    }

    // Before the widths are known, and each row one line.
    private static string[] Legible(string[] cells) => [.. cells.Select(LegibleText.Line)];
}

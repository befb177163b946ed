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

    /// <summary>Writes it; where a terminal is too narrow, what names a row stands on a line of its own above its figures.</summary>
    public void Write(IAnsiConsole console)
    {
        var widths = Enumerable.Range(0, _rows[0].Cells.Length).Select(column => _rows.Max(row => row.Cells[column].Length)).ToArray();
        var isNarrow = textColumns == 1 && widths.Length > 1 && widths.Sum() + (Gap.Length * (widths.Length - 1)) > console.Profile.Width;
        foreach (var (cells, isStrong) in _rows)
        {
            var padded = cells.Select(
                (cell, column) => column < textColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            var style = isStrong ? new Style(decoration: Decoration.Bold) : Style.Plain;
            if (isNarrow)
                console.Write(new Text($"{cells[0]}\n", style));
            var line = isNarrow ? Gap + string.Join(Gap, padded.Skip(1)) : string.Join(Gap, padded);
            console.Write(new Text(line.TrimEnd(), style));
            console.WriteLine();
        }
    }

    // Before the widths are known, and each row one line.
    private static string[] Legible(string[] cells) => [.. cells.Select(LegibleText.Line)];
}

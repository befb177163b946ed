using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Cost;

/// <summary>
/// Columns of text in 80 characters, whatever names are in them: the first column takes what the others leave, and text that is too long
/// goes on in the next line.
/// </summary>
/// <param name="textColumns">How many columns hold text; the others hold numbers, which stand to the right and are never broken.</param>
internal sealed class CostTable(int textColumns)
{
    /// <summary>The width of everything that <c>infra cost</c> writes for people.</summary>
    public const int Width = 80;

    private const string Gap = "  ";
    private const int MostOfText = 21;
    private const int LeastOfFirst = 16;

    // "servers" and "change" fit.
    private const int LeastOfNumber = 7;

    private readonly List<(string[] Cells, bool IsStrong)> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add((Legible(cells), false));

    /// <summary>Adds a row that a terminal shows in bold.</summary>
    public void AddStrong(params string[] cells) => _rows.Add((Legible(cells), true));

    /// <summary>Writes the rows; the first has the names of the columns.</summary>
    public void Write(IAnsiConsole console)
    {
        var widths = Widths();
        foreach (var (cells, isStrong) in _rows)
        {
            var broken = cells.Select((cell, column) => TextWrap.Lines(cell, widths[column])).ToList();
            for (var i = 0; i < broken.Max(lines => lines.Count); i++)
            {
                var padded = broken.Select((lines, column) => Padded(i < lines.Count ? lines[i] : "", column, widths[column]));
                var style = isStrong ? new Style(decoration: Decoration.Bold) : Style.Plain;
                console.Write(new Text(string.Join(Gap, padded).TrimEnd(), style));
                console.WriteLine();
            }
        }
    }

    private int[] Widths()
    {
        var widths = Enumerable.Range(0, _rows[0].Cells.Length).Select(column =>
        {
            var longest = _rows.Skip(1).Max(row => row.Cells[column].Length);
            return column < textColumns ? Math.Clamp(longest, 1, MostOfText) : Math.Max(longest, LeastOfNumber);
        }).ToArray();
        widths[0] = Math.Max(Width - widths.Skip(1).Sum(width => width + Gap.Length), LeastOfFirst);
        var first = _rows.Max(row => row.Cells[0].Length);
        widths[0] = Math.Min(widths[0], first);
        return widths;
    }

    private string Padded(string text, int column, int width) => column < textColumns ? text.PadRight(width) : text.PadLeft(width);

    // Before the widths are known, and each row one line.
    private static string[] Legible(string[] cells) => [.. cells.Select(LegibleText.Line)];
}

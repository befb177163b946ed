using Spectre.Console;

namespace Infra.Cli.Shell;

/// <summary>Text that is broken between words where a terminal ends, with every further line as far in as it is meant to be.</summary>
internal static class HangingText
{
    // On less, one word a line would be all that is left.
    private const int LeastText = 20;

    /// <summary>Writes a text, and ends its line.</summary>
    /// <param name="console">Whose width counts; a pipe has room for any line.</param>
    /// <param name="text">One line, or several that are broken each.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="indent">How far in further lines are.</param>
    /// <param name="used">How much of the first line is taken already.</param>
    public static void WriteHanging(this IAnsiConsole console, string text, Style style, int indent, int used = 0) =>
        console.Write(new Text(Broken(text, console.Profile.Width, indent, used) + "\n", style));

    /// <summary>A text with line breaks.</summary>
    /// <param name="text">One line, or several that are broken each.</param>
    /// <param name="width">How wide a line may be; a word that is wider is left whole.</param>
    /// <param name="indent">How far in further lines are.</param>
    /// <param name="used">How much of the first line is taken already.</param>
    public static string Broken(string text, int width, int indent, int used = 0)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((line, index) => OneBroken(line, width, indent, index == 0 ? used : 0)));
    }

    private static string OneBroken(string line, int width, int indent, int used)
    {
        if (used + line.Length <= width || width < indent + LeastText)
            return line;

        // What stands before the first word, and the gaps between columns, belong to it.
        var end = line.LastIndexOf(' ', Math.Max(width - used, 0));
        if (end <= 0 || string.IsNullOrWhiteSpace(line[..end]))
            end = line.IndexOf(' ', line.Length - line.TrimStart().Length);
        return end < 0
            ? line
            : $"{line[..end].TrimEnd()}\n{new string(' ', indent)}{OneBroken(line[end..].TrimStart(), width, indent, indent)}";
    }
}

using System.Text;

namespace Infra.Applications;

/// <summary>
/// Texts as a systemd unit has them. See https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html and, for command
/// lines, https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines.
/// </summary>
public static class UnitText
{
    /// <summary>A text as one word: between quotes, with specifiers taken for what they are.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("%", "%%", StringComparison.Ordinal)}\"";

    /// <summary>Words as a command line, in which no variable is put in.</summary>
    public static string CommandLine(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => Quoted(word).Replace("$", "$$", StringComparison.Ordinal)));

    /// <summary>The words of a command line that <see cref="CommandLine"/> wrote.</summary>
    public static IReadOnlyList<string> WordsOf(string commandLine) =>
        [.. Unquoted(commandLine).Select(word => word.Replace("$$", "$", StringComparison.Ordinal))];

    /// <summary>The texts of a line of what <see cref="Quoted"/> wrote.</summary>
    public static IReadOnlyList<string> Unquoted(string line)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var isInside = false;
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '"' when isInside:
                    words.Add(word.ToString().Replace("%%", "%", StringComparison.Ordinal));
                    word.Clear();
                    isInside = false;
                    break;
                case '"':
                    isInside = true;
                    break;
                case '\\' when isInside && at + 1 < line.Length:
                    word.Append(line[++at]);
                    break;
                case var letter when isInside:
                    word.Append(letter);
                    break;
            }
        }

        return words;
    }
}

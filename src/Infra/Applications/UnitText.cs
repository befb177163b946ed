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

    // In the first word no variable is put in, so that $ is one there, and $$ are two; specifiers are.
    /// <summary>Words as a command line, in which no variable is put in.</summary>
    /// <param name="words">The program, for which <see cref="CanStart"/> is true, and its arguments.</param>
    public static string CommandLine(IEnumerable<string> words) => string.Join(' ', words.Select((word, at) =>
        at == 0 ? Quoted(word) : Quoted(word).Replace("$", "$$", StringComparison.Ordinal)));

    /// <summary>Whether systemd takes a program's path: with a quote or a backslash in it, however written, it refuses the unit.</summary>
    public static bool CanStart(string program) => program.IndexOfAny(['"', '\'', '\\']) < 0;

    /// <summary>The words of a command line that <see cref="CommandLine"/> wrote.</summary>
    public static IReadOnlyList<string> WordsOf(string commandLine) =>
        [.. Unquoted(commandLine).Select((word, at) => at == 0 ? word : word.Replace("$$", "$", StringComparison.Ordinal))];

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

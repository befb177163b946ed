using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Infra.Applications;

/// <summary>
/// The command that starts an application: words as in a shell, between quotes also with blanks, but no shell takes part. What a shell
/// would put in place of <c>$</c> or <c>*</c> stays as it is, and what only a shell can do is refused; <see cref="Port"/> alone stands for
/// something.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>What stands for the port that the application is to listen on.</summary>
    public const string Port = "{port}";

    private const string Relative = "./";
    private const string NoShell = "no shell takes part: put this into a script of the folder";

    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_10_02
    private const string Operators = "&|;<>()";

    // What changes the shell itself: the special ones that a command may begin with, alias, cd, ulimit, umask, and bash's source.
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_15
    private static readonly string[] Builtins =
    [
        ".", ":", "alias", "cd", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "source", "times", "trap",
        "ulimit", "umask", "unset",
    ];

    private ApplicationCommand(IReadOnlyList<string> words) => Words = words;

    /// <summary>The words, of which the first is the program; at least one, which is not empty.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// The file of the application's folder that is started, by its path in it; null where it is a program of the machine.
    /// </summary>
    public string? File => Words[0].Contains('/', StringComparison.Ordinal)
        ? Words[0].StartsWith(Relative, StringComparison.Ordinal) ? Words[0][Relative.Length..] : Words[0]
        : null;

    /// <summary>Reads the words of a command.</summary>
    /// <param name="text">The command as typed.</param>
    /// <param name="command">The command, unless it has a flaw.</param>
    /// <param name="mend">What to write instead.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ApplicationCommand? command, [NotNullWhen(false)] out string? mend)
    {
        command = null;
        mend = WordsOf(text, out var words) ?? MendOf(words);
        if (mend is not null)
            return false;

        command = new(words);
        return true;
    }

    /// <summary>The words for an application that listens on a port.</summary>
    public IReadOnlyList<string> For(int port) => [.. Words.Select(word => WithPort(word, port))];

    /// <summary>A text with a port in place of <see cref="Port"/>.</summary>
    public static string WithPort(string text, int port) =>
        text.Replace(Port, port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string? MendOf(List<string> words)
    {
        if (words is [] or ["", ..])
            return "begin with a program's name or a file of the folder, such as dotnet Web.dll or ./server";

        if (Builtins.Contains(words[0]))
            return $"{words[0]} is a shell's own, and {NoShell}";
        if (words[0].Split('=', 2) is [var name, _] && EnvironmentVariable.IsName(name))
            return $"set {name} by applicationEnvironment, and begin with the program";

        return words[0].StartsWith('/') || words[0].Split('/').Contains("..")
            ? "name a file of the folder, such as ./server, or a program by its name alone"
            : words[0].StartsWith('-')
                ? "begin with the program, and put its options behind it"
                : null;
    }

    // As POSIX has it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02.
    private static string? WordsOf(string text, out List<string> words)
    {
        words = [];
        StringBuilder? word = null;
        char? quote = null;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsControl(letter))
                return "write it on one line, without control characters";

            if (quote is null && Operators.Contains(letter, StringComparison.Ordinal))
                return $"{NoShell}, or put quotes around {letter} if it is part of an argument";

            if (letter == '\\' && quote != '\'' && at + 1 < text.Length && IsEscapable(text[at + 1], quote))
                (word ??= new()).Append(text[++at]);
            else if (letter == quote)
                quote = null;
            else if (quote is null && letter is '\'' or '"' && quote is null)
                (quote, word) = (letter, word ?? new());
            else if (quote is null && letter == ' ')
                End(ref word, words);
            else
                (word ??= new()).Append(letter);
        }

        End(ref word, words);
        return quote is null ? null : $"close the quote {quote}";
    }

    private static bool IsEscapable(char letter, char? quote) => quote is null || letter is '"' or '\\' or '$' or '`';

    private static void End(ref StringBuilder? word, List<string> words)
    {
        if (word is not null)
            words.Add(word.ToString());
        word = null;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Cli.Shell;

/// <summary>
/// Text of which nobody knows who wrote it, fit to be shown: it must not steer a terminal, show its letters in another order, or break a
/// file. What could is written as JSON and C# write it, such as <c>\u001b</c>; so JSON stays JSON, and says the same.
/// </summary>
internal static partial class LegibleText
{
    private const int Longest = 200;

    /// <summary>What a server or a tool says, on one line and cut off where it is long.</summary>
    public static string Of(string text)
    {
        var legible = Line(text.Length <= Longest + 1 ? text : text[..(Longest + 1)]);
        return legible.Length <= Longest ? legible : $"{legible[..Longest]}...";
    }

    /// <summary>A name or a value that stands in a line with others: what would end the line is written out too.</summary>
    public static string Line(string text) => Written(text, "");

    /// <summary>Text of any number of lines.</summary>
    public static string Lines(string text) => Written(text, "\n\t");

    private static string Written(string text, string plain) =>
        WorkflowCommand().Replace(Steerless(text, plain), command => $"\\u{(int)command.Value[0]:x4}{command.Value[1..]}");

    // A carriage return alone would write over what stands in its line.
    private static string Steerless(string text, string plain)
    {
        var odd = FirstOdd(text, plain);
        if (odd < 0)
            return text;

        var legible = new StringBuilder(text[..odd]);
        for (var i = odd; i < text.Length;)
        {
            var length = IsOdd(text, i, plain, out var isOdd);
            foreach (var character in text.AsSpan(i, length))
                _ = isOdd ? legible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : legible.Append(character);
            i += length;
        }

        return legible.ToString();
    }

    private static int FirstOdd(string text, string plain)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = IsOdd(text, i, plain, out var isOdd);
            if (isOdd)
                return i;
            i += length;
        }

        return -1;
    }

    // How many characters make the next letter, and whether it is one that is not to be shown.
    private static int IsOdd(string text, int at, string plain, out bool isOdd)
    {
        if (text[at] is >= ' ' and < '\x7f')
        {
            isOdd = false;
            return 1;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            isOdd = true;
            return 1;
        }

        var isLineEnd = text[at] == '\r' && plain.Length > 0 && at + 1 < text.Length && text[at + 1] == '\n';
        isOdd = !isLineEnd && !(rune.Value < ' ' && plain.Contains((char)rune.Value, StringComparison.Ordinal)) && IsOdd(rune);
        return rune.Utf16SequenceLength;
    }

    // Format characters are the marks of direction, and what has no width. So do some letters and marks, by which a name can look like
    // another (Default_Ignorable_Code_Point in https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt): those, but for the
    // selectors that emojis have. U+FFFE, U+FFFF and their like are no characters, and XML has none.
    private static bool IsOdd(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or 0xFFA0
            or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    // What GitHub's runner would obey in the log of a workflow: "::add-mask::x" where a line begins, and "##[" in any place. An address
    // such as ::ffff:1.2.3.4 has no second "::".
    // https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
    [GeneratedRegex(@"(?<=^|\s)::(?=[A-Za-z-]+(?: [^\n]*?)?::)|##\[", RegexOptions.CultureInvariant)]
    private static partial Regex WorkflowCommand();
}

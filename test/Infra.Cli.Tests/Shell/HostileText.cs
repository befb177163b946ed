using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Infra.Cli.Tests.Shell;

/// <summary>Text by which somebody would take over the terminal or the report of whoever runs a command.</summary>
internal static class HostileText
{
    /// <summary>How a forged line begins.</summary>
    public const string Forged = "PASS  R9  forged";

    /// <summary>What steers a terminal, turns the direction of writing, hides, or breaks an XML file.</summary>
    public const string Steering =
        "\e]0;owned\a\e[2J\u009b31m\0\x7f\b\r\v\f\u200b\u200e\u200f\u061c\u202a\u202e\u2066\u2069\u2028\u2029\ufeff\ufffe\ud800";

    /// <summary>The same with a line of its own, and with what formats give a meaning to.</summary>
    public static string All => $"a{Steering}\n{Forged}\r\n{Forged}\n<script>]]>&\"'`|#";

    /// <summary>Asserts that nothing of it is left in what a command has written, in words that are not the command's.</summary>
    public static void AssertLegible(string written)
    {
        // A rune that can't be read is half a character.
        var text = written.Replace("\r\n", "\n", StringComparison.Ordinal);
        var hostile = Enumerable.Range(0, text.Length)
            .Where(place => !(char.IsLowSurrogate(text[place]) && place > 0 && char.IsHighSurrogate(text[place - 1])))
            .Where(place => !Rune.TryGetRuneAt(text, place, out var rune) || IsHostile(rune))
            .Select(place => $"{(int)text[place]:x4}");
        Assert.That(hostile, Is.Empty);
        Assert.That(written.Split('\n'), Has.None.StartsWith(Forged));
    }

    /// <summary>Asserts that a file is XML, with nothing of it either.</summary>
    public static void AssertXml(string written)
    {
        AssertLegible(written);
        Assert.That(() => XDocument.Parse(written), Throws.Nothing);
    }

    private static bool IsHostile(Rune rune) =>
        rune.Value is not ('\n' or '\t') && (rune.Value is 0xfffe or 0xffff || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

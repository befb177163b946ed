namespace Infra.Cli.Shell;

/// <summary>
/// What a server says of itself, fit to be shown: it must not steer the user's terminal, nor fill it, nor break an XML file.
/// </summary>
internal static class LegibleText
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var legible = string.Concat(text.Select(character => char.IsAscii(character) && !char.IsControl(character) ? character : '?'));
        return legible.Length <= Longest ? legible : $"{legible[..Longest]}...";
    }
}

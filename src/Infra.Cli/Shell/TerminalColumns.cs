namespace Infra.Cli.Shell;

/// <summary>Keeps text to the columns of a terminal.</summary>
internal static class TerminalColumns
{
    private const string Cut = "...";

    /// <summary>The text with its end cut off where it is too long, as the Pulumi CLI does it; padded where it is short.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">The columns, at least 4.</param>
    public static string Fitted(string text, int width) =>
        text.Length <= width ? text.PadRight(width) : $"{text[..(width - Cut.Length)]}{Cut}";
}

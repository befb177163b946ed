namespace Infra.Cli.Diff.Resources;

/// <summary>A line of a long text.</summary>
/// <param name="Mark"><c>+</c> for a new one, <c>-</c> for one that is gone, a blank for one beside those.</param>
/// <param name="Text">The line.</param>
internal sealed record TextLine(char Mark, string Text)
{
    public const char New = '+';
    public const char Gone = '-';
    public const char Beside = ' ';
}

namespace Infra.Cli.Diagram.Layout;

/// <summary>One line of text.</summary>
/// <param name="Content">What is shown.</param>
/// <param name="Whole">What would be shown if there were room for it.</param>
/// <param name="X">Where it starts.</param>
/// <param name="Baseline">The line that its letters stand on.</param>
internal sealed record Text(string Content, string Whole, TextStyle Style, double X, double Baseline);

/// <summary>The sizes and weights of text.</summary>
internal enum TextStyle
{
    Title,
    Subtitle,

    /// <summary>The name of a thing.</summary>
    Heading,

    /// <summary>The name of a box around things.</summary>
    Label,

    /// <summary>What there is to know of a thing.</summary>
    Detail,
}

/// <summary>The measures of text styles.</summary>
internal static class TextStyles
{
    /// <summary>
    /// The font's size in pixels: nothing smaller than 13, which is at least 11 on a page of 980 that is shown 830 wide, as GitHub does.
    /// </summary>
    public static double Size(this TextStyle style) => style switch
    {
        TextStyle.Title => 22,
        _ => 13,
    };

    public static bool IsBold(this TextStyle style) => style is TextStyle.Title or TextStyle.Heading or TextStyle.Label;
}

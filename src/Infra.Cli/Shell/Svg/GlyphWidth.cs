using System.Collections.Frozen;

namespace Infra.Cli.Shell.Svg;

/// <summary>
/// How wide text is at most. The viewer's own sans-serif font is used, so this is the widest of the usual ones: measured in DejaVu Sans,
/// which is as wide as Verdana, and in Liberation Sans, which is as wide as Arial; rounded up by groups of letters.
/// </summary>
internal static class GlyphWidth
{
    private const double WidestRegular = 1.02;
    private const double WidestBold = 1.10;

    // Widths are parts of the font's size.
    private static readonly (string Characters, double Regular, double Bold)[] Groups =
    [
        ("'ijlI|/\\:;., ·f", 0.35, 0.44),
        ("-()[]t!r", 0.41, 0.49),
        ("\"`*J", 0.50, 0.56),
        ("szc_–?L", 0.56, 0.64),
        ("kxvyTFoaehnubdgpq$0123456789{}", 0.64, 0.72),
        ("ESYPKAVZXB", 0.69, 0.77),
        ("CRUNHDG&OQw", 0.82, 0.92),
        ("#+<=>^~×", 0.84, 0.84),
    ];

    private static readonly FrozenDictionary<char, (double Regular, double Bold)> Widths = Groups
        .SelectMany(group => group.Characters.Select(character => KeyValuePair.Create(character, (group.Regular, group.Bold))))
        .ToFrozenDictionary();

    /// <summary>The width in pixels that a text does not exceed.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">The font's size in pixels.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public static double Of(string text, double size, bool isBold) => size * text.Sum(character =>
        !Widths.TryGetValue(character, out var width) ? isBold ? WidestBold : WidestRegular
        : isBold ? width.Bold
        : width.Regular);
}

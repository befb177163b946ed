namespace Infra.Cli.Diagram.Layout;

/// <summary>A line of text before it has a place: several ways to say the same, the longest first.</summary>
internal sealed record Words(TextStyle Style, params IReadOnlyList<string> Ways)
{
    /// <summary>What would be said if there were room for all of it; the longest way unless set.</summary>
    public string Whole { get; init; } = Ways[0];

    public static Words Heading(params IReadOnlyList<string> ways) => new(TextStyle.Heading, ways);

    public static Words Label(params IReadOnlyList<string> ways) => new(TextStyle.Label, ways);

    /// <summary>What there is to know of a thing, as clear as its name.</summary>
    public static Words Plain(params IReadOnlyList<string> ways) => new(TextStyle.Subtitle, ways);

    public static Words Detail(params IReadOnlyList<string> ways) => new(TextStyle.Detail, ways);
}

/// <summary>Puts text into boxes.</summary>
internal static class Writing
{
    public const double TileSize = 28;
    public const double GlyphSize = 20;
    private const double Pad = 8;
    private const double RightPad = 4;
    private const double LineHeight = 16;

    // Letters reach further above the line they stand on than below it.
    private const double BaselineInLine = 12.5;

    /// <summary>One thing: its symbol at the left, its lines of text beside it, centred from top to bottom.</summary>
    public static Box Card(string name, BoxKind kind, Rect bounds, string? parent, Glyph glyph, params IReadOnlyList<Words> words) => new()
    {
        Name = name,
        Kind = kind,
        Bounds = bounds,
        Parent = parent,
        Glyph = glyph,
        Texts = Lines(InsideCard(bounds, glyph), bounds.CenterY - (words.Count * LineHeight / 2), words),
    };

    /// <summary>One thing outside the VPC, in the column at its right.</summary>
    public static Box Beside(
        string name, double top, string? parent, Glyph glyph, string heading, params IReadOnlyList<string> details) => Card(
        name,
        BoxKind.Card,
        new(Columns.SideLeft, top, Columns.SideRight - Columns.SideLeft, Rows.CardHeight),
        parent,
        glyph,
        Words.Heading(heading),
        Words.Detail(details));

    /// <summary>A box around others, named in its upper left corner.</summary>
    public static Box Frame(
        string name, BoxKind kind, Rect bounds, string? parent, double labelWidth, params IReadOnlyList<Words> words) => new()
        {
            Name = name,
            Kind = kind,
            Bounds = bounds,
            Parent = parent,
            Texts = Lines((bounds.X + Pad, labelWidth), bounds.Y + 4, words),
        };

    /// <summary>A box around others, named along its lower edge.</summary>
    public static Box FrameNamedBelow(string name, BoxKind kind, Rect bounds, string? parent, params IReadOnlyList<Words> words) =>
        Frame(name, kind, bounds, parent, 0) with
        {
            Texts = Lines((bounds.X + Pad, bounds.Width - (2 * Pad)), bounds.Bottom - 6 - (words.Count * LineHeight), words),
        };

    /// <summary>A box around others, named at its right edge, half way down.</summary>
    /// <param name="labelWidth">The room for the name, at the right of the others.</param>
    public static Box FrameNamedAtRight(string name, BoxKind kind, Rect bounds, string? parent, double labelWidth, Words words) =>
        Frame(name, kind, bounds, parent, 0) with
        {
            Texts = Lines((bounds.Right - labelWidth, labelWidth), bounds.CenterY - (LineHeight / 2), [words]),
        };

    /// <summary>Text alone.</summary>
    public static Box Caption(string name, Rect bounds, string? parent, params IReadOnlyList<Words> words) => new()
    {
        Name = name,
        Kind = BoxKind.Caption,
        Bounds = bounds,
        Parent = parent,
        Texts = Lines((bounds.X, bounds.Width), bounds.CenterY - (words.Count * LineHeight / 2), words),
    };

    /// <summary>The tile that a card's symbol stands on.</summary>
    public static Rect Tile(Rect bounds)
    {
        var size = Math.Min(TileSize, bounds.Height - 4);
        return new(bounds.X + Pad, bounds.CenterY - (size / 2), size, size);
    }

    private static (double X, double Width) InsideCard(Rect bounds, Glyph glyph)
    {
        var left = glyph == Glyph.None ? Pad : Pad + TileSize + Pad;
        return (bounds.X + left, bounds.Width - left - RightPad);
    }

    private static List<Text> Lines((double X, double Width) room, double top, IReadOnlyList<Words> words) =>
    [
        .. words.Select((line, index) => new Text(
            TextWidth.Fit(room.Width, line.Style, line.Ways),
            line.Whole,
            line.Style,
            room.X,
            top + (index * LineHeight) + BaselineInLine)),
    ];
}

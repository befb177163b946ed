namespace Infra.Cli.Diagram.Layout;

/// <summary>A page with everything on it, ready to be written.</summary>
internal sealed record Drawing
{
    /// <summary>A name for who can't see the drawing.</summary>
    public required string Title { get; init; }

    /// <summary>The drawing in words.</summary>
    public required string Description { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>Parents come before their children.</summary>
    public required IReadOnlyList<Box> Boxes { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    public required IReadOnlyList<Badge> Badges { get; init; }
}

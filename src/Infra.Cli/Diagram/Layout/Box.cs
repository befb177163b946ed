namespace Infra.Cli.Diagram.Layout;

/// <summary>A rectangle with text in it.</summary>
internal sealed record Box
{
    /// <summary>What lines and children call it.</summary>
    public required string Name { get; init; }

    public required BoxKind Kind { get; init; }

    public required Rect Bounds { get; init; }

    /// <summary>The box that it stands in; none for what stands on the page.</summary>
    public string? Parent { get; init; }

    public Glyph Glyph { get; init; }

    public IReadOnlyList<Text> Texts { get; init; } = [];

    public Mark Mark { get; init; }
}

/// <summary>What a box stands for, which decides how it looks.</summary>
internal enum BoxKind
{
    /// <summary>Only its text is drawn.</summary>
    Caption,

    Cloud,
    Region,
    Vpc,
    Zone,
    PublicSubnet,
    PrivateSubnet,

    /// <summary>Something that spans the zones and has parts of its own.</summary>
    Span,

    /// <summary>An Auto Scaling group.</summary>
    Group,

    /// <summary>One thing.</summary>
    Card,

    /// <summary>What lets traffic in: a network ACL, a security group.</summary>
    Guard,

    /// <summary>One thing that exists only under load.</summary>
    Spare,
}

/// <summary>Questions about kinds of boxes.</summary>
internal static class BoxKinds
{
    /// <summary>Whether others stand in such a box: lines run over it, while they end at, or pass behind, all others.</summary>
    public static bool IsContainer(this BoxKind kind) => kind is not (BoxKind.Caption or BoxKind.Card or BoxKind.Guard or BoxKind.Spare);
}

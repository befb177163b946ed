namespace Infra.Cli.Diagram.Layout;

/// <summary>An arrow from one box to another.</summary>
/// <param name="From">The name of the box where it starts.</param>
/// <param name="To">The name of the box where it ends.</param>
/// <param name="Points">Its corners, the ends included; each stretch is horizontal or vertical.</param>
internal sealed record Line(LineKind Kind, string From, string To, params IReadOnlyList<Point> Points);

internal enum LineKind
{
    /// <summary>The way of a request.</summary>
    Request,

    /// <summary>The way of a request when there are more servers.</summary>
    SpareRequest,

    /// <summary>Other traffic.</summary>
    Traffic,

    /// <summary>Logs, metrics and events.</summary>
    Evidence,
}

/// <summary>A number on the way of a request.</summary>
internal sealed record Badge(int Number, Point Center)
{
    public const double Radius = 10;
}

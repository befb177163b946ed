namespace Infra.Cli.Diagram.Layout;

/// <summary>A point on the page, in pixels from its upper left corner.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A rectangle on the page.</summary>
internal readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CenterX => X + (Width / 2);

    public double CenterY => Y + (Height / 2);

    /// <summary>The rectangle between two edges each way.</summary>
    public static Rect Between(double left, double top, double right, double bottom) => new(left, top, right - left, bottom - top);
}

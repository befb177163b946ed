using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Diagram.Svg;

/// <summary>The symbols, as outlines in a square of 24 by 24.</summary>
internal static class GlyphPaths
{
    public const double Size = 24;

    public static string Of(Glyph glyph) => glyph switch
    {
        Glyph.Clients => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4.4 3.6-7 8-7s8 2.6 8 7",
        Glyph.Dns => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 2.5 4 5.5 4 9s-1 6.5-4 9c-3-2.5-4-5.5-4-9s1-6.5 4-9Z",
        Glyph.Firewall => "M12 3l8 3v6c0 4.5-3.2 7.6-8 9-4.8-1.4-8-4.5-8-9V6ZM8.5 12l2.5 2.5 4.5-5",
        Glyph.Gateway => "M3 12h18M16.5 7.5 21 12l-4.5 4.5M7.5 7.5 3 12l4.5 4.5",
        Glyph.Lock => "M5 11h14v10H5ZM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2.5",
        Glyph.TargetGroup => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 12h.01",
        Glyph.Server => "M4 4h16v7H4ZM4 13h16v7H4ZM7.5 7.5h.01M7.5 16.5h.01M11 7.5h5.5M11 16.5h5.5",
        Glyph.Endpoint => "M2.5 12H8M16 12h5.5M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
        Glyph.Certificate =>
            "M12 16H4V4h16v9M7.5 8h9M7.5 11.5h4M16.5 13a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM15 18.3V22l1.5-1 1.5 1v-3.7",
        Glyph.Bucket => "M4 6l2 14c1.5.8 3.6 1 6 1s4.5-.2 6-1l2-14M12 3c4.4 0 8 1.3 8 3s-3.6 3-8 3-8-1.3-8-3 3.6-3 8-3Z",
        Glyph.Log => "M5 3h10l4 4v14H5ZM8.5 11h7M8.5 14.5h7M8.5 18h4",
        Glyph.Alarm => "M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15ZM10 21.5h4M12 3v2",
        Glyph.Topic => "M3 12h16M16 9l3 3-3 3M9 12l8-7M13.5 5H17v3.5M9 12l8 7M13.5 19H17v-3.5",
        Glyph.Guard => "M3 5h18v14H3ZM3 9.7h18M3 14.3h18M9 5v4.7M15 5v4.7M6 9.7v4.6M12 9.7v4.6M18 9.7v4.6M9 14.3V19M15 14.3V19",
        Glyph.LoadBalancer => "M12 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 9v4M5 16v-3h14v3M12 13v3M3 16h4v4H3ZM10 16h4v4h-4ZM17 16h4v4h-4Z",
        Glyph.Network => "M6.5 18a4 4 0 0 1-.4-8 6 6 0 0 1 11.6-1.2A4.6 4.6 0 0 1 17.5 18Z",
        Glyph.Group => "M8 8h8v8H8ZM12 2v3M12 19v3M2 12h3M19 12h3M10 4l2-2 2 2M10 20l2 2 2-2M4 10l-2 2 2 2M20 10l2 2-2 2",
        Glyph.Missing => "M6 6l12 12M18 6L6 18",
        Glyph.Role => "M9 13a5 5 0 1 1 4-8 5 5 0 0 1 .8 4.5L21 16.5V21h-4.5v-2.5H14V16h-2l-1-3.2ZM8 8h.01",
        Glyph.Email => "M3 5h18v14H3ZM3 6l9 7 9-7",
        _ => throw new ArgumentOutOfRangeException(nameof(glyph), glyph, "has no outline"),
    };
}

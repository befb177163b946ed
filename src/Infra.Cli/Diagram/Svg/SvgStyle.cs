using System.Globalization;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Diagram.Svg;

/// <summary>
/// The style sheet inside the drawing: light, and dark where the viewer prefers that. Plain classes and colours, since office programs
/// that take SVG know no variables.
/// </summary>
internal static class SvgStyle
{
    /// <summary>The class that all rules begin with, so that a page that the drawing is pasted into keeps its own looks.</summary>
    public const string Root = "architecture";

    /// <param name="hasMarks">Whether something is marked as new or gone.</param>
    public static string Css(bool hasMarks)
    {
        var shapes = hasMarks ? $"{Shapes}\n{MarkShapes}" : Shapes;
        return $"\n{Scoped(shapes)}{Scoped(All(Palette.Light))}@media (prefers-color-scheme: dark) {{\n{Scoped(All(Palette.Dark))}}}\n";

        string All(Palette palette) => hasMarks ? $"{Colours(palette)}\n{MarkColours(palette)}" : Colours(palette);
    }

    public static string ClassOf(BoxKind kind) => kind switch
    {
        BoxKind.PublicSubnet => "public",
        BoxKind.PrivateSubnet => "private",
        _ => Lower(kind),
    };

    public static string ClassOf(GlyphKind kind) => Lower(kind);

    public static string ClassOf(Mark mark) => $"marked-{Lower(mark)}";

    public static string ClassOf(LineKind kind) => kind == LineKind.SpareRequest ? "spare-request" : Lower(kind);

    public static string ClassOf(TextStyle style) => Lower(style);

    private static string Shapes => $$"""
        text { font-family: system-ui, sans-serif; }
        .title { font-size: {{Px(TextStyle.Title)}}; font-weight: 700; }
        .subtitle { font-size: {{Px(TextStyle.Subtitle)}}; }
        .heading { font-size: {{Px(TextStyle.Heading)}}; font-weight: 700; }
        .label { font-size: {{Px(TextStyle.Label)}}; font-weight: 700; }
        .detail { font-size: {{Px(TextStyle.Detail)}}; }
        .number { font-size: 13px; font-weight: 700; text-anchor: middle; }
        .box { stroke-width: 1.5; }
        .zone .box { fill: none; stroke-dasharray: 1 4; stroke-linecap: round; }
        .region .box { fill: none; stroke-dasharray: 5 4; }
        .cloud .box { fill: none; }
        .span .box { stroke-width: 2; }
        .group .box { stroke-width: 2; stroke-dasharray: 8 4; }
        .tile { stroke: none; }
        .spare .box { stroke-dasharray: 5 4; }
        .glyph { fill: none; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
        .line { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
        .request .line { stroke-width: 4; }
        .evidence .line { stroke-dasharray: 5 4; }
        """;

    private static string Colours(Palette palette) => $$"""
        .page { fill: {{palette.Page}}; }
        text { fill: {{palette.Text}}; }
        .detail, .subtitle { fill: {{palette.Muted}}; }
        .glyph { stroke: {{palette.Glyph}}; }
        .compute { fill: {{palette.Compute}}; }
        .network { fill: {{palette.Network}}; }
        .storage { fill: {{palette.Storage}}; }
        .security { fill: {{palette.Security}}; }
        .management { fill: {{palette.Management}}; }
        .outside { fill: {{palette.Outside}}; }
        .cloud .box { stroke: {{palette.Text}}; }
        .group .box { stroke: {{palette.Group}}; fill: {{palette.SpanFill}}; }
        .guard .box { stroke: {{palette.Guard}}; fill: {{palette.CardFill}}; }
        .region .box { stroke: {{palette.Region}}; }
        .region .label { fill: {{palette.Region}}; }
        .vpc .box { stroke: {{palette.Vpc}}; fill: {{palette.VpcFill}}; }
        .vpc .label { fill: {{palette.Vpc}}; }
        .zone .box { stroke: {{palette.Zone}}; }
        .public .box { stroke: {{palette.Public}}; fill: {{palette.PublicFill}}; }
        .public .label { fill: {{palette.Public}}; }
        .private .box { stroke: {{palette.Private}}; fill: {{palette.PrivateFill}}; }
        .private .label { fill: {{palette.Private}}; }
        .span .box { stroke: {{palette.Span}}; fill: {{palette.SpanFill}}; }
        .card .box, .spare .box { stroke: {{palette.Card}}; fill: {{palette.CardFill}}; }
        .request .line, .spare-request .line { stroke: {{palette.Request}}; }
        .request .head, .spare-request .head, .badge { fill: {{palette.Request}}; }
        .number { fill: {{palette.OnRequest}}; }
        .traffic .line { stroke: {{palette.Traffic}}; }
        .traffic .head { fill: {{palette.Traffic}}; }
        .evidence .line { stroke: {{palette.Evidence}}; }
        .evidence .head { fill: {{palette.Evidence}}; }
        """;

    // Behind the others, so that they win.
    private static string MarkShapes => """
        .marked-new .box, .marked-gone .box, .marked-changed .box { stroke-width: 3; }
        .marked-gone .box { stroke-dasharray: 8 5; }
        .marked-gone text { text-decoration: line-through; }
        .marked-gone .mark { text-decoration: none; }
        .mark { font-size: 17px; font-weight: 700; text-anchor: middle; }
        """;

    private static string MarkColours(Palette palette) => $$"""
        .marked-new .box { stroke: {{palette.New}}; }
        .marked-new .mark { fill: {{palette.New}}; }
        .marked-gone .box { stroke: {{palette.Gone}}; }
        .marked-gone .mark { fill: {{palette.Gone}}; }
        .marked-changed .box { stroke: {{palette.Changed}}; }
        .marked-changed .mark { fill: {{palette.Changed}}; }
        """;

    private static string Scoped(string rules) => string.Concat(rules.Split('\n')
        .Select(rule => rule.Replace(", .", $", .{Root} .", StringComparison.Ordinal))
        .Select(rule => $".{Root} {rule}\n"));

    private static string Px(TextStyle style) => style.Size().ToString(CultureInfo.InvariantCulture) + "px";

    private static string Lower<T>(T kind) where T : struct, Enum => kind.ToString().ToLowerInvariant();
}

using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>
/// The style sheet inside the plot: light, and dark where the viewer prefers that. The colours are those of the drawings.
/// </summary>
internal static class PlotStyle
{
    /// <summary>The class that all rules begin with, so that a page that the plot is pasted into keeps its own looks.</summary>
    public const string Root = "timeline";

    public const double TitleSize = 18;
    public const double TextSize = 12;
    public const double TickSize = 11;

    public static string Css =>
        $"\n{Scoped(Shapes)}{Scoped(Colours(Palette.Light))}"
        + $"@media (prefers-color-scheme: dark) {{\n{Scoped(Colours(Palette.Dark))}}}\n";

    private static string Shapes => $$"""
        text { font-family: system-ui, sans-serif; font-size: {{TextSize}}px; }
        .title { font-size: {{TitleSize}}px; font-weight: 700; }
        .heading { font-weight: 700; }
        .tick { font-size: {{TickSize}}px; }
        .tick-y { font-size: {{TickSize}}px; text-anchor: end; }
        .tick-x { font-size: {{TickSize}}px; text-anchor: middle; }
        .number { font-size: 11px; font-weight: 700; text-anchor: middle; }
        .grid { stroke-width: 1; }
        .mark-line { stroke-width: 1; stroke-dasharray: 2 3; }
        .line, .sent { fill: none; stroke-width: 2; stroke-linejoin: round; }
        .sent { stroke-width: 1.5; stroke-dasharray: 4 3; }
        .area { opacity: 0.18; }
        .outgoing, .starting { fill-opacity: 0.45; stroke-width: 1; }
        .leaving { stroke-width: 1; stroke-dasharray: 2 2; }
        .ceiling { stroke-width: 2; stroke-dasharray: 8 4; }
        .high, .low { stroke-width: 1.5; }
        .high { stroke-dasharray: 6 3; }
        .low { stroke-dasharray: 1 3; }
        """;

    private static string Colours(Palette palette) => $$"""
        .page { fill: {{palette.Page}}; }
        text { fill: {{palette.Text}}; }
        .muted, .tick, .tick-y, .tick-x { fill: {{palette.Muted}}; }
        .frame { fill: {{palette.SpanFill}}; }
        .roll { fill: {{palette.Vpc}}; }
        .grid { stroke: {{palette.Card}}; stroke-opacity: 0.3; }
        .mark-line { stroke: {{palette.Traffic}}; }
        .badge { fill: {{palette.Span}}; }
        .number { fill: {{palette.Page}}; }
        .healthy { fill: {{palette.Public}}; }
        .outgoing { fill: {{palette.Vpc}}; stroke: {{palette.Vpc}}; }
        .starting { fill: {{palette.Private}}; stroke: {{palette.Private}}; }
        .unhealthy { fill: {{palette.Gone}}; }
        .leaving { fill: {{palette.CardFill}}; stroke: {{palette.Traffic}}; }
        .ceiling { stroke: {{palette.Text}}; }
        .line { stroke: {{palette.Private}}; }
        .area { fill: {{palette.Private}}; }
        .sent { stroke: {{palette.Muted}}; }
        .high { stroke: {{palette.Request}}; }
        .low { stroke: {{palette.Request}}; }
        .failed { fill: {{palette.Gone}}; }
        """;

    private static string Scoped(string rules) => string.Concat(rules.Split('\n')
        .Select(rule => rule.Replace(", .", $", .{Root} .", StringComparison.Ordinal))
        .Select(rule => $".{Root} {rule}\n"));
}

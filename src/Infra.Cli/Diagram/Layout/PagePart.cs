using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Around the picture: its title, the steps of a request in words, and what the lines mean.</summary>
internal static class PagePart
{
    private const double LegendWidth = 400;

    /// <summary>The kinds of lines, and what they mean.</summary>
    public static IReadOnlyList<(LineKind Kind, string Meaning)> Legend { get; } =
    [
        (LineKind.Request, "path of a request"),
        (LineKind.SpareRequest, "the same, under load"),
        (LineKind.Traffic, "other traffic"),
    ];

    public static string Title(Architecture architecture) => $"{architecture.ProjectName}: architecture of {architecture.StackName}";

    public static string Summary(Architecture architecture)
    {
        var zones = architecture.Zones.Count;
        return $"{Comparison(architecture)}{architecture.Region}, {zones} Availability Zones, "
            + $"{architecture.Servers} behind a load balancer";
    }

    // What the marks mean; first, since the rest may be shortened.
    private static string Comparison(Architecture architecture) =>
        architecture.IsComparison ? "+ new, \u2212 gone, ~ changed; " : "";

    public static string Description(RequestCanvas sheet)
    {
        var steps = string.Join("; ", sheet.Steps.Select(step => $"{step.Number}. {step.Title}: {step.Detail}"));
        return $"{Summary(sheet.Architecture)}. The path of a request: {steps}.";
    }

    public static void Draw(Sheet sheet)
    {
        const double Whole = Columns.PageWidth - (2 * Columns.Margin);
        var width = Whole - LegendWidth;
        sheet.Add(Heading("title", 0, width, Title(sheet.Architecture), Summary(sheet.Architecture)));
        sheet.DrawSteps(Columns.Margin, Whole, sheet.Rows.Steps);
        DrawLegend(sheet);
    }

    /// <summary>The title of a page, or of a part of it.</summary>
    public static Box Heading(string name, double top, double width, string title, string summary)
    {
        return new()
        {
            Name = name,
            Kind = BoxKind.Caption,
            Bounds = new(Columns.Margin, top + 8, width, 56),
            Texts = [Line(title, TextStyle.Title, top + 34), Line(summary, TextStyle.Subtitle, top + 56)],
        };

        Text Line(string text, TextStyle style, double baseline) =>
            new(TextWidth.Fit(width, style, text), text, style, Columns.Margin, baseline);
    }

    // At the right of the title, in two columns.
    private static void DrawLegend(Sheet sheet)
    {
        const double Left = Columns.PageWidth - Columns.Margin - LegendWidth + 10;
        foreach (var (index, (kind, meaning)) in Legend.Index())
            sheet.DrawMeaning(kind, meaning, Left + (index / 2 * 200), 26 + (index % 2 * 22));
    }
}

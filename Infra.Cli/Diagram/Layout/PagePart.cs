using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Around the picture: its title, the steps of a request in words, and what the lines mean.</summary>
internal static class PagePart
{
    // The steps of the longest path, and the kinds of lines.
    private const int PlacesInRow = 4;
    private const double LegendWidth = 400;

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

    public static string Description(Sheet sheet)
    {
        var steps = string.Join("; ", sheet.Steps.Select(step => $"{step.Number}. {step.Title}: {step.Detail}"));
        return $"{Summary(sheet.Architecture)}. The path of a request: {steps}.";
    }

    public static void Draw(Sheet sheet)
    {
        const double Whole = Columns.PageWidth - (2 * Columns.Margin);
        var width = Whole - LegendWidth;
        sheet.Add(Heading("title", 0, width, Title(sheet.Architecture), Summary(sheet.Architecture)));
        DrawSteps(sheet, Whole);
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

    private static void DrawSteps(Sheet sheet, double width)
    {
        const double TextLeft = 30;
        var row = sheet.Rows.Steps;
        var room = width / PlacesInRow;
        foreach (var (index, step) in sheet.Steps.Index())
        {
            var left = Columns.Margin + (index * room);
            sheet.Mark(step.Kind, left + Badge.Radius + 2, (row.Top + row.Bottom) / 2);
            var bounds = Rect.Between(left + TextLeft, row.Top, left + room - 8, row.Bottom);
            sheet.Add(Writing.Caption($"step-{step.Number}", bounds, null, Words.Label(step.Title), Words.Detail(step.Detail, step.Brief)));
        }
    }

    // At the right of the title, in two columns.
    private static void DrawLegend(Sheet sheet)
    {
        const double SampleWidth = 34;
        const double LineHeight = 22;
        (LineKind Kind, string Meaning)[] entries =
        [
            (LineKind.Request, "path of a request"),
            (LineKind.SpareRequest, "the same, under load"),
            (LineKind.Traffic, "other traffic"),
        ];
        foreach (var (index, (kind, meaning)) in entries.Index())
        {
            var left = Columns.PageWidth - Columns.Margin - LegendWidth + 10 + (index / 2 * 200);
            var (name, middle) = ($"legend-{kind}", 26 + (index % 2 * LineHeight));
            var bounds = Rect.Between(left + SampleWidth + 8, middle - (LineHeight / 2), left + 195, middle + (LineHeight / 2));
            sheet.Add(Writing.Caption(name, bounds, null, Words.Detail(meaning)));
            sheet.Connect(new(kind, name, name, new Point(left, middle), new Point(left + SampleWidth, middle)));
        }
    }
}

using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Around the picture: its title, the steps of a request in words, and what the lines mean.</summary>
internal static class PagePart
{
    // The steps of the longest path, and the kinds of lines.
    private const int PlacesInRow = 4;

    public static string Title(Architecture architecture) => $"{architecture.ProjectName}: architecture of {architecture.StackName}";

    public static string Summary(Architecture architecture)
    {
        var zones = architecture.Zones.Count;
        return $"{architecture.Region}, {zones} Availability Zones, {architecture.Servers} behind an Application Load Balancer"
            + (architecture.IsComparison ? "; + new, \u2212 gone, ~ changed" : "");
    }

    public static string Description(Sheet sheet)
    {
        var steps = string.Join("; ", sheet.Steps.Select(step => $"{step.Number}. {step.Title}: {step.Detail}"));
        return $"{Summary(sheet.Architecture)}. The path of a request: {steps}.";
    }

    public static void Draw(Sheet sheet)
    {
        var width = Columns.PageWidth - (2 * Columns.Margin);
        sheet.Add(new()
        {
            Name = "title",
            Kind = BoxKind.Caption,
            Bounds = new(Columns.Margin, 10, width, 54),
            Texts =
            [
                Line(Title(sheet.Architecture), TextStyle.Title, 34),
                Line(Summary(sheet.Architecture), TextStyle.Subtitle, 56),
            ],
        });
        DrawSteps(sheet, width);
        DrawLegend(sheet, width);

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
            sheet.Add(Writing.Caption($"step-{step.Number}", bounds, null, Words.Label(step.Title), Words.Detail(step.Detail)));
        }
    }

    private static void DrawLegend(Sheet sheet, double width)
    {
        const double SampleWidth = 40;
        (LineKind Kind, string Meaning)[] entries =
        [
            (LineKind.Request, "path of a request"),
            (LineKind.SpareRequest, "the same, under load"),
            (LineKind.Traffic, "other traffic"),
            (LineKind.Evidence, "logs, metrics and events"),
        ];
        var room = width / PlacesInRow;
        var row = sheet.Rows.Legend;
        var middle = (row.Top + row.Bottom) / 2;
        foreach (var (index, (kind, meaning)) in entries.Index())
        {
            var (left, name) = (Columns.Margin + (index * room), $"legend-{kind}");
            var bounds = Rect.Between(left + SampleWidth + 10, row.Top, left + room - 10, row.Bottom);
            sheet.Add(Writing.Caption(name, bounds, null, Words.Detail(meaning)));
            sheet.Connect(new(kind, name, name, new Point(left, middle), new Point(left + SampleWidth, middle)));
        }
    }
}

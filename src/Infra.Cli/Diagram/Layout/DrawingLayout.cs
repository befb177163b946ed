using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Gives everything in an architecture its place on a page: the same architecture, the same page.</summary>
internal static class DrawingLayout
{
    /// <summary>The path of a request: the main drawing.</summary>
    public static Drawing Of(Architecture architecture) => Page(Request(architecture), PagePart.Title(architecture));

    /// <summary>What is recorded, and who is told.</summary>
    public static Drawing Operations(Architecture architecture)
    {
        const double Top = 70;
        var canvas = new Canvas();
        const string Summary = "What is recorded, how long it is kept, and who is told";
        var title = $"{architecture.ProjectName}: operations of {architecture.StackName}";
        canvas.Add(PagePart.Heading("operations-title", 0, Columns.PageWidth - (2 * Columns.Margin), title, Summary));
        var bottom = OperationsPart.Draw(canvas, architecture, Top);
        return new()
        {
            Title = title,
            Description = $"{Summary}: " + string.Join("; ", canvas.Boxes.Where(box => box.Kind == BoxKind.Card)
                    .Select(box => string.Join(", ", box.Texts.Select(text => text.Whole).Where(whole => whole != "")))) + ".",
            Width = Columns.PageWidth,
            Height = bottom + Columns.Margin,
            Boxes = canvas.Boxes,
            Lines = canvas.Lines,
            Badges = canvas.Badges,
        };
    }

    /// <summary>Both, one below the other.</summary>
    public static Drawing Whole(Architecture architecture)
    {
        var (sheet, operations) = (Request(architecture), new Canvas());
        var bottom = OperationsPart.Draw(operations, architecture, sheet.Rows.PageHeight);
        var drawing = Page(sheet, PagePart.Title(architecture));
        return drawing with
        {
            Height = bottom + Columns.Margin,
            Boxes = [.. drawing.Boxes, .. operations.Boxes],
            Lines = [.. drawing.Lines, .. operations.Lines],
        };
    }

    private static Sheet Request(Architecture architecture)
    {
        var sheet = new Sheet(architecture);
        PagePart.Draw(sheet);
        FramePart.Draw(sheet);
        FrontPart.Draw(sheet);
        GuardPart.Draw(sheet);
        LoadBalancerPart.Draw(sheet);
        FrontPart.Connect(sheet);
        GroupPart.Draw(sheet);
        EgressPart.Draw(sheet);
        CertificatePart.Draw(sheet);
        return sheet;
    }

    private static Drawing Page(Sheet sheet, string title) => new()
    {
        Title = title,
        Description = PagePart.Description(sheet),
        Width = Columns.PageWidth,
        Height = sheet.Rows.PageHeight,
        Boxes = sheet.Boxes,
        Lines = sheet.Lines,
        Badges = sheet.Badges,
    };
}

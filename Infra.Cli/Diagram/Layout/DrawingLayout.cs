using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Gives everything in an architecture its place on a page: the same architecture, the same page.</summary>
internal static class DrawingLayout
{
    public static Drawing Of(Architecture architecture)
    {
        var sheet = new Sheet(architecture);
        PagePart.Draw(sheet);
        FramePart.Draw(sheet);
        FrontPart.Draw(sheet);
        LoadBalancerPart.Draw(sheet);
        FrontPart.Connect(sheet);
        GroupPart.Draw(sheet);
        EgressPart.Draw(sheet);
        EvidencePart.Draw(sheet);
        return new()
        {
            Title = PagePart.Title(architecture),
            Description = PagePart.Description(sheet),
            Width = Columns.PageWidth,
            Height = sheet.Rows.PageHeight,
            Boxes = sheet.Boxes,
            Lines = sheet.Lines,
            Badges = sheet.Badges,
        };
    }
}

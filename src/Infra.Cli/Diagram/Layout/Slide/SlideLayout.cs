using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>
/// The path of a request for who sits in the last row: wide, with fewer details than the main drawing. Names of things are all there;
/// blocks of addresses, network ACLs and targets are left to the main drawing.
/// </summary>
internal static class SlideLayout
{
    public static Drawing Of(Architecture architecture)
    {
        var sheet = new SlideSheet(architecture);
        SlideFrames.Draw(sheet);
        SlideFront.Draw(sheet);
        SlideBalancer.Draw(sheet);
        SlideFront.Connect(sheet);
        SlideGroup.Draw(sheet);
        SlideEgress.Draw(sheet);
        DrawWords(sheet);
        return new()
        {
            Title = PagePart.Title(architecture),
            Description = PagePart.Description(sheet),
            Width = SlideArea.Width,
            Height = SlideArea.Height,
            Boxes = sheet.Boxes,
            Lines = sheet.Lines,
            Badges = sheet.Badges,
        };
    }

    private static void DrawWords(SlideSheet sheet)
    {
        sheet.DrawSteps(SlideArea.Margin, SlideArea.Width - (2 * SlideArea.Margin), (SlideArea.StepsTop, SlideArea.StepsBottom));
        foreach (var (index, (kind, meaning)) in PagePart.Legend.Index())
            sheet.DrawMeaning(kind, meaning, SlideArea.Margin, 20 + (index * 22));
    }
}

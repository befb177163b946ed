using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The state before, on the same sheet as the state after: one server on the internet, and beside it what it has not.</summary>
internal static class BeforeLayout
{
    private const string Clients = "clients";
    private const string Gateway = "internet-gateway";
    private const string Server = "server";
    private const double Left = 150;
    private const double Right = 460;
    private const double VpcRight = 480;
    private const double LacksLeft = 520;
    private const double LackHeight = 46;
    private const double LackGap = 8;
    private const double Top = 78;

    public static Drawing Of(BeforeArchitecture before)
    {
        const string Title = "Before: the naked server";
        const string Summary = "as the assignment describes it; what it has not is at the right";
        var canvas = new Canvas();
        canvas.Add(PagePart.Heading("title", 0, Columns.PageWidth - (2 * Columns.Margin), Title, Summary));
        var bottom = DrawLacks(canvas, before);
        DrawFrames(canvas, bottom);
        DrawWay(canvas, before, bottom);
        return new()
        {
            Title = Title,
            Description = $"Clients reach one EC2 instance with a public IP address by {before.Protocol} :{before.Port}, "
                + "with nothing between. "
                + string.Join("; ", before.Lacks.Select(lack => $"{lack.Requirement}: {lack.What}, {lack.Effect}")) + ".",
            Width = Columns.PageWidth,
            Height = bottom + Columns.Margin,
            Boxes = canvas.Boxes,
            Lines = canvas.Lines,
            Badges = canvas.Badges,
        };
    }

    private static double DrawLacks(Canvas canvas, BeforeArchitecture before)
    {
        var y = Top;
        foreach (var (requirement, what, effect) in before.Lacks)
        {
            canvas.Add(Writing.Card(
                $"lack-{requirement}",
                BoxKind.Spare,
                Rect.Between(LacksLeft, y, Columns.CloudRight, y + LackHeight),
                null,
                Glyph.Missing,
                Words.Heading($"{requirement}: {what}"),
                Words.Detail(effect)));
            y += LackHeight + LackGap;
        }

        return y - LackGap;
    }

    private static void DrawFrames(Canvas canvas, double bottom)
    {
        const double NameWidth = 110;
        const double CloudTop = Top + Rows.CardHeight + 34;
        Frame("cloud", BoxKind.Cloud, Columns.Margin, CloudTop, VpcRight + 16, bottom, null, "AWS Cloud");
        Frame("region", BoxKind.Region, Columns.RegionLeft, CloudTop + 24, VpcRight + 8, bottom - 8, "cloud", "Region");
        Frame("vpc", BoxKind.Vpc, Columns.VpcLeft, CloudTop + 50, VpcRight, bottom - 16, "region", "VPC");
        Frame("zone", BoxKind.Zone, Columns.ZonesLeft, CloudTop + 108, VpcRight - 8, bottom - 24, "vpc", "Zone");
        Frame("public", BoxKind.PublicSubnet, Columns.ZonesLeft + 4, CloudTop + 132, VpcRight - 12, bottom - 28, "zone", "Public subnet");

        void Frame(string name, BoxKind kind, double left, double top, double right, double end, string? parent, string label) =>
            canvas.Add(Writing.Frame(name, kind, Rect.Between(left, top, right, end), parent, NameWidth, Words.Label(label)));
    }

    private static void DrawWay(Canvas canvas, BeforeArchitecture before, double bottom)
    {
        const double Lane = (Left + Right) / 2;
        var vpc = canvas["vpc"];
        Card(Clients, Top, Rows.CardHeight, null, Glyph.Clients, "Clients", "from anywhere");
        Card(Gateway, vpc.Y + 10, Rows.CardHeight, "vpc", Glyph.Gateway, "Internet gateway", "lets everything through");
        Card(
            Server, bottom - 28 - 20 - 62, 62, "public", Glyph.Server,
            "EC2 instance, the only one", "public IP address", $"{before.Protocol} :{before.Port}");
        canvas.ConnectVertically(LineKind.Request, Clients, Gateway, Lane);
        canvas.ConnectVertically(LineKind.Request, Gateway, Server, Lane);
        canvas.Add(Writing.Caption(
            "caption",
            new(Lane + 14, Top + Rows.CardHeight + 6, 180, 20),
            null,
            Words.Detail($"{before.Protocol} :{before.Port}, not encrypted")));

        void Card(string name, double top, double height, string? parent, Glyph glyph, string heading, params string[] details) =>
            canvas.Add(Writing.Card(
                name, BoxKind.Card, Rect.Between(Left, top, Right, top + height), parent, glyph,
                [Words.Heading(heading), .. details.Select(detail => Words.Detail(detail))]));
    }
}

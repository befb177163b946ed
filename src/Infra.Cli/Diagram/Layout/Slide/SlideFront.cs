using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>What a request passes before it reaches the load balancer.</summary>
internal static class SlideFront
{
    private const string Clients = "clients";
    private const string Gateway = "internet-gateway";

    // From the way of a question to the way of its answer, half of it.
    private const double AnswerOffset = 5;

    public static void Draw(SlideSheet sheet)
    {
        var architecture = sheet.Architecture;
        var origins = string.Join(", ", architecture.ClientCidrs);
        sheet.Add(Wall(
            Clients, null, Glyph.Clients, SlideArea.OutsideLeft, SlideArea.OutsideRight,
            Words.Heading("Clients"), Words.Detail($"from {origins}", origins)));
        if (architecture.SiteName is { } site)
            DrawDns(sheet, site);
        if (architecture.Firewall is { Briefly: var rules })
        {
            sheet.Add(Wall(
                FrontPart.Firewall, FramePart.Region, Glyph.Firewall, SlideArea.RegionalLeft, SlideArea.RegionalRight,
                Words.Heading("AWS WAF"), Words.Detail(rules)));
        }

        sheet.Add(Wall(
            Gateway, FramePart.Vpc, Glyph.Gateway, SlideArea.GatewayLeft, SlideArea.GatewayRight,
            Words.Heading("Internet"), Words.Heading("gateway")));
    }

    /// <summary>The ways from the clients to the listeners, which must be there by now.</summary>
    public static void Connect(SlideSheet sheet)
    {
        string[] way = sheet.Has(FrontPart.Firewall) ? [Clients, FrontPart.Firewall, Gateway] : [Clients, Gateway];
        var https = sheet[LoadBalancerPart.HttpsListener].CenterY;
        foreach (var (from, to) in Steps(LoadBalancerPart.HttpsListener))
            sheet.ConnectHorizontally(LineKind.Request, from, to, https);
        if (sheet.Has(LoadBalancerPart.HttpListener))
        {
            var http = sheet[LoadBalancerPart.HttpListener].CenterY;
            foreach (var (from, to) in Steps(LoadBalancerPart.HttpListener))
            {
                sheet.ConnectHorizontally(LineKind.Traffic, from, to, http - AnswerOffset);
                sheet.ConnectHorizontally(LineKind.Traffic, to, from, http + AnswerOffset);
            }
        }

        sheet.Mark(StepKind.Inspection, (SlideArea.OutsideRight + SlideArea.CloudLeft) / 2, https);
        sheet.Mark(StepKind.Tls, (SlideArea.GatewayRight + SlideArea.ZonesLeft) / 2, https);

        IEnumerable<(string From, string To)> Steps(string listener) => way.Zip([.. way[1..], listener]);
    }

    private static Box Wall(
        string name, string? parent, Glyph glyph, double left, double right, params IReadOnlyList<Words> words) => Writing.Card(
        name, BoxKind.Card, Rect.Between(left, SlideArea.WayTop, right, SlideArea.WayBottom), parent, glyph, words);

    private static void DrawDns(SlideSheet sheet, SiteName site)
    {
        const string Dns = "dns";
        const double Top = 86;
        const double Middle = (SlideArea.OutsideLeft + SlideArea.OutsideRight) / 2;
        sheet.Add(Writing.Card(
            Dns,
            BoxKind.Card,
            Rect.Between(SlideArea.OutsideLeft, Top, SlideArea.OutsideRight, Top + Rows.CardHeight),
            null,
            Glyph.Dns,
            Words.Heading("Amazon Route 53", "Route 53"),
            Words.Detail(site.Name)));
        sheet.ConnectVertically(LineKind.Request, Clients, Dns, Middle);
        sheet.Mark(StepKind.Lookup, Middle, (Top + Rows.CardHeight + SlideArea.WayTop + 5) / 2);
    }
}

using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>What a request passes before it reaches the load balancer: DNS, the firewall, the internet gateway.</summary>
internal static class FrontPart
{
    private const string Clients = "clients";
    public const string Firewall = "firewall";
    private const string Gateway = "internet-gateway";

    // From the way of a question to the way of its answer, half of it.
    private const double AnswerOffset = 5;

    public static void Draw(Sheet sheet)
    {
        var architecture = sheet.Architecture;
        var origins = string.Join(", ", architecture.ClientCidrs);
        sheet.Add(Front(Clients, sheet.Rows.Clients, null, Glyph.Clients, "Clients", $"from {origins}"));
        if (architecture.SiteName is { } site)
            DrawDns(sheet, site);
        if (architecture.Firewall is { Rules: var rules })
            sheet.Add(Front(Firewall, sheet.Rows.Firewall!.Value, FramePart.Region, Glyph.Firewall, "AWS WAF", string.Join(", ", rules)));

        var gateway = Rect.Between(Columns.FrontLeft, sheet.Rows.Gateway.Top, Columns.FrontRight, sheet.Rows.Gateway.Bottom);
        sheet.Add(Writing.Card(Gateway, BoxKind.Card, gateway, FramePart.Vpc, Glyph.Gateway, Words.Heading("Internet gateway")));
    }

    /// <summary>The ways from the clients to the listeners, which must be there by now.</summary>
    public static void Connect(Sheet sheet)
    {
        string[] way = sheet.Has(Firewall) ? [Clients, Firewall, Gateway] : [Clients, Gateway];
        string[] https = [.. way, LoadBalancerPart.HttpsListener];
        string[] http = [.. way, LoadBalancerPart.HttpListener];
        var redirect = sheet.Architecture.Redirect;
        var (httpsLane, httpLane) = (sheet.Columns.HttpsLane, sheet.Columns.HttpLane);

        foreach (var (from, to) in https.Zip(https.Skip(1)))
            sheet.ConnectVertically(LineKind.Request, from, to, httpsLane);
        foreach (var (from, to) in redirect is null ? [] : http.Zip(http.Skip(1)))
        {
            sheet.ConnectVertically(LineKind.Traffic, from, to, httpLane - AnswerOffset);
            sheet.ConnectVertically(LineKind.Traffic, to, from, httpLane + AnswerOffset);
        }

        var above = (sheet.Rows.Clients.Bottom + sheet.Rows.RegionTop) / 2;
        var below = (sheet.Rows.ZonesTop + sheet.Rows.PublicTop) / 2;
        sheet.Mark(StepKind.Inspection, httpsLane, above);
        sheet.Mark(StepKind.Tls, httpsLane, sheet.Has(Firewall) ? below : above);

        DrawCaption("https-caption", httpsLane + Badge.Radius + 6, sheet.Architecture.Https.Address);
        if (redirect is not null)
        {
            DrawCaption(
                "http-caption", httpLane + AnswerOffset + 10, $"{redirect.Address}, answered by {redirect.First.Redirect!.StatusCode}");
        }

        void DrawCaption(string name, double x, string text) =>
            sheet.Add(Writing.Caption(name, new(x, above - 10, 190, 20), null, Words.Detail(text)));
    }

    private static Box Front(string name, (double Top, double Bottom) row, string? parent, Glyph glyph, string heading, string detail) =>
        Writing.Card(
            name,
            BoxKind.Card,
            Rect.Between(Columns.FrontLeft, row.Top, Columns.FrontRight, row.Bottom),
            parent,
            glyph,
            Words.Heading(heading),
            Words.Detail(detail));

    private static void DrawDns(Sheet sheet, SiteName site)
    {
        const string Dns = "dns";
        const double HalfArrowHead = 5;
        var records = string.Join(", ", site.RecordTypes);
        sheet.Add(Writing.Beside(Dns, sheet.Rows.Clients.Top, null, Glyph.Dns, "Amazon Route 53", $"{site.Name} ({records})", site.Name));

        var middle = sheet[Dns].CenterY;
        sheet.ConnectHorizontally(LineKind.Request, Clients, Dns, middle);
        sheet.Mark(StepKind.Lookup, ((Columns.FrontRight + Columns.SideLeft) / 2) - HalfArrowHead, middle);
    }
}

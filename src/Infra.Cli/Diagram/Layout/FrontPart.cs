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
        sheet.Add(Front(Clients, sheet.Rows.Clients, null, Glyph.Clients, "Clients", Columns.FrontRight, $"from {origins}"));
        if (architecture.SiteName is { } site)
            DrawDns(sheet, site);
        if (architecture.Firewall is { Rules: var rules })
        {
            sheet.Add(Front(
                Firewall, sheet.Rows.Firewall!.Value, FramePart.Region, Glyph.Firewall, "AWS WAF", Columns.SideRight,
                string.Join(", ", rules)));
        }


        var gateway = Rect.Between(Columns.FrontLeft, sheet.Rows.Gateway.Top, Columns.FrontRight, sheet.Rows.Gateway.Bottom);
        sheet.Add(Writing.Card(Gateway, BoxKind.Card, gateway, FramePart.Vpc, Glyph.Gateway, Words.Heading("Internet gateway")));
    }

    /// <summary>The ways from the clients to the listeners, which must be there by now.</summary>
    public static void Connect(Sheet sheet)
    {
        string[] way = sheet.Has(Firewall) ? [Clients, Firewall, Gateway] : [Clients, Gateway];
        string[] https = [.. way, GuardPart.Public, LoadBalancerPart.HttpsListener];
        string[] http = [.. way, GuardPart.Public, LoadBalancerPart.HttpListener];
        var redirect = sheet.Architecture.Redirect;
        var (httpsLane, httpLane) = (sheet.Columns.HttpsLane, sheet.Columns.HttpLane);

        foreach (var (from, to) in https.Zip(https.Skip(1)))
            sheet.ConnectVertically(LineKind.Request, from, to, httpsLane);
        foreach (var (from, to) in redirect is null ? [] : http.Zip(http.Skip(1)))
        {
            sheet.ConnectVertically(LineKind.Traffic, from, to, httpLane - AnswerOffset);
            sheet.ConnectVertically(LineKind.Traffic, to, from, httpLane + AnswerOffset);
        }

        var above = (sheet.Rows.Clients.Bottom + sheet.Rows.CloudTop) / 2;
        sheet.Mark(StepKind.Inspection, httpsLane, above);
        sheet.Mark(StepKind.Tls, httpsLane, sheet.Rows.PublicTop + Badge.Radius);

        DrawCaption("https-caption", httpsLane + Badge.Radius + 6, 200, sheet.Architecture.Https.Address);
        if (redirect is not null)
        {
            // Left of its line, since the other one may be close at its right.
            var text = $"{redirect.Address}, answered by {redirect.First.Redirect!.StatusCode}";
            var width = TextWidth.Of(text, TextStyle.Detail);
            DrawCaption("http-caption", httpLane - AnswerOffset - 10 - width, width, text);
        }

        void DrawCaption(string name, double x, double width, string text) =>
            sheet.Add(Writing.Caption(name, new(x, above - 10, width, 20), null, Words.Detail(text)));
    }

    private static Box Front(
        string name, (double Top, double Bottom) row, string? parent, Glyph glyph, string heading, double right, string detail) =>
        Writing.Card(
            name,
            BoxKind.Card,
            Rect.Between(Columns.FrontLeft, row.Top, right, row.Bottom),
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

namespace Infra.Cli.Diagram.Layout;

/// <summary>What the servers reach outside their subnets: the site's bucket, and endpoints or the internet.</summary>
internal static class EgressPart
{
    private const string InterfaceEndpoints = "interface-endpoints";
    private const string GatewayEndpoint = "gateway-endpoint";
    private const string SiteBucket = "site-bucket";
    private const double NatWidth = 170;
    private const double NatInset = 6;

    public static void Draw(Sheet sheet)
    {
        DrawNatGateways(sheet);
        DrawInterfaceEndpoints(sheet);
        DrawGatewayEndpoint(sheet);
    }

    private static void DrawNatGateways(Sheet sheet)
    {
        if (sheet.Rows.Nat is not { } row)
            return;

        var zones = sheet.Architecture.Zones;
        foreach (var (index, _) in zones.Index().Where(entry => entry.Item.HasNatGateway))
        {
            var (left, width) = sheet.Columns.Subnet(index);
            var bounds = new Rect(left + NatInset, row.Top, Math.Min(NatWidth, width - (2 * NatInset)), row.Bottom - row.Top);
            sheet.Add(Writing.Card(
                Nat(zones[index].Name),
                BoxKind.Card,
                bounds,
                FramePart.Public(index),
                Glyph.None,
                Words.Label("NAT gateway", "NAT"),
                Words.Detail("to the internet", "way out")));
        }

        foreach (var (index, zone) in zones.Index())
        {
            if (zone.Private.NatGatewayZone is not { } natZone)
                continue;

            var nat = sheet[Nat(natZone)];
            var start = natZone == zone.Name ? nat.CenterX : sheet[FramePart.Private(index)].X + (NatWidth / 3);
            var bend = (sheet.Rows.PublicBottom + sheet.Rows.PrivateTop) / 2;
            sheet.Connect(new(
                LineKind.Traffic,
                FramePart.Private(index),
                Nat(natZone),
                new Point(start, sheet.Rows.PrivateTop),
                new Point(start, bend),
                new Point(nat.CenterX, bend),
                new Point(nat.CenterX, nat.Bottom)));
        }
    }

    private static string Nat(string zone) => $"nat-{zone}";

    private static void DrawInterfaceEndpoints(Sheet sheet)
    {
        if (sheet.Rows.InterfaceEndpoints is not { } row)
            return;

        var services = string.Join(", ", sheet.Architecture.InterfaceEndpoints);
        var bounds = Rect.Between(Columns.SpanLeft, row.Top, Columns.SpanRight, row.Bottom);
        var name = Words.Heading($"Interface endpoints: {services}");
        sheet.Add(Writing.Card(InterfaceEndpoints, BoxKind.Card, bounds, FramePart.Vpc, Glyph.Endpoint, name));
        sheet.ConnectVertically(LineKind.Traffic, GroupPart.Group, InterfaceEndpoints, sheet.Columns.HttpsLane);
    }

    private static void DrawGatewayEndpoint(Sheet sheet)
    {
        if (sheet.Rows.GatewayEndpoint is not { } row)
            return;

        var services = string.Join(", ", sheet.Architecture.GatewayEndpoints).ToUpperInvariant();
        var bounds = Rect.Between(Columns.SpanLeft, row.Top, Columns.SpanRight, row.Bottom);
        var name = Words.Heading($"Gateway endpoint: {services}");
        sheet.Add(Writing.Card(GatewayEndpoint, BoxKind.Card, bounds, FramePart.Vpc, Glyph.Endpoint, name));
        for (var index = 0; index < sheet.Architecture.Zones.Count; index++)
            sheet.ConnectVertically(LineKind.Traffic, FramePart.Private(index), GatewayEndpoint, sheet[FramePart.Private(index)].CenterX);

        DrawBucket(sheet, bounds.CenterY);
        sheet.ConnectHorizontally(LineKind.Traffic, GatewayEndpoint, SiteBucket, bounds.CenterY);
    }

    // An application has an object of its own in the same bucket, on a line of its own.
    private static void DrawBucket(Sheet sheet, double middle)
    {
        const double TallHeight = 58;
        var objects = sheet.Architecture.Objects;
        var height = objects.Count > 1 ? TallHeight : Rows.CardHeight;
        sheet.Add(Writing.Card(
            SiteBucket,
            BoxKind.Card,
            new(Columns.SideLeft, middle - (height / 2), Columns.SideRight - Columns.SideLeft, height),
            FramePart.Region,
            Glyph.Bucket,
            [
                Words.Heading(sheet.Architecture.Bucket),
                .. objects.Select(name => Words.Detail(name)),
            ]));
    }
}

using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>What the servers reach, and by which way: one card for all of it.</summary>
internal static class SlideEgress
{
    private const string Egress = "egress";
    private const string Bucket = "site-bucket";

    public static void Draw(SlideSheet sheet)
    {
        var ways = WaysOf(sheet.Architecture).ToList();
        sheet.Add(Writing.Card(
            Egress,
            BoxKind.Card,
            Rect.Between(SlideArea.GatewayLeft, SlideArea.EgressTop, SlideArea.ZonesRight, SlideArea.EgressBottom),
            FramePart.Vpc,
            Glyph.Endpoint,
            Words.Heading("What the servers reach"),
            Words.Detail(ways.Count == 0 ? "nothing outside the VPC" : string.Join("; ", ways))));
        sheet.ConnectVertically(LineKind.Traffic, GroupPart.Group, Egress, SlideArea.GroupBounds.CenterX);
        if (sheet.Architecture.GatewayEndpoints.Count == 0)
            return;

        var objects = sheet.Architecture.ApplicationObject is null ? "site" : "application";
        sheet.Add(Writing.Card(
            Bucket,
            BoxKind.Card,
            Rect.Between(SlideArea.RegionalLeft, SlideArea.EgressTop, SlideArea.RegionalRight, SlideArea.EgressBottom),
            FramePart.Region,
            Glyph.Bucket,
            Words.Heading("S3 bucket"),
            Words.Detail(objects)));
        sheet.ConnectHorizontally(LineKind.Traffic, Egress, Bucket, sheet[Egress].CenterY);
    }

    private static IEnumerable<string> WaysOf(Architecture architecture)
    {
        if (architecture.GatewayEndpoints.Count > 0)
            yield return $"{string.Join(", ", architecture.GatewayEndpoints).ToUpperInvariant()} by gateway endpoint";
        if (architecture.InterfaceEndpoints.Count > 0)
            yield return $"{string.Join(", ", architecture.InterfaceEndpoints)} by interface endpoints";
        var gateways = architecture.Zones.Count(zone => zone.HasNatGateway);
        if (gateways > 0)
            yield return gateways == 1 ? "the internet by a NAT gateway" : $"the internet by {gateways} NAT gateways";
    }
}

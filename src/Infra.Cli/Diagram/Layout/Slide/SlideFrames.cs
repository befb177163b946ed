using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>AWS's cloud, the region, the VPC, and its zones with their subnets.</summary>
internal static class SlideFrames
{
    // Up to what stands beside the name.
    private const double NameWidth = 136;
    private const double RegionNameWidth = SlideArea.VpcLeft - SlideArea.RegionLeft - 12;

    public static void Draw(SlideSheet sheet)
    {
        var (region, vpc) = (sheet.Architecture.Region, sheet.Architecture.Vpc);
        Frame(
            FramePart.Cloud, BoxKind.Cloud, null, NameWidth, Words.Label("AWS Cloud"),
            Rect.Between(SlideArea.CloudLeft, SlideArea.CloudTop, SlideArea.CloudRight, SlideArea.CloudBottom));
        Frame(
            FramePart.Region, BoxKind.Region, FramePart.Cloud, RegionNameWidth, Words.Label($"Region {region}", region),
            Rect.Between(SlideArea.RegionLeft, SlideArea.RegionTop, SlideArea.RegionRight, SlideArea.RegionBottom));
        Frame(
            FramePart.Vpc, BoxKind.Vpc, FramePart.Region, NameWidth, Words.Label($"VPC {vpc.Cidr}", "VPC"),
            Rect.Between(SlideArea.VpcLeft, SlideArea.VpcTop, SlideArea.VpcRight, SlideArea.VpcBottom));
        foreach (var (index, zone) in sheet.Architecture.Zones.Index())
            DrawZone(sheet, index, zone);

        void Frame(string name, BoxKind kind, string? parent, double width, Words words, Rect bounds) =>
            sheet.Add(Writing.Frame(name, kind, bounds, parent, width, words));
    }

    private static void DrawZone(SlideSheet sheet, int index, Zone zone)
    {
        const double ZoneNameWidth = SlideArea.ZonesRight - SlideArea.PrivateRight - 5;
        var (zones, name) = (sheet.Zones, $"zone-{index}");

        // The region's name is on the region.
        var letter = zone.Name.Replace(sheet.Architecture.Region, "", StringComparison.Ordinal);
        sheet.Add(Writing.FrameNamedAtRight(
            name, BoxKind.Zone, zones.Zone(index), FramePart.Vpc, ZoneNameWidth, Words.Label(zone.Name, $"Zone {letter}")));
        Subnet(FramePart.Public(index), BoxKind.PublicSubnet, "Public subnets", SlideArea.PublicLeft, SlideArea.PublicRight);
        Subnet(FramePart.Private(index), BoxKind.PrivateSubnet, "Private subnets", SlideArea.PrivateLeft, SlideArea.PrivateRight);

        // What spans the zones leaves room for a name in the first one alone.
        void Subnet(string subnet, BoxKind kind, string label, double left, double right) => sheet.Add(Writing.Frame(
            subnet, kind, zones.Subnet(index, left, right), name, NameWidth, index == 0 ? [Words.Label(label)] : []));
    }
}

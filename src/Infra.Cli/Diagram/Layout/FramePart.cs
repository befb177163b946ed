using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Layout;

/// <summary>AWS's cloud, the region, the VPC, and its zones with their subnets.</summary>
internal static class FramePart
{
    public const string Cloud = "cloud";
    public const string Region = "region";
    public const string Vpc = "vpc";

    public static string Public(int index) => $"public-{index}";

    public static string Private(int index) => $"private-{index}";

    public static void Draw(Sheet sheet)
    {
        const double NameWidth = Columns.FrontLeft - Columns.ZonesLeft - 12;
        var (rows, vpc) = (sheet.Rows, sheet.Architecture.Vpc);

        var cloud = Rect.Between(Columns.Margin, rows.CloudTop, Columns.CloudRight, rows.CloudBottom);
        sheet.Add(Writing.Frame(Cloud, BoxKind.Cloud, cloud, null, NameWidth, Words.Label("AWS Cloud")));

        var region = Rect.Between(Columns.RegionLeft, rows.RegionTop, Columns.RegionRight, rows.RegionBottom);
        var regionName = sheet.Architecture.Region;
        const double RegionNameWidth = Columns.FrontLeft - Columns.RegionLeft - 8;
        sheet.Add(Writing.Frame(Region, BoxKind.Region, region, Cloud, RegionNameWidth, Words.Label($"Region {regionName}", regionName)));

        var network = Rect.Between(Columns.VpcLeft, rows.VpcTop, Columns.VpcRight, rows.VpcBottom);
        Words[] blocks = [Words.Detail(vpc.Cidr), .. vpc.IPv6Prefix is { } prefix ? [Words.Detail($"IPv6 {prefix}")] : (Words[])[]];
        sheet.Add(Writing.Frame(Vpc, BoxKind.Vpc, network, Region, NameWidth, [Words.Label("VPC"), .. blocks]));

        foreach (var (index, zone) in sheet.Architecture.Zones.Index())
            DrawZone(sheet, index, zone);
    }

    private static void DrawZone(Sheet sheet, int index, Zone zone)
    {
        var (columns, rows, name) = (sheet.Columns, sheet.Rows, $"zone-{index}");
        var (x, width) = columns.Zone(index);
        var bounds = Rect.Between(x, rows.ZonesTop, x + width, rows.ZonesBottom);
        var label = Words.Label($"Availability Zone {zone.Name}", $"Zone {zone.Name}", zone.Name);
        sheet.Add(Writing.Frame(name, BoxKind.Zone, bounds, Vpc, columns.LabelWidth, label));

        DrawSubnet(Public(index), BoxKind.PublicSubnet, "Public", zone.Public, rows.PublicTop, rows.PublicBottom);
        DrawSubnet(Private(index), BoxKind.PrivateSubnet, "Private", zone.Private, rows.PrivateTop, rows.PrivateBottom);

        void DrawSubnet(string subnetName, BoxKind kind, string word, DeclaredSubnet subnet, double top, double bottom)
        {
            var (left, subnetWidth) = columns.Subnet(index);
            sheet.Add(Writing.Frame(
                subnetName,
                kind,
                new(left, top, subnetWidth, bottom - top),
                name,
                columns.LabelWidth,
                [Words.Label($"{word} subnet", word), .. sheet.Blocks.Of(subnet)]));
        }
    }
}

using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The Auto Scaling group across the private subnets, with as many servers as it may have.</summary>
internal static class FleetPart
{
    public const string Group = "group";

    private const double ServerHeight = 48;
    private const double ServerGap = 10;
    private const double WidestServer = 190;
    private const double RoomForGlyph = 150;
    private const double Pad = 12;

    public static void Draw(Sheet sheet)
    {
        var fleet = sheet.Architecture.Fleet;
        var bounds = Rect.Between(Columns.SpanLeft, sheet.Rows.Group.Top, Columns.SpanRight, sheet.Rows.Group.Bottom);
        sheet.Add(Writing.Frame(Group, BoxKind.Span, bounds, FramePart.Vpc, sheet.Columns.HttpsLane - bounds.X - 24, [.. NameOf(fleet)]));

        for (var index = 0; index < fleet.MaxSize; index++)
            DrawServer(sheet, index, bounds);
        sheet.Mark(StepKind.Forward, sheet.Columns.HttpsLane, (sheet.Rows.PrivateTop + bounds.Y) / 2);
    }

    private static IEnumerable<Words> NameOf(Fleet fleet)
    {
        var name = $"Auto Scaling group, {fleet.Size} × {fleet.InstanceType}";
        yield return fleet.IsPrivate ? Words.Heading($"{name}, no public IP addresses", name) : Words.Heading(name);
        if (fleet.ScalingTargets.Count > 0)
            yield return Words.Detail($"target tracking: {string.Join(", ", fleet.ScalingTargets)}");
        if (fleet.FollowsLoadBalancerHealth)
            yield return Words.Detail("replaces what fails the target group's health check", "replaces what fails the health check");
    }

    // AWS decides where a server starts, evenly over the zones: one possible picture of it.
    private static void DrawServer(Sheet sheet, int index, Rect group)
    {
        var (fleet, target) = (sheet.Architecture.Fleet, sheet.Architecture.LoadBalancer.TargetGroup);
        var zones = sheet.Architecture.Vpc.Zones.Count;
        var perZone = (fleet.MaxSize + zones - 1) / zones;
        var (subnetLeft, subnetWidth) = sheet.Columns.Subnet(index % zones);
        var room = subnetWidth - (2 * Pad);
        var width = Math.Min(WidestServer, (room - (ServerGap * (perZone - 1))) / perZone);
        var left = subnetLeft + Pad + ((width + ServerGap) * (index / zones));

        var name = $"server-{index}";
        var isSpare = index >= fleet.MinSize;
        var bounds = new Rect(left, group.Bottom - Pad - ServerHeight, width, ServerHeight);
        sheet.Add(Writing.Card(
            name,
            isSpare ? BoxKind.Spare : BoxKind.Card,
            bounds,
            Group,
            width < RoomForGlyph ? Glyph.None : Glyph.Server,
            Words.Label("EC2 instance", "EC2"),
            Words.Detail(isSpare ? "under load" : $"{target.Protocol} :{target.Port}")));

        var from = sheet[LoadBalancerPart.TargetGroup];
        var bend = bounds.Y - 18;
        var lane = sheet.Columns.HttpsLane;
        sheet.Connect(new(
            isSpare ? LineKind.SpareRequest : LineKind.Request,
            LoadBalancerPart.TargetGroup,
            name,
            new Point(lane, from.Bottom),
            new Point(lane, bend),
            new Point(bounds.CenterX, bend),
            new Point(bounds.CenterX, bounds.Y)));
    }
}

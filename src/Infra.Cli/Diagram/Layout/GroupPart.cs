using System.Globalization;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The Auto Scaling group across the private subnets, with as many servers as it may have.</summary>
internal static class GroupPart
{
    public const string Group = "group";

    private const double ServerHeight = 58;
    private const double ServerGap = 10;
    private const double WidestServer = 190;
    private const double RoomForGlyph = 126;
    private const double Pad = 14;

    public static void Draw(Sheet sheet)
    {
        var bounds = Rect.Between(Columns.SpanLeft, sheet.Rows.Group.Top, Columns.SpanRight, sheet.Rows.Group.Bottom);
        sheet.Add(Writing.FrameNamedBelow(Group, BoxKind.Group, bounds, FramePart.Vpc, [.. NameOf(sheet.Architecture)]));

        for (var index = 0; index < Drawn(sheet.Architecture); index++)
            DrawServer(sheet, index, bounds);
        sheet.ConnectVertically(LineKind.Request, LoadBalancerPart.TargetGroup, GuardPart.Private, sheet.Columns.HttpsLane);
        sheet.Mark(StepKind.Forward, sheet.Columns.HttpsLane, sheet.Rows.PrivateTop + Badge.Radius);
    }

    private static IEnumerable<Words> NameOf(Architecture architecture)
    {
        var name = $"Auto Scaling group, {architecture.Servers}";
        yield return architecture.LaunchTemplate.HasPublicAddress is false
            ? Words.Heading($"{name}, no public IP addresses", name)
            : Words.Heading(name);
        if (architecture.Group.Tracking.Count > 0)
            yield return Words.Detail($"target tracking: {string.Join(", ", architecture.Group.Tracking.Select(TargetOf))}");
        if (architecture.Group.FollowsLoadBalancerHealth)
            yield return Words.Detail("replaces what fails the target group's health check");
    }

    private static int Drawn(Architecture architecture) => architecture.DrawnServers ?? architecture.Group.MaxSize;

    private static string TargetOf(DeclaredTracking policy) => policy.Metric switch
    {
        TrackedMetric.AverageCpu => string.Create(CultureInfo.InvariantCulture, $"{policy.Target}% CPU"),
        TrackedMetric.RequestsPerTarget => string.Create(CultureInfo.InvariantCulture, $"{policy.Target:N0} requests a minute per target"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{policy.OtherMetric} {policy.Target}"),
    };

    // AWS decides where a server starts, evenly over the zones: one possible picture of it.
    private static void DrawServer(Sheet sheet, int index, Rect frame)
    {
        var (group, target) = (sheet.Architecture.Group, sheet.Architecture.TargetGroup);
        var zones = sheet.Architecture.Zones.Count;
        var perZone = (Drawn(sheet.Architecture) + zones - 1) / zones;
        var (subnetLeft, subnetWidth) = sheet.Columns.Subnet(index % zones);
        var room = subnetWidth - (2 * Pad);
        var width = Math.Min(WidestServer, (room - (ServerGap * (perZone - 1))) / perZone);
        var left = subnetLeft + Pad + ((width + ServerGap) * (index / zones));

        var name = $"server-{index}";
        var isSpare = index >= group.MinSize;
        var bounds = new Rect(left, frame.Y + 8, width, ServerHeight);
        sheet.Add(Writing.Card(
            name,
            isSpare ? BoxKind.Spare : BoxKind.Card,
            bounds,
            Group,
            width < RoomForGlyph ? Glyph.None : Glyph.Server,
            Words.Label("EC2 instance", "EC2"),
            Words.Detail(isSpare ? ["under load", "extra"] : [$"{target.Protocol} :{target.Port}", $":{target.Port}"]),
            Words.Detail(sheet.Architecture.ApplicationObject is null
                ? ["nginx, site", "site"]
                : ["nginx, application", "application", "app"])));

        sheet.ConnectVertically(isSpare ? LineKind.SpareRequest : LineKind.Request, GuardPart.Private, name, bounds.CenterX);
    }
}

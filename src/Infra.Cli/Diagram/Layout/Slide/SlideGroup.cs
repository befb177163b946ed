using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>The Auto Scaling group across the private subnets, with as many servers as it may have.</summary>
internal static class SlideGroup
{
    private const double WidestGap = 6;
    private const double LeastHeight = 17.5;

    public static void Draw(SlideSheet sheet)
    {
        var bounds = SlideArea.GroupBounds;
        sheet.Add(Writing.Frame(
            GroupPart.Group, BoxKind.Group, bounds, FramePart.Vpc, SlideArea.NameWidth(bounds), [.. NameOf(sheet.Architecture)]));
        sheet.Add(SlideGuard.Of(
            GuardPart.Private, SlideArea.Inside(bounds, 146, 188), GroupPart.Group, sheet.Architecture.PrivateGuard));
        for (var index = 0; index < sheet.Architecture.Group.MaxSize; index++)
            DrawServer(sheet, index, bounds);
        sheet.Mark(StepKind.Forward, Trunk, sheet[LoadBalancerPart.TargetGroup].CenterY);
    }

    // Between the public and the private subnets.
    private static double Trunk => (SlideArea.PublicRight + SlideArea.PrivateLeft) / 2;

    private static IEnumerable<Words> NameOf(Architecture architecture)
    {
        yield return Words.Heading("Auto Scaling group");
        yield return Words.Detail(architecture.Servers);
        if (architecture.LaunchTemplate.HasPublicAddress is false)
            yield return Words.Detail("no public IP addresses");
        if (architecture.Group.FollowsLoadBalancerHealth)
            yield return Words.Detail("replaces what fails its check");
    }

    // AWS decides where a server starts, evenly over the zones: one possible picture of it.
    private static void DrawServer(SlideSheet sheet, int index, Rect frame)
    {
        const double LineHeight = 16;
        var (group, target, zones) = (sheet.Architecture.Group, sheet.Architecture.TargetGroup, sheet.Architecture.Zones.Count);
        var room = sheet.Zones.Servers(index % zones);
        var inZone = (group.MaxSize - (index % zones) + zones - 1) / zones;
        var gap = inZone == 1 ? WidestGap : Math.Clamp((room.Bottom - room.Top - (inZone * LeastHeight)) / (inZone - 1), 0, WidestGap);
        var place = (room.Bottom - room.Top + gap) / inZone;
        var isSpare = index >= group.MinSize;
        Words[] words =
        [
            Words.Label("EC2 instance"),
            Words.Detail(isSpare ? "under load" : $"{target.Protocol} :{target.Port}"),
            Words.Detail(sheet.Architecture.ApplicationObject is null ? "nginx, site" : "nginx, application"),
        ];

        // What there is no room for is the same on every server.
        var lines = Math.Clamp((int)((place - gap - 2) / LineHeight), 1, words.Length);
        var middle = room.Top - (gap / 2) + (place * ((index / zones) + 0.5));
        var height = (lines * LineHeight) + Math.Min(8, place - gap - (lines * LineHeight));
        var bounds = SlideArea.Inside(frame, middle - (height / 2), middle + (height / 2));
        var name = $"server-{index}";
        sheet.Add(Writing.Card(
            name, isSpare ? BoxKind.Spare : BoxKind.Card, bounds, GroupPart.Group, Glyph.Server, words[..lines]));

        var start = sheet[LoadBalancerPart.TargetGroup];
        sheet.Connect(new(
            isSpare ? LineKind.SpareRequest : LineKind.Request,
            LoadBalancerPart.TargetGroup,
            name,
            new Point(start.Right, start.CenterY),
            new Point(Trunk, start.CenterY),
            new Point(Trunk, bounds.CenterY),
            new Point(bounds.X, bounds.CenterY)));
    }
}

using System.Text;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

/// <summary>The more zones, the less room in each: where they are, and what is still said there.</summary>
internal sealed class NarrowZonesTests
{
    [Test]
    public void Columns_OfAnyNumberOfZones_AreAsAccepted()
    {
        var text = new StringBuilder();
        foreach (var count in Enumerable.Range(2, 5))
        {
            var columns = new Columns(count);
            var zones = Enumerable.Range(0, count).Select(columns.Zone)
                .Select(zone => FormattableString.Invariant($"{zone.X:0.##} to {zone.X + zone.Width:0.##}"));
            text.Append(FormattableString.Invariant(
                $"{count} zones: HTTP {columns.HttpLane:0.##}, HTTPS {columns.HttpsLane:0.##}, labels {columns.LabelWidth:0.##}; "))
                .AppendJoin(", ", zones).Append('\n');
        }

        Golden.Verify("columns", text.ToString());
    }

    [Test]
    public async Task Words_InAnyNumberOfZones_AreAsAccepted()
    {
        var facts = await Drawn.Facts("dev");
        var drawings =
            from count in Enumerable.Range(2, 5)
            from hasIPv6 in new[] { false, true }
            from application in new[] { null, "application.tar" }
            select facts.InZones(count, hasIPv6) with
            {
                ApplicationObject = application,
                Group = facts.Group with { MinSize = 1, MaxSize = 3 },
            };

        Golden.Verify("words-in-zones", string.Concat(drawings.Select(Words)));
    }

    private static string Words(Architecture architecture)
    {
        var boxes = DrawingLayout.Of(architecture).Boxes
            .Where(box => box.Name is "zone-1" or "public-1" or "private-1" or "server-0" or "server-2");
        var ipv6 = architecture.Zones[0].Public.IPv6Prefix is null ? "IPv4" : "IPv6";
        var what = architecture.ApplicationObject is null ? "site" : "application";
        return $"{architecture.Zones.Count} zones, {ipv6}, {what}\n{string.Concat(boxes.Select(Words))}\n";
    }

    private static string Words(Box box)
    {
        var symbol = box.Glyph == Glyph.None ? "" : " with a symbol";
        return $"    {box.Name}{symbol}: {string.Join(" / ", box.Texts.Select(text => text.Content))}\n";
    }
}

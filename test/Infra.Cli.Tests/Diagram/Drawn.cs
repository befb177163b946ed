using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Drawings of stacks from their files, with overrides as on the command line.</summary>
internal static class Drawn
{
    public static async Task<Architecture> Facts(string stack, params string[] overrides) =>
        ArchitectureReader.Read(new(await Graphs.Of(stack, overrides)));

    public static async Task<Drawing> Page(string stack, params string[] overrides) =>
        DrawingLayout.Of(await Facts(stack, overrides));

    public static async Task<Drawing> Operations(string stack, params string[] overrides) =>
        DrawingLayout.Operations(await Facts(stack, overrides));

    /// <summary>The same in another number of zones, with subnets of our usual size.</summary>
    /// <param name="architecture">Whatever is in them.</param>
    /// <param name="count">How many zones.</param>
    /// <param name="hasIPv6">Whether subnets have IPv6 too.</param>
    /// <param name="natZones">The zones with a NAT gateway, from 0 on; each serves itself and those behind it.</param>
    public static Architecture InZones(this Architecture architecture, int count, bool hasIPv6 = false, params int[] natZones)
    {
        return architecture with { Zones = [.. Enumerable.Range(0, count).Select(Zone)] };

        Zone Zone(int index) => new(
            Name(index),
            architecture.Zones[0].Public with { Cidr = $"10.0.{index * 16}.0/20", IPv6Prefix = hasIPv6 ? "/64" : null },
            architecture.Zones[0].Private with
            {
                Cidr = $"10.0.{128 + (index * 16)}.0/20",
                IPv6Prefix = null,
                NatGatewayZone = natZones.Any(zone => zone <= index) ? Name(natZones.Last(zone => zone <= index)) : null,
            },
            natZones.Contains(index));

        static string Name(int index) => $"eu-west-1{(char)('a' + index)}";
    }

    /// <summary>All texts on a page.</summary>
    public static IReadOnlyList<string> TextsOf(Drawing drawing) =>
        [.. drawing.Boxes.SelectMany(box => box.Texts).Select(text => text.Content)];
}

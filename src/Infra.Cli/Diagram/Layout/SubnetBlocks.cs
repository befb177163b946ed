using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Layout;

/// <summary>
/// How the blocks of addresses of subnets are written: of all in the same way, since what only some show would look like a difference
/// between them. With IPv6 where there is room, and on two lines where there is room for half of one only, as with six zones.
/// </summary>
internal sealed class SubnetBlocks
{
    private readonly bool _areBroken;
    private readonly bool _haveIPv6;

    /// <param name="architecture">Whose subnets they are.</param>
    /// <param name="width">The room for one line.</param>
    public SubnetBlocks(Architecture architecture, double width)
    {
        var subnets = architecture.Zones.SelectMany(zone => new[] { zone.Public, zone.Private }).ToList();
        _areBroken = subnets.Exists(subnet => WidthOf(subnet.Cidr) > width);
        _haveIPv6 = subnets.TrueForAll(subnet => WidthOf(Whole(subnet)) <= width);
    }

    /// <summary>How many lines each of them takes.</summary>
    public int LineCount => _areBroken ? 2 : 1;

    public IReadOnlyList<Words> Of(DeclaredSubnet subnet)
    {
        if (!_areBroken)
            return [Words.Detail(_haveIPv6 ? Whole(subnet) : subnet.Cidr) with { Whole = Whole(subnet) }];

        // The first two of the four parts of an address, and the others.
        var half = subnet.Cidr.IndexOf('.', subnet.Cidr.IndexOf('.', StringComparison.Ordinal) + 1) + 1;
        return [Words.Detail(subnet.Cidr[..half]) with { Whole = Whole(subnet) }, Words.Detail(subnet.Cidr[half..]) with { Whole = "" }];
    }

    private static string Whole(DeclaredSubnet subnet) =>
        subnet.IPv6Prefix is { } prefix ? $"{subnet.Cidr}, IPv6 {prefix}" : subnet.Cidr;

    private static double WidthOf(string text) => TextWidth.Of(text, TextStyle.Detail);
}

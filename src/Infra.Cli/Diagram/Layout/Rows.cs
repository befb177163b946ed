using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>
/// Where everything is from top to bottom, in the order in which a request meets it. What a stack doesn't have takes no room.
/// </summary>
internal sealed class Rows
{
    public const double CardHeight = 46;
    private const double FlatHeight = 32;
    private const double LabelHeight = 22;
    private const double BlockHeight = 16;
    private const double TitleHeight = 70;
    private const double Pad = 8;
    private const double Gap = 12;

    /// <param name="architecture">What has to have its place.</param>
    /// <param name="blockLines">How many lines a subnet's block of addresses takes.</param>
    public Rows(Architecture architecture, int blockLines)
    {
        var labels = LabelHeight + (blockLines * BlockHeight);
        var y = TitleHeight;
        Clients = Next(CardHeight, after: 26);
        CloudTop = y;
        y += 24;
        RegionTop = y;
        if (architecture.Firewall is null)
        {
            y += 26;
        }
        else
        {
            y += Pad;
            Firewall = Next(CardHeight, after: 18);
        }

        VpcTop = y;
        y += Pad;
        Gateway = Next(FlatHeight, after: 18);
        ZonesTop = y;
        y += 22;

        PublicTop = y;
        y += labels;
        PublicGuard = Next(CardHeight, after: 14);
        LoadBalancer = Next(146, after: Pad);
        if (architecture.HasNatGateway)
            Nat = Next(CardHeight, after: Pad);
        PublicBottom = y;
        y += 22;

        PrivateTop = y;
        y += labels;
        PrivateGuard = Next(CardHeight, after: 14);
        Group = Next(134, after: Pad);
        if (architecture.InterfaceEndpoints.Count > 0)
        {
            y += Gap - Pad;
            InterfaceEndpoints = Next(FlatHeight, after: Pad);
        }

        PrivateBottom = y;
        y += 4;
        ZonesBottom = y;
        y += Gap;
        if (architecture.GatewayEndpoints.Count > 0)
            GatewayEndpoint = Next(FlatHeight, after: Pad);
        VpcBottom = y;
        y += Pad;
        RegionBottom = y;
        y += Pad;
        CloudBottom = y;
        y += Gap;
        Steps = Next(36, after: Gap);
        PageHeight = y;

        (double Top, double Bottom) Next(double height, double after)
        {
            var row = (y, y + height);
            y += height + after;
            return row;
        }
    }

    public (double Top, double Bottom) Clients { get; }

    public double CloudTop { get; }

    public double RegionTop { get; }

    public (double Top, double Bottom)? Firewall { get; }

    public double VpcTop { get; }

    public (double Top, double Bottom) Gateway { get; }

    public double ZonesTop { get; }

    public double PublicTop { get; }

    public (double Top, double Bottom) PublicGuard { get; }

    public (double Top, double Bottom) LoadBalancer { get; }

    public (double Top, double Bottom)? Nat { get; }

    public double PublicBottom { get; }

    public double PrivateTop { get; }

    public (double Top, double Bottom) PrivateGuard { get; }

    public (double Top, double Bottom) Group { get; }

    public (double Top, double Bottom)? InterfaceEndpoints { get; }

    public double PrivateBottom { get; }

    public double ZonesBottom { get; }

    public (double Top, double Bottom)? GatewayEndpoint { get; }

    public double VpcBottom { get; }

    public double RegionBottom { get; }

    public double CloudBottom { get; }

    public (double Top, double Bottom) Steps { get; }

    public double PageHeight { get; }
}

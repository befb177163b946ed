using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>
/// Where everything is from top to bottom, in the order in which a request meets it. What a stack doesn't have takes no room.
/// </summary>
internal sealed class Rows
{
    public const double CardHeight = 48;
    public const double LabelHeight = 38;
    private const double FlatHeight = 32;
    private const double TitleHeight = 76;
    private const double Pad = 8;
    private const double Gap = 14;

    public Rows(Architecture architecture)
    {
        var y = TitleHeight;
        Clients = Next(CardHeight, after: 36);
        RegionTop = y;
        if (architecture.Firewall is null)
        {
            y += 30;
        }
        else
        {
            y += 12;
            Firewall = Next(CardHeight, after: 20);
        }

        VpcTop = y;
        y += 10;
        Gateway = Next(FlatHeight, after: Gap);
        ZonesTop = y;
        y += 24;

        PublicTop = y;
        y += LabelHeight;
        LoadBalancer = Next(152, after: Pad);
        if (architecture.HasNatGateway)
            Nat = Next(CardHeight, after: Pad);
        PublicBottom = y;
        y += 30;

        PrivateTop = y;
        y += LabelHeight;
        Group = Next(146, after: Pad);
        if (architecture.InterfaceEndpoints.Count > 0)
        {
            y += Gap - Pad;
            InterfaceEndpoints = Next(FlatHeight, after: Pad);
        }

        PrivateBottom = y;
        y += 6;
        ZonesBottom = y;
        y += Gap;
        if (architecture.GatewayEndpoints.Count > 0)
            GatewayEndpoint = Next(FlatHeight, after: 10);
        VpcBottom = y;
        y += 12;
        RegionBottom = y;
        y += Gap;
        Steps = Next(36, after: 6);
        Legend = Next(20, after: Gap);
        PageHeight = y;

        (double Top, double Bottom) Next(double height, double after)
        {
            var row = (y, y + height);
            y += height + after;
            return row;
        }
    }

    public (double Top, double Bottom) Clients { get; }

    public double RegionTop { get; }

    public (double Top, double Bottom)? Firewall { get; }

    public double VpcTop { get; }

    public (double Top, double Bottom) Gateway { get; }

    public double ZonesTop { get; }

    public double PublicTop { get; }

    public (double Top, double Bottom) LoadBalancer { get; }

    public (double Top, double Bottom)? Nat { get; }

    public double PublicBottom { get; }

    public double PrivateTop { get; }

    public (double Top, double Bottom) Group { get; }

    public (double Top, double Bottom)? InterfaceEndpoints { get; }

    public double PrivateBottom { get; }

    public double ZonesBottom { get; }

    public (double Top, double Bottom)? GatewayEndpoint { get; }

    public double VpcBottom { get; }

    public double RegionBottom { get; }

    public (double Top, double Bottom) Steps { get; }

    public (double Top, double Bottom) Legend { get; }

    public double PageHeight { get; }
}

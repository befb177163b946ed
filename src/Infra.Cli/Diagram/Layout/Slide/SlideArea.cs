namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>
/// Where everything is on a slide, in pixels: a request comes in at the left, the zones lie one below the other. Of the form of the place
/// that a slide of 1280 by 720 has for a picture, so that text is shown there as large as it is here.
/// </summary>
internal static class SlideArea
{
    public const double Width = 1180;
    public const double Height = 600;
    public const double Margin = 12;

    // From left to right: outside of AWS; the region; the internet gateway; public subnets, private subnets, names of zones.
    public const double OutsideLeft = Margin;
    public const double OutsideRight = 190;
    public const double CloudLeft = 222;
    public const double RegionLeft = 230;
    public const double RegionalLeft = 246;
    public const double RegionalRight = 378;
    public const double VpcLeft = 394;
    public const double GatewayLeft = 402;
    public const double GatewayRight = 518;
    public const double ZonesLeft = 542;
    public const double PublicLeft = 546;
    public const double PublicRight = 808;
    public const double PrivateLeft = 836;
    public const double PrivateRight = 1082;
    public const double ZonesRight = 1144;
    public const double VpcRight = 1152;
    public const double RegionRight = 1160;
    public const double CloudRight = Width - Margin;

    // From top to bottom.
    public const double CloudTop = 8;
    public const double RegionTop = 30;
    public const double VpcTop = 38;
    public const double ZonesTop = 46;
    public const double ZonesBottom = 466;
    public const double EgressTop = 478;
    public const double EgressBottom = 524;
    public const double VpcBottom = 532;
    public const double RegionBottom = 540;
    public const double CloudBottom = 548;
    public const double StepsTop = 556;
    public const double StepsBottom = 592;

    /// <summary>What a request passes on its way is as high as all listeners that it may be for.</summary>
    public const double WayTop = 170;
    public const double WayBottom = 406;

    /// <summary>What spans the zones begins below the first one's upper edge, and ends above the last one's lower edge.</summary>
    public const double SpanTop = ZonesTop + 26;
    public const double SpanBottom = ZonesBottom - 8;
    public const double SpanInset = 6;
    public const double CardInset = 8;

    public static Rect BalancerBounds => Rect.Between(PublicLeft + SpanInset, SpanTop, PublicRight - SpanInset, SpanBottom);

    public static Rect GroupBounds => Rect.Between(PrivateLeft + SpanInset, SpanTop, PrivateRight - SpanInset, SpanBottom);

    /// <summary>The room for the name of what spans the zones.</summary>
    public static double NameWidth(Rect span) => span.Width - (2 * CardInset);

    /// <summary>A card in what spans the zones, from one height to another.</summary>
    public static Rect Inside(Rect span, double top, double bottom) =>
        Rect.Between(span.X + CardInset, top, span.Right - CardInset, bottom);
}

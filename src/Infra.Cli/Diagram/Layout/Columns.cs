namespace Infra.Cli.Diagram.Layout;

/// <summary>Where everything is from left to right: the zones side by side, and at their right what is outside the VPC.</summary>
internal sealed class Columns
{
    public const double PageWidth = 980;
    public const double Margin = 12;
    public const double CloudRight = PageWidth - Margin;
    public const double RegionLeft = 20;
    public const double RegionRight = PageWidth - RegionLeft;

    public const double VpcLeft = 28;
    public const double VpcRight = 724;
    public const double ZonesLeft = 36;
    public const double ZonesRight = 716;
    private const double ZoneGap = 8;
    private const double SubnetInset = 3;

    // What runs between two zones has room there: for a badge, and for a question beside its answer.
    private const double HttpsGap = 30;
    private const double HttpGap = 24;

    /// <summary>What spans the zones begins in the first one's subnet, and ends in the last one's.</summary>
    public const double SpanLeft = 46;
    public const double SpanRight = 706;

    /// <summary>What clients reach begins here; left of it is room for names.</summary>
    public const double FrontLeft = 168;
    public const double HttpRight = 322;
    public const double HttpsLeft = 332;
    public const double FrontRight = 698;

    public const double SideLeft = 750;
    public const double SideRight = 952;

    private const double LaneClearance = 18;
    private const int WidestCount = 4;

    private readonly int _zones;
    private readonly int _httpsGap;
    private readonly int? _httpGap;

    public Columns(int zones)
    {
        _zones = zones;
        _httpsGap = GapNearest((HttpsLeft + FrontRight) / 2);
        _httpGap = GapNearest((FrontLeft + HttpRight) / 2) is var gap && gap != _httpsGap ? gap : null;
        HttpsLane = Zone(_httpsGap).X - (HttpsGap / 2);
        HttpLane = _httpGap is { } other ? Zone(other).X - (HttpGap / 2) : HttpRight - LaneClearance - LaneClearance;
        LabelWidth = Enumerable.Range(0, zones).Min(index => LabelEnd(Zone(index)) - Subnet(index).X) - Padding;
    }

    /// <summary>The way of HTTP requests down the page.</summary>
    public double HttpLane { get; }

    /// <summary>The way of HTTPS requests down the page.</summary>
    public double HttpsLane { get; }

    /// <summary>The room for a label in any zone, so that labels are all long, or all short.</summary>
    public double LabelWidth { get; }

    private double ZoneWidth => (ZonesRight - ZonesLeft - Gaps(_zones)) / _zones;

    private double Padding => _zones > WidestCount ? 11 : 14;

    /// <summary>The left edge and the width of a zone.</summary>
    public (double X, double Width) Zone(int index) => (ZonesLeft + (index * ZoneWidth) + Gaps(index + 1), ZoneWidth);

    /// <summary>The left edge and the width of a zone's subnets.</summary>
    public (double X, double Width) Subnet(int index) => (Zone(index).X + SubnetInset, ZoneWidth - (2 * SubnetInset));

    // The gaps left of a zone, counted from 1; the gap of an index is the one left of the zone with that index.
    private double Gaps(int zone) => Enumerable.Range(1, zone - 1)
        .Sum(index => index == _httpsGap ? HttpsGap : index == _httpGap ? HttpGap : ZoneGap);

    private int GapNearest(double x) => Enumerable.Range(1, _zones - 1)
        .MinBy(index => Math.Abs(ZonesLeft + ((ZonesRight - ZonesLeft) * index / _zones) - x));

    private double LabelEnd((double X, double Width) zone) => HttpLane > zone.X && HttpLane < zone.X + zone.Width
        ? HttpLane - LaneClearance
        : zone.X + zone.Width;
}

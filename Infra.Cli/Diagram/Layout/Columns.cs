namespace Infra.Cli.Diagram.Layout;

/// <summary>Where everything is from left to right: the zones side by side, and at their right what is outside the VPC.</summary>
internal sealed class Columns
{
    public const double PageWidth = 1200;
    public const double Margin = 16;
    public const double RegionRight = PageWidth - Margin;

    public const double VpcLeft = 28;
    public const double VpcRight = 908;
    public const double ZonesLeft = 40;
    public const double ZonesRight = 896;
    private const double ZoneGap = 12;
    private const double SubnetInset = 4;

    /// <summary>What spans the zones begins in the first one's subnet, and ends in the last one's.</summary>
    public const double SpanLeft = 50;
    public const double SpanRight = 886;

    /// <summary>What clients reach begins here; left of it is room for names.</summary>
    public const double FrontLeft = 236;
    public const double HttpRight = 446;
    public const double HttpsLeft = 458;
    public const double FrontRight = 876;

    public const double SideLeft = 940;
    public const double SideRight = 1172;

    // A zone this wide has room for a line beside its label.
    private const double WideZone = 190;
    private const double LaneClearance = 18;

    private readonly int _zones;

    public Columns(int zones)
    {
        _zones = zones;
        HttpLane = LaneNearest((FrontLeft + HttpRight) / 2);
        HttpsLane = LaneNearest((HttpsLeft + FrontRight) / 2);
        LabelWidth = Enumerable.Range(0, zones).Min(index => LabelEnd(Zone(index)) - Subnet(index).X) - LaneClearance;
    }

    /// <summary>The way of HTTP requests down the page.</summary>
    public double HttpLane { get; }

    /// <summary>The way of HTTPS requests down the page.</summary>
    public double HttpsLane { get; }

    /// <summary>The room for a label in any zone, so that labels are all long, or all short.</summary>
    public double LabelWidth { get; }

    private double ZoneWidth => (ZonesRight - ZonesLeft - (ZoneGap * (_zones - 1))) / _zones;

    /// <summary>The left edge and the width of a zone.</summary>
    public (double X, double Width) Zone(int index) => (ZonesLeft + (index * (ZoneWidth + ZoneGap)), ZoneWidth);

    /// <summary>The left edge and the width of a zone's subnets.</summary>
    public (double X, double Width) Subnet(int index) => (Zone(index).X + SubnetInset, ZoneWidth - (2 * SubnetInset));

    // Between two zones, or within a wide one right of its label, a line crosses no text.
    private double LaneNearest(double x)
    {
        var between = Enumerable.Range(1, _zones - 1).Select(index => Zone(index).X - (ZoneGap / 2));
        var within = ZoneWidth < WideZone ? [] : Enumerable.Range(0, _zones).Select(index => Zone(index).X + (ZoneWidth * 3 / 4));
        return between.Concat(within).MinBy(lane => Math.Abs(lane - x));
    }

    private double LabelEnd((double X, double Width) zone) =>
        new[] { HttpLane, HttpsLane }.Where(lane => lane > zone.X && lane < zone.X + zone.Width).Append(zone.X + zone.Width).Min();
}

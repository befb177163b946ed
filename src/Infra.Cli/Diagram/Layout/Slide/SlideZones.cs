namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>How high each zone is. The first one has the names of what spans all of them as well.</summary>
/// <param name="count">How many zones there are.</param>
internal sealed class SlideZones(int count)
{
    private const double Gap = 4;
    private const double SubnetInset = 3;
    private const double HeadHeight = 146;

    /// <summary>Where a zone's servers have room.</summary>
    public (double Top, double Bottom) Servers(int index) => (ServersTop(index) + SubnetInset, Bottom(index) - SubnetInset);

    public Rect Zone(int index) => Rect.Between(SlideArea.ZonesLeft, Top(index), SlideArea.ZonesRight, Bottom(index));

    /// <summary>A subnet between two edges.</summary>
    public Rect Subnet(int index, double left, double right) =>
        Rect.Between(left, Top(index) + SubnetInset, right, Bottom(index) - SubnetInset);

    private double RowHeight => (SlideArea.ZonesBottom - SlideArea.ZonesTop - HeadHeight - (Gap * (count - 1))) / count;

    private double Top(int index) => index == 0 ? SlideArea.ZonesTop : ServersTop(index);

    private double ServersTop(int index) => SlideArea.ZonesTop + HeadHeight + (index * (RowHeight + Gap));

    private double Bottom(int index) => ServersTop(index) + RowHeight;
}

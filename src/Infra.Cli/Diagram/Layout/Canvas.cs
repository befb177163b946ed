namespace Infra.Cli.Diagram.Layout;

/// <summary>Boxes, and lines between them, in the order in which they were put there.</summary>
internal class Canvas
{
    private readonly List<Box> _boxes = [];
    private readonly List<Line> _lines = [];
    private readonly List<Badge> _badges = [];

    public IReadOnlyList<Box> Boxes => _boxes;

    public IReadOnlyList<Line> Lines => _lines;

    public IReadOnlyList<Badge> Badges => _badges;

    /// <summary>Where a box is.</summary>
    public Rect this[string name] => _boxes.Single(box => box.Name == name).Bounds;

    public bool Has(string name) => _boxes.Exists(box => box.Name == name);

    public void Add(Box box) => _boxes.Add(box);

    public void Add(Badge badge) => _badges.Add(badge);

    public void Connect(Line line) => _lines.Add(line);

    /// <summary>An arrow straight down, or up, from one box to another.</summary>
    public void ConnectVertically(LineKind kind, string from, string to, double x)
    {
        var (start, end) = (this[from], this[to]);
        var (first, last) = start.Bottom <= end.Y ? (start.Bottom, end.Y) : (start.Y, end.Bottom);
        _lines.Add(new(kind, from, to, new Point(x, first), new Point(x, last)));
    }

    /// <summary>An arrow straight to the right, or left, from one box to another.</summary>
    public void ConnectHorizontally(LineKind kind, string from, string to, double y)
    {
        var (start, end) = (this[from], this[to]);
        var (first, last) = start.Right <= end.X ? (start.Right, end.X) : (start.X, end.Right);
        _lines.Add(new(kind, from, to, new Point(first, y), new Point(last, y)));
    }
}

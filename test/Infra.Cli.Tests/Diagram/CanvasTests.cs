using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Arrows between boxes run from edge to edge, whichever way.</summary>
internal sealed class CanvasTests
{
    [TestCase("top", "below", 20, 50)]
    [TestCase("below", "top", 50, 20)]
    [TestCase("top", "touching", 20, 20)]
    public void ArrowDownOrUp_RunsFromEdgeToEdge(string from, string to, double start, double end)
    {
        var canvas = Canvas(("top", 0), ("touching", 20), ("below", 50));

        canvas.ConnectVertically(LineKind.Traffic, from, to, 5);

        Assert.That(canvas.Lines.Single().Points, Is.EqualTo([new Point(5, start), new Point(5, end)]));
    }

    [TestCase("left", "beside", 20, 50)]
    [TestCase("beside", "left", 50, 20)]
    [TestCase("left", "touching", 20, 20)]
    public void ArrowToTheRightOrLeft_RunsFromEdgeToEdge(string from, string to, double start, double end)
    {
        var canvas = Canvas(("left", 0), ("touching", 20), ("beside", 50));

        canvas.ConnectHorizontally(LineKind.Traffic, from, to, 5);

        Assert.That(canvas.Lines.Single().Points, Is.EqualTo([new Point(start, 5), new Point(end, 5)]));
    }

    // A symbol's tile is smaller in a low box, and never larger than it should be.
    [TestCase(16, 8, 2, 12)]
    [TestCase(32, 8, 2, 28)]
    [TestCase(60, 8, 16, 28)]
    public void Tile_OfABox_IsAsHighAsThereIsRoomFor(double height, double x, double y, double size) =>
        Assert.That(Writing.Tile(new(0, 0, 100, height)), Is.EqualTo(new Rect(x, y, size, size)));

    // Each at the same place both ways.
    private static Canvas Canvas(params (string Name, double Start)[] boxes)
    {
        var canvas = new Canvas();
        foreach (var (name, start) in boxes)
            canvas.Add(new Box { Name = name, Kind = BoxKind.Card, Bounds = new(start, start, 20, 20) });
        return canvas;
    }
}

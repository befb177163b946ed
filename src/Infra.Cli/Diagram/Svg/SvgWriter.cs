using System.Globalization;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Diagram.Svg;

/// <summary>Writes a drawing as SVG that stands alone.</summary>
internal sealed class SvgWriter
{
    // The scale of a symbol needs two.
    private const int Digits = 2;

    private readonly SvgSheet _sheet;

    private SvgWriter(SvgSheet sheet) => _sheet = sheet;

    /// <summary>The drawing as text that ends with a line break.</summary>
    public static string Write(Drawing drawing)
    {
        var css = SvgStyle.Css(drawing.Boxes.Any(box => box.Mark != Mark.None));
        var head = new SvgHead(SvgStyle.Root, drawing.Width, drawing.Height, drawing.Title, drawing.Description, css) { Digits = Digits };
        return SvgSheet.Write(head, sheet => new SvgWriter(sheet).WriteContent(drawing));
    }

    private void WriteContent(Drawing drawing)
    {
        // Lines run over the boxes that others stand in, and end at those.
        foreach (var box in drawing.Boxes.Where(box => box.Kind.IsContainer()))
            WriteBox(box);
        foreach (var line in drawing.Lines.OrderByDescending(line => line.Kind))
            WriteLine(line);
        foreach (var box in drawing.Boxes.Where(box => !box.Kind.IsContainer()))
            WriteBox(box);
        foreach (var badge in drawing.Badges)
            WriteBadge(badge);
    }

    private void WriteBox(Box box)
    {
        var marked = box.Mark == Mark.None ? "" : $" {SvgStyle.ClassOf(box.Mark)}";
        _sheet.Group($"{SvgStyle.ClassOf(box.Kind)}{marked}", () =>
        {
            if (box.Kind != BoxKind.Caption)
                WriteOutline(box);
            foreach (var text in box.Texts)
                WriteText(text);
            if (box.Mark != Mark.None)
                WriteMark(box);
        });
    }

    // By a sign as well as by a colour, which not everybody sees.
    private void WriteMark(Box box)
    {
        const double FromRight = 12;
        const double FromTop = 15;
        var sign = box.Mark switch { Mark.New => "+", Mark.Gone => "\u2212", _ => "~" };
        _sheet.Text("mark", box.Bounds.Right - FromRight, box.Bounds.Y + FromTop, sign);
    }

    private void WriteOutline(Box box)
    {
        WriteRounded("box", box.Bounds, box.Kind.IsContainer() ? "4" : "6");
        if (box.Glyph == Glyph.None)
            return;

        var tile = Writing.Tile(box.Bounds);
        WriteRounded($"tile {SvgStyle.ClassOf(box.Glyph.Kind())}", tile, "4");
        var inset = (tile.Width - Writing.GlyphSize) / 2;
        var corner = new Point(tile.X + inset, tile.Y + inset);
        var place = $"translate({Coordinates(corner)}) scale({Number(Writing.GlyphSize / GlyphPaths.Size)})";
        _sheet.Element("path", ("class", "glyph"), ("transform", place), ("d", GlyphPaths.Of(box.Glyph)));
    }

    private void WriteRounded(string style, Rect bounds, string radius) => _sheet.Element(
        "rect",
        ("class", style),
        ("x", Number(bounds.X)),
        ("y", Number(bounds.Y)),
        ("width", Number(bounds.Width)),
        ("height", Number(bounds.Height)),
        ("rx", radius));

    // What had to be shortened is shown whole on pointing at it.
    private void WriteText(Text text) => _sheet.Text(
        SvgStyle.ClassOf(text.Style), text.X, text.Baseline, text.Content, text.Content.EndsWith('…') ? text.Whole : null);

    private void WriteLine(Line line)
    {
        var head = ArrowHead.Of(line);
        _sheet.Group(SvgStyle.ClassOf(line.Kind), () =>
        {
            _sheet.Path("line", "M" + string.Join(" L", head.Shaft.Select(Coordinates)));
            _sheet.Path("head", "M" + string.Join(" L", head.Tip.Select(Coordinates)) + " Z");
        });
    }

    private void WriteBadge(Badge badge)
    {
        const double DropToCentre = 4.3;
        _sheet.Circle("badge", badge.Center.X, badge.Center.Y, Badge.Radius);
        _sheet.Text("number", badge.Center.X, badge.Center.Y + DropToCentre, badge.Number.ToString(CultureInfo.InvariantCulture));
    }

    private static string Coordinates(Point point) => $"{Number(point.X)} {Number(point.Y)}";

    private static string Number(double number) => SvgSheet.Number(number, Digits);
}

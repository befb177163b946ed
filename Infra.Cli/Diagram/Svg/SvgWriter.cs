using System.Globalization;
using System.Text;
using System.Xml;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Shell;

namespace Infra.Cli.Diagram.Svg;

/// <summary>Writes a drawing as SVG that stands alone: no fonts, images or scripts from elsewhere.</summary>
internal sealed class SvgWriter
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly XmlWriter _xml;

    private SvgWriter(XmlWriter xml) => _xml = xml;

    /// <summary>The drawing as text that ends with a line break.</summary>
    public static string Write(Drawing drawing)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            new SvgWriter(xml).WriteDrawing(drawing);

        return text.Append('\n').ToString();
    }

    private void WriteDrawing(Drawing drawing)
    {
        _xml.WriteStartElement("svg", Namespace);
        Attributes(
            ("class", SvgStyle.Root),
            ("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}"),
            ("width", Number(drawing.Width)),
            ("height", Number(drawing.Height)),
            ("role", "img"),
            ("aria-label", drawing.Title));
        _xml.WriteElementString("title", Namespace, LegibleText.Line(drawing.Title));
        _xml.WriteElementString("desc", Namespace, LegibleText.Lines(drawing.Description));
        _xml.WriteElementString("style", Namespace, SvgStyle.Css(drawing.Boxes.Any(box => box.Mark != Mark.None)));
        Element("rect", ("class", "page"), ("width", "100%"), ("height", "100%"));

        // Lines run over the boxes that others stand in, and end at those.
        foreach (var box in drawing.Boxes.Where(box => box.Kind.IsContainer()))
            WriteBox(box);
        foreach (var line in drawing.Lines.OrderByDescending(line => line.Kind))
            WriteLine(line);
        foreach (var box in drawing.Boxes.Where(box => !box.Kind.IsContainer()))
            WriteBox(box);
        foreach (var badge in drawing.Badges)
            WriteBadge(badge);

        _xml.WriteEndElement();
    }

    private void WriteBox(Box box)
    {
        var marked = box.Mark == Mark.None ? "" : $" {SvgStyle.ClassOf(box.Mark)}";
        Start("g", ("class", $"{SvgStyle.ClassOf(box.Kind)}{marked}"));
        if (box.Kind != BoxKind.Caption)
            WriteOutline(box);
        foreach (var text in box.Texts)
            WriteText(text);
        if (box.Mark != Mark.None)
            WriteMark(box);
        _xml.WriteEndElement();
    }

    // By a sign as well as by a colour, which not everybody sees.
    private void WriteMark(Box box)
    {
        const double FromRight = 12;
        const double FromTop = 15;
        Start("text", ("class", "mark"), ("x", Number(box.Bounds.Right - FromRight)), ("y", Number(box.Bounds.Y + FromTop)));
        _xml.WriteString(box.Mark switch { Mark.New => "+", Mark.Gone => "\u2212", _ => "~" });
        _xml.WriteEndElement();
    }

    private void WriteOutline(Box box)
    {
        var (bounds, radius) = (box.Bounds, box.Kind.IsContainer() ? "4" : "6");
        Element(
            "rect",
            ("class", "box"),
            ("x", Number(bounds.X)),
            ("y", Number(bounds.Y)),
            ("width", Number(bounds.Width)),
            ("height", Number(bounds.Height)),
            ("rx", radius));
        if (box.Glyph == Glyph.None)
            return;

        var tile = Writing.Tile(bounds);
        Element(
            "rect",
            ("class", $"tile {SvgStyle.ClassOf(box.Glyph.Kind())}"),
            ("x", Number(tile.X)),
            ("y", Number(tile.Y)),
            ("width", Number(tile.Width)),
            ("height", Number(tile.Height)),
            ("rx", "4"));
        var inset = (tile.Width - Writing.GlyphSize) / 2;
        var corner = new Point(tile.X + inset, tile.Y + inset);
        var place = $"translate({Coordinates(corner)}) scale({Number(Writing.GlyphSize / GlyphPaths.Size)})";
        Element("path", ("class", "glyph"), ("transform", place), ("d", GlyphPaths.Of(box.Glyph)));
    }

    private void WriteText(Text text)
    {
        Start("text", ("class", SvgStyle.ClassOf(text.Style)), ("x", Number(text.X)), ("y", Number(text.Baseline)));
        // What had to be shortened is shown whole on pointing at it.
        if (text.Content.EndsWith('…'))
            _xml.WriteElementString("title", Namespace, LegibleText.Line(text.Whole));
        _xml.WriteString(LegibleText.Line(text.Content));
        _xml.WriteEndElement();
    }

    private void WriteLine(Line line)
    {
        var head = ArrowHead.Of(line);
        Start("g", ("class", SvgStyle.ClassOf(line.Kind)));
        Element("path", ("class", "line"), ("d", "M" + string.Join(" L", head.Shaft.Select(Coordinates))));
        Element("path", ("class", "head"), ("d", "M" + string.Join(" L", head.Tip.Select(Coordinates)) + " Z"));
        _xml.WriteEndElement();
    }

    private void WriteBadge(Badge badge)
    {
        const double DropToCentre = 4.3;
        Element("circle", ("class", "badge"), ("cx", Number(badge.Center.X)), ("cy", Number(badge.Center.Y)), ("r", Number(Badge.Radius)));
        Start("text", ("class", "number"), ("x", Number(badge.Center.X)), ("y", Number(badge.Center.Y + DropToCentre)));
        _xml.WriteString(badge.Number.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _xml.WriteEndElement();
    }

    private void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            _xml.WriteAttributeString(name, LegibleText.Line(value));
    }

    private static string Coordinates(Point point) => $"{Number(point.X)} {Number(point.Y)}";

    private static string Number(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}

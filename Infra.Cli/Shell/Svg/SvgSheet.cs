using System.Globalization;
using System.Text;
using System.Xml;

namespace Infra.Cli.Shell.Svg;

/// <summary>An SVG picture in the making, which stands alone: no fonts, images or scripts from elsewhere.</summary>
internal sealed class SvgSheet
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly XmlWriter _xml;

    private SvgSheet(XmlWriter xml) => _xml = xml;

    /// <summary>The picture as text that ends with a line break.</summary>
    public static string Write(SvgHead head, Action<SvgSheet> draw)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            var sheet = new SvgSheet(xml);
            sheet.Begin(head);
            draw(sheet);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A number as it is written: to a tenth of a pixel.</summary>
    public static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _xml.WriteEndElement();
    }

    /// <summary>One line of text; <paramref name="x"/> and <paramref name="baseline"/> are where it starts.</summary>
    public void Text(string style, double x, double baseline, string text)
    {
        Start("text", ("class", style), ("x", Number(x)), ("y", Number(baseline)));
        _xml.WriteString(LegibleText.Line(text));
        _xml.WriteEndElement();
    }

    public void Rect(string style, double x, double y, double width, double height) => Element(
        "rect", ("class", style), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)));

    public void Line(string style, double x1, double y1, double x2, double y2) => Element(
        "line", ("class", style), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));

    public void Path(string style, string path) => Element("path", ("class", style), ("d", path));

    private void Begin(SvgHead head)
    {
        Start(
            "svg",
            ("class", head.Root),
            ("viewBox", $"0 0 {Number(head.Width)} {Number(head.Height)}"),
            ("width", Number(head.Width)),
            ("height", Number(head.Height)),
            ("role", "img"),
            ("aria-label", head.Title));
        _xml.WriteElementString("title", Namespace, LegibleText.Line(head.Title));
        _xml.WriteElementString("desc", Namespace, LegibleText.Lines(head.Description));
        _xml.WriteElementString("style", Namespace, head.Css);
        Element("rect", ("class", "page"), ("width", "100%"), ("height", "100%"));
    }

    private void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            _xml.WriteAttributeString(attribute, LegibleText.Line(value));
    }
}

/// <summary>What an SVG picture says of itself.</summary>
/// <param name="Root">The class that all rules of its style sheet begin with.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Description">The same for whoever can't see it.</param>
/// <param name="Css">Its style sheet.</param>
internal sealed record SvgHead(string Root, double Width, double Height, string Title, string Description, string Css);

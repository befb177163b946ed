using System.Globalization;
using System.Text;
using System.Xml;

namespace Infra.Cli.Shell.Svg;

/// <summary>An SVG picture in the making, which stands alone: no fonts, images or scripts from elsewhere.</summary>
internal sealed class SvgSheet
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly XmlWriter _xml;
    private readonly int _digits;

    private SvgSheet(XmlWriter xml, int digits) => (_xml, _digits) = (xml, digits);

    /// <summary>The picture as text that ends with a line break.</summary>
    public static string Write(SvgHead head, Action<SvgSheet> draw)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            var sheet = new SvgSheet(xml, head.Digits);
            sheet.Begin(head);
            draw(sheet);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A number as it is written.</summary>
    /// <param name="number">Any.</param>
    /// <param name="digits">How many it has at most behind the point: to a tenth of a pixel unless told otherwise.</param>
    public static string Number(double number, int digits = 1) => Math.Round(number, digits).ToString(CultureInfo.InvariantCulture);

    /// <summary>Elements that share what their group says of them.</summary>
    public void Group(string style, Action draw)
    {
        Start("g", ("class", style));
        draw();
        _xml.WriteEndElement();
    }

    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _xml.WriteEndElement();
    }

    /// <summary>One line of text; <paramref name="x"/> and <paramref name="baseline"/> are where it starts.</summary>
    /// <param name="style">Its class.</param>
    /// <param name="x">In pixels from the left.</param>
    /// <param name="baseline">In pixels from above.</param>
    /// <param name="text">What it says.</param>
    /// <param name="whole">What is shown on pointing at it; none: nothing more.</param>
    public void Text(string style, double x, double baseline, string text, string? whole = null)
    {
        Start("text", ("class", style), ("x", Written(x)), ("y", Written(baseline)));
        if (whole is not null)
            _xml.WriteElementString("title", Namespace, LegibleText.Line(whole));
        _xml.WriteString(LegibleText.Line(text));
        _xml.WriteEndElement();
    }

    public void Rect(string style, double x, double y, double width, double height) => Element(
        "rect", ("class", style), ("x", Written(x)), ("y", Written(y)), ("width", Written(width)), ("height", Written(height)));

    public void Circle(string style, double x, double y, double radius) => Element(
        "circle", ("class", style), ("cx", Written(x)), ("cy", Written(y)), ("r", Written(radius)));

    public void Line(string style, double x1, double y1, double x2, double y2) => Element(
        "line", ("class", style), ("x1", Written(x1)), ("y1", Written(y1)), ("x2", Written(x2)), ("y2", Written(y2)));

    public void Path(string style, string path) => Element("path", ("class", style), ("d", path));

    private void Begin(SvgHead head)
    {
        Start(
            "svg",
            ("class", head.Root),
            ("viewBox", $"0 0 {Written(head.Width)} {Written(head.Height)}"),
            ("width", Written(head.Width)),
            ("height", Written(head.Height)),
            ("role", "img"),
            ("aria-label", head.Title));
        _xml.WriteElementString("title", Namespace, LegibleText.Line(head.Title));
        _xml.WriteElementString("desc", Namespace, LegibleText.Lines(head.Description));
        _xml.WriteElementString("style", Namespace, head.Css);
        Element("rect", ("class", "page"), ("width", "100%"), ("height", "100%"));
    }

    private string Written(double number) => Number(number, _digits);

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
internal sealed record SvgHead(string Root, double Width, double Height, string Title, string Description, string Css)
{
    /// <summary>How many digits lengths have at most behind the point.</summary>
    public int Digits { get; init; } = 1;
}

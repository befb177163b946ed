using System.Text;
using System.Xml;
using System.Xml.Linq;
using Infra.Cli.Shell;

namespace Infra.Cli.Report.Page;

/// <summary>Elements of HTML. What is written is XML as well, so nothing in a text can become an element.</summary>
internal static class Html
{
    // These have no end; all others need one, and XML's short form is none to a browser.
    private static readonly string[] Void = ["br", "img", "meta"];

    private static readonly XmlWriterSettings Settings =
        new() { Indent = true, IndentChars = "", NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>An element: texts, elements, attributes, and lists of them; null for nothing.</summary>
    public static XElement Element(string name, params object?[] content)
    {
        var element = new XElement(name, content);
        if (element.IsEmpty && !Void.Contains(name))
            element.Value = "";
        return element;
    }

    /// <summary>A class, by which the style sheet knows an element.</summary>
    public static XAttribute Class(string name) => new("class", name);

    /// <summary>An attribute.</summary>
    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>A table in a frame that scrolls where the page is narrower, by the keyboard too.</summary>
    /// <param name="name">What it is a table of, for those who do not see it.</param>
    /// <param name="head">The names of its columns.</param>
    /// <param name="rows">The cells, texts or elements; the first of a row is its name.</param>
    public static XElement Table(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object?>> rows) =>
        Scrolling(name, Element(
            "table",
            Element("thead", Element("tr", head.Select(text => Element("th", Attribute("scope", "col"), text)))),
            Element("tbody", rows.Select(row => Element("tr", row.Select((cell, index) => index == 0
                ? Element("th", Attribute("scope", "row"), cell)
                : Element("td", cell)))))));

    /// <summary>Something that scrolls to the side where the page is narrower.</summary>
    public static XElement Scrolling(string name, XElement content) => Element(
        "div",
        Class("scroll"),
        Attribute("role", "region"),
        Attribute("tabindex", "0"),
        Attribute("aria-label", name),
        content);

    /// <summary>A drawing that brings its own styles, so it stands apart from the page's.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="alternative">What it shows, in a sentence.</param>
    public static XElement Image(string svg, string alternative) => Element(
        "img",
        Attribute("src", $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}"),
        Attribute("alt", alternative));

    /// <summary>Something that is shown when it is asked for, and in print.</summary>
    public static XElement Details(string summary, params object?[] content) =>
        Element("details", [Element("summary", summary), .. content]);

    /// <summary>A document.</summary>
    /// <param name="html">Its root.</param>
    /// <param name="shown">Edits a text before it is written: for what must not be shown.</param>
    public static string Document(XElement html, Func<string, string> shown)
    {
        foreach (var text in html.DescendantNodes().OfType<XText>())
            text.Value = LegibleText.Lines(shown(text.Value));
        foreach (var attribute in html.Descendants().Attributes().Where(attribute => attribute.Name != "src"))
            attribute.Value = LegibleText.Line(shown(attribute.Value));

        var written = new StringBuilder("<!DOCTYPE html>\n");
        using (var xml = XmlWriter.Create(written, Settings))
            html.WriteTo(xml);
        return written.Append('\n').ToString();
    }
}

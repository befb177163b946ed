using System.Xml.Linq;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>The architecture.</summary>
internal static class DrawingPart
{
    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "architecture"),
        Element("h2", Attribute("id", "architecture"), "The architecture"),
        report.Drawing.Value is { } svg
            ? Drawn(svg, report.Graph.StackName)
            : Element("p", Class("wait"), $"It was not drawn: {report.Drawing.Why}."));

    private static IEnumerable<XElement> Drawn(string svg, string stack) =>
    [
        Element("p", "Drawn from what the stack declares. Where the page is narrow, it scrolls to the side."),
        Scrolling(
            "The drawing of the architecture",
            Element("div", Class("drawing"), Image(svg, $"The architecture of {stack}; the sections below say the same in words."))),
    ];
}

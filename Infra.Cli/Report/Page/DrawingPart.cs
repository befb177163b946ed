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
        Element("p", "Drawn from what the stack declares. Where the page is narrow, it scrolls to the side."),
        Scrolling(
            "The drawing of the architecture",
            Element(
                "div",
                Class("drawing"),
                Image(report.Drawing, $"The architecture of {report.Graph.StackName}; the sections below say the same in words."))));
}

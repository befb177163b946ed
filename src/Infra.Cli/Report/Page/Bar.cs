using System.Globalization;
using System.Xml.Linq;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>A share of a whole, as a bar that print and colour-blind readers can do without: the share stands in it in words.</summary>
internal static class Bar
{
    /// <param name="share">0 to 1; more is drawn as 1, and said as it is.</param>
    /// <param name="kind">The style of it.</param>
    public static XElement Of(double share, string kind)
    {
        var percent = double.IsFinite(share) ? share : 1;
        return Element(
            "div",
            Class("bar"),
            Element(
                "span",
                Class($"fill {kind}"),
                Attribute("style", string.Create(CultureInfo.InvariantCulture, $"width: {Math.Clamp(percent, 0, 1) * 100:0.#}%"))),
            Element("span", Class("share"), Share(percent)));
    }

    // What is more than nothing is not said to be nothing.
    private static string Share(double share) =>
        share is > 0 and < 0.005 ? "<1 %" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}

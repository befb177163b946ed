using System.Xml.Linq;
using Infra.Cli.Cost;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>What the stack costs in a month.</summary>
internal static class CostPart
{
    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "cost"),
        Element("h2", Attribute("id", "cost"), "What it costs in a month"),
        report.Cost.Value is { } estimate
            ? Estimated(estimate)
            : Element("p", Class("wait"), $"It was not estimated: {report.Cost.Why}."));

    private static IEnumerable<XElement?> Estimated(CostEstimate estimate) =>
    [
        Element(
            "p",
            $"{(estimate.IsComplete ? "" : "At least ")}{estimate.Currency} {Money.Text(estimate.Minimum)} with "
            + $"{Money.Quantity(estimate.Servers.Minimum, "server")}, {Money.Text(estimate.Maximum)} with "
            + $"{Money.Quantity(estimate.Servers.Maximum)}: AWS's list prices in {estimate.Region}, {estimate.ShownDates}, "
            + $"without tax, for {Money.Quantity(estimate.Usage.TrafficGb)} GB to the internet and "
            + $"{Money.Quantity(estimate.Usage.Requests)} requests."),
        estimate.IsComplete
            ? null
            : Element(
                "p",
                Class("wait"),
                $"No price is known here of {Wording.List([.. estimate.Gaps.Select(gap => gap.Price.Thing).Distinct()])}: it comes on "
                + "top."),
        Table(
            "The parts of the cost",
            ["Part", "With the fewest servers", "With the most", "Share of the whole with the most"],
            estimate.Lines.OrderByDescending(line => line.Maximum).Select(line => (IReadOnlyList<object?>)
            [
                line.Name,
                Money.Minimum(line),
                Money.Maximum(line),
                line.Price.IsKnown && estimate.Maximum > 0
                    ? Bar.Of((double)(line.Maximum / estimate.Maximum), "accent")
                    : Wording.Muted("no price known"),
            ])),
        .. estimate.Notes.Select(note => Element("p", Class("muted"), note)),
    ];
}

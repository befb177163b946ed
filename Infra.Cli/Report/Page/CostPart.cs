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

    private static IEnumerable<XElement> Estimated(CostEstimate estimate) =>
    [
        Element(
            "p",
            $"{estimate.Currency} {Money.Text(estimate.Minimum)} with {Money.Quantity(estimate.Servers.Minimum, "server")}, "
            + $"{Money.Text(estimate.Maximum)} with {Money.Quantity(estimate.Servers.Maximum)}: AWS's list prices of "
            + $"{estimate.PriceDate} in {estimate.Region}, without tax, for {Money.Quantity(estimate.Usage.TrafficGb)} GB to the internet "
            + $"and {Money.Quantity(estimate.Usage.Requests)} requests."),
        Table(
            "The parts of the cost",
            ["Part", "With the fewest servers", "With the most", "Share of the whole with the most"],
            estimate.Lines.OrderByDescending(line => line.Maximum).Select(line => (IReadOnlyList<object?>)
            [
                line.Detail == "" ? line.Item : $"{line.Item}, {line.Detail}",
                Money.Text(line, line.Minimum),
                Money.Text(line, line.Maximum),
                Bar.Of(estimate.Maximum > 0 ? (double)(line.Maximum / estimate.Maximum) : 0, "accent"),
            ])),
        .. estimate.Notes.Select(note => Element("p", Class("muted"), note)),
    ];
}

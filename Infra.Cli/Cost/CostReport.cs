using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Cost;

/// <summary>Shows estimates to people: one line by line, or two side by side.</summary>
internal static class CostReport
{
    public static void Write(Terminal terminal, CostEstimate estimate)
    {
        var table = new TextTable(textColumns: 3);
        table.AddStrong(
            $"{estimate.StackName}, per month", "", "Quantity", "Price",
            $"USD at {Servers(estimate.Servers.Minimum)}", $"at {Servers(estimate.Servers.Maximum)}");
        foreach (var line in estimate.Lines)
        {
            table.Add(
                line.Item, line.Detail, QuantityOf(line), PriceOf(line), Money.Text(line, line.Minimum), Money.Text(line, line.Maximum));
        }

        table.AddStrong("Total", "", "", "", Money.Text(estimate.Minimum), Money.Text(estimate.Maximum));

        var console = terminal.Styled;
        table.Write(console);
        WriteFootnotes(console, [estimate]);
    }

    public static void WriteComparison(Terminal terminal, CostEstimate left, CostEstimate right)
    {
        var table = new TextTable(textColumns: 1);
        table.AddStrong("USD per month", AtMinimum(left), AtMinimum(right), "difference", AtMaximum(left), AtMaximum(right), "difference");
        foreach (var item in CostComparison.Items(left, right))
        {
            var (a, b) = (CostComparison.Find(left, item), CostComparison.Find(right, item));
            table.Add(
                item,
                Cell(a, a?.Minimum), Cell(b, b?.Minimum), Money.Signed((b?.Minimum ?? 0m) - (a?.Minimum ?? 0m)),
                Cell(a, a?.Maximum), Cell(b, b?.Maximum), Money.Signed((b?.Maximum ?? 0m) - (a?.Maximum ?? 0m)));
        }

        table.AddStrong(
            "Total",
            Money.Text(left.Minimum), Money.Text(right.Minimum), Money.Signed(right.Minimum - left.Minimum),
            Money.Text(left.Maximum), Money.Text(right.Maximum), Money.Signed(right.Maximum - left.Maximum));

        var console = terminal.Styled;
        table.Write(console);
        WriteFootnotes(console, [left, right]);
    }

    private static string AtMinimum(CostEstimate estimate) => $"{estimate.StackName}, {Servers(estimate.Servers.Minimum)}";

    private static string AtMaximum(CostEstimate estimate) => $"{estimate.StackName}, {Servers(estimate.Servers.Maximum)}";

    private static string Servers(int count) => Money.Quantity(count, "server");

    private static string Cell(CostLine? line, decimal? amount) => line is null ? "-" : Money.Text(line, amount!.Value);

    private static string QuantityOf(CostLine line) => line.MinimumQuantity == line.MaximumQuantity
        ? Money.Quantity(line.MinimumQuantity, line.Price.Unit)
        : $"{Money.Quantity(line.MinimumQuantity)} to {Money.Quantity(line.MaximumQuantity, line.Price.Unit)}";

    private static string PriceOf(CostLine line) => line.Price.Tiers is [var first, var second, ..] && line.MaximumQuantity > second.From
        ? $"from {Money.UnitPrice(first.UnitPrice)} down"
        : Money.UnitPrice(line.Price.Tiers[0].UnitPrice);

    private static void WriteFootnotes(IAnsiConsole console, IReadOnlyList<CostEstimate> estimates)
    {
        var first = estimates[0];
        string[] footnotes =
        [
            $"{string.Join(" and ", estimates.Select(estimate => estimate.Region).Distinct())}: "
                + $"AWS's list prices of {first.PriceDate} on demand, without tax, free tier and savings plans.",
            $"For {Money.Quantity(first.Usage.TrafficGb)} GB to the internet and {Money.Quantity(first.Usage.Requests)} requests "
                + $"in {Money.Quantity(Usage.HoursPerMonth)} hours, "
                + "spread evenly: see --traffic-gb and --requests.",
            "Each line is rounded to a cent; the totals are the sums of the lines. "
                + $"{string.Join(" and ", estimates.Select(FreeOf))} cost nothing: --json says why.",
            .. estimates.SelectMany(estimate => estimate.Notes).Distinct(),
        ];

        console.WriteLine();
        foreach (var footnote in footnotes)
        {
            console.Write(new Text(footnote));
            console.WriteLine();
        }
    }

    private static string FreeOf(CostEstimate estimate) =>
        $"{Money.Quantity(estimate.Free.Sum(free => free.Count), "other resource")} of {estimate.StackName}";
}

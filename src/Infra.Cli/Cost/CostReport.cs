using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Cost;

/// <summary>Shows estimates to people, in 80 columns: one line by line, or two side by side.</summary>
internal static class CostReport
{
    public static void Write(Terminal terminal, CostEstimate estimate)
    {
        var table = new CostTable(textColumns: 2);
        table.AddStrong(
            $"{estimate.StackName}, USD per month", "Quantity", "Price",
            Servers(estimate.Servers.Minimum), Servers(estimate.Servers.Maximum));
        foreach (var line in estimate.Lines)
            table.Add(line.Name, QuantityOf(line), PriceOf(line), Money.Minimum(line), Money.Maximum(line));

        table.AddStrong(TotalOf([estimate]), "", "", Money.Text(estimate.Minimum), Money.Text(estimate.Maximum));

        var console = terminal.Styled;
        table.Write(console);
        WriteFootnotes(console, [estimate]);
    }

    public static void WriteComparison(Terminal terminal, CostEstimate left, CostEstimate right)
    {
        var table = new CostTable(textColumns: 1);
        table.AddStrong("USD per month", AtMinimum(left), AtMinimum(right), "change", AtMaximum(left), AtMaximum(right), "change");
        foreach (var item in CostComparison.Items(left, right))
        {
            var (a, b) = (CostComparison.Find(left, item), CostComparison.Find(right, item));
            var isKnown = a?.Price.IsKnown != false && b?.Price.IsKnown != false;
            table.Add(
                item,
                Cell(a, Money.Minimum), Cell(b, Money.Minimum), Change(isKnown, a?.Minimum, b?.Minimum),
                Cell(a, Money.Maximum), Cell(b, Money.Maximum), Change(isKnown, a?.Maximum, b?.Maximum));
        }

        var areKnown = left.IsComplete && right.IsComplete;
        table.AddStrong(
            TotalOf([left, right]),
            Money.Text(left.Minimum), Money.Text(right.Minimum), Change(areKnown, left.Minimum, right.Minimum),
            Money.Text(left.Maximum), Money.Text(right.Maximum), Change(areKnown, left.Maximum, right.Maximum));

        var console = terminal.Styled;
        table.Write(console);
        WriteFootnotes(console, [left, right]);
    }

    private static string TotalOf(IReadOnlyList<CostEstimate> estimates) =>
        estimates.All(estimate => estimate.IsComplete) ? "Total" : "Total, at least";

    private static string AtMinimum(CostEstimate estimate) => $"{estimate.StackName}, {Servers(estimate.Servers.Minimum)}";

    private static string AtMaximum(CostEstimate estimate) => $"{estimate.StackName}, {Servers(estimate.Servers.Maximum)}";

    private static string Servers(int count) => Money.Quantity(count, "server");

    private static string Cell(CostLine? line, Func<CostLine, string> amount) => line is null ? "-" : amount(line);

    private static string Change(bool isKnown, decimal? left, decimal? right) =>
        isKnown ? Money.Signed((right ?? 0m) - (left ?? 0m)) : Money.Unknown;

    private static string QuantityOf(CostLine line) => line.MinimumQuantity == line.MaximumQuantity
        ? Money.Quantity(line.MinimumQuantity, line.Price.Unit)
        : $"{Money.Quantity(line.MinimumQuantity)} to {Money.Quantity(line.MaximumQuantity, line.Price.Unit)}";

    private static string PriceOf(CostLine line) => line.Price.Tiers switch
    {
        [] => Money.Unknown,
        [var first, var second, ..] when line.MaximumQuantity > second.From => $"{Money.UnitPrice(first.UnitPrice)} down",
        [var first, ..] => Money.UnitPrice(first.UnitPrice),
    };

    private static void WriteFootnotes(IAnsiConsole console, IReadOnlyList<CostEstimate> estimates)
    {
        var first = estimates[0];
        string[] footnotes =
        [
            .. estimates.Where(estimate => !estimate.IsComplete).Select(GapsOf),
            $"AWS's list prices in {string.Join(" and ", estimates.Select(DatesOf).Distinct())}, "
                + "on demand, without tax, free tier and savings plans.",
            $"For {Money.Quantity(first.Usage.TrafficGb)} GB to the internet and {Money.Quantity(first.Usage.Requests)} requests "
                + $"in {Money.Quantity(Usage.HoursPerMonth)} hours, "
                + "spread evenly: see --traffic-gb and --requests.",
            "Each line is rounded to a cent; the totals are the sums of the lines. "
                + $"{string.Join(" and ", estimates.Select(FreeOf))} cost nothing: --json says why.",
            .. estimates.SelectMany(estimate => estimate.Notes).Distinct(),
        ];

        console.WriteLine();
        foreach (var line in footnotes.SelectMany(footnote => TextWrap.Lines(LegibleText.Line(footnote), CostTable.Width)))
        {
            console.Write(new Text(line));
            console.WriteLine();
        }
    }

    private static string DatesOf(CostEstimate estimate) => $"{estimate.Region}, {estimate.ShownDates}";

    private static string GapsOf(CostEstimate estimate) =>
        $"The total of {estimate.StackName} is more by what has no price here: "
        + $"{string.Join(", ", estimate.Gaps.Select(gap => gap.Price.Thing).Distinct())}. "
        + $"'infra prices {estimate.Region} --update' reads AWS's price list.";

    private static string FreeOf(CostEstimate estimate) =>
        $"{Money.Quantity(estimate.Free.Sum(free => free.Count), "other resource")} of {estimate.StackName}";
}

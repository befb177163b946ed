using System.Collections.Immutable;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost.Updating;

/// <summary>Shows what is in the book, and how old it is.</summary>
internal sealed class PricesReport(Terminal terminal, PriceBook book, DateOnly today)
{
    // What is said to be old unless somebody says when.
    private const int Year = 365;

    /// <summary>Writes it.</summary>
    /// <param name="regions">Which regions, in full; none for a line of each that the book has.</param>
    /// <param name="olderThan">How many days old a price may be; none for any age.</param>
    /// <returns>The exit code.</returns>
    public int Write(IReadOnlyList<string>? regions, int? olderThan)
    {
        if (regions is null)
            WriteAll(olderThan ?? Year);
        else
            WriteEach(regions, olderThan ?? Year);

        var isOld = (regions ?? PriceBook.Regions).Any(region => Old(region, olderThan ?? Year) > 0);
        return olderThan is not null && isOld ? ExitCode.CheckFailed : ExitCode.Done;
    }

    private void WriteAll(int days)
    {
        var table = new CostTable(textColumns: 1);
        table.AddStrong("region", "items", "servers", "oldest", "newest", "old");
        foreach (var region in PriceBook.Regions)
        {
            var records = Records(region);
            var dates = records.Select(recorded => recorded.Record.Date).ToList();
            table.Add(
                region, $"{book.Items.Count(item => book.Of(item, region).IsKnown)} of {book.Items.Count}",
                $"{records.Sum(recorded => recorded.Servers.Count)}",
                Date(dates.Min()), Date(dates.Max()), $"{Old(region, days)}");
        }

        table.Write(terminal.Styled);
        Line("");
        Wrapped(
            $"Old is what is older than {days} days or has no date. "
            + "'infra prices <region>' lists them, with their sources and what is missing.");
    }

    private void WriteEach(IReadOnlyList<string> regions, int days)
    {
        foreach (var region in regions)
        {
            Line($"{region}:");
            foreach (var recorded in Records(region))
            {
                var isOld = recorded.Record.IsOlderThan(days, today) ? $", older than {days} days" : "";
                Line($"- {recorded.Record.ShownDate}{isOld}:");

                // An address is to be copied: it stays in one line.
                Line($"  {recorded.Record.Source}");
                Wrapped($"  {string.Join(", ", Things(recorded))}");
            }

            var missing = book.Items.Where(item => !book.Of(item, region).IsKnown).ToList();
            if (missing.Count > 0)
                Wrapped($"- not known: {string.Join(", ", missing)}");
            Line("");
        }

        Line("In every region the same:");
        foreach (var (item, price) in Everywhere())
            Line($"- {item}: {Money.UnitPrice(price.Tiers[0].UnitPrice)} per {price.Unit}, {price.Record!.ShownDate}");
    }

    private ImmutableArray<RecordedPrices> Records(string region) => book.Of(region)?.Records ?? [];

    private int Old(string region, int days) => Records(region)
        .Where(recorded => recorded.Record.IsOlderThan(days, today))
        .Sum(recorded => recorded.Items.Count + recorded.Servers.Count);

    private static IEnumerable<string> Things(RecordedPrices recorded) =>
    [
        .. recorded.Items.Select(item => $"{item.Key} {Money.UnitPrice(item.Value[0].UnitPrice)}{(item.Value.Length > 1 ? " down" : "")}"),
        .. recorded.Servers.GroupBy(server => InstanceTypeOrder.Parts(server.Key).Family, StringComparer.Ordinal)
            .Select(family => $"{family.Key} ({Money.Quantity(family.Count(), "size")})"),
    ];

    // A region that there is not has no prices of its own.
    private IEnumerable<(string Item, Price Price)> Everywhere() =>
        book.Items.Select(item => (item, book.Of(item, ""))).Where(pair => pair.Item2.IsKnown);

    private static string Date(DateOnly? date) => date is { } day ? PriceRecord.Text(day) : "-";

    private void Wrapped(string text)
    {
        var indent = text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("  ", StringComparison.Ordinal) ? "  " : "";
        var lines = TextWrap.Lines(text[indent.Length..], CostTable.Width - indent.Length);
        for (var i = 0; i < lines.Count; i++)
            Line((i == 0 ? text[..indent.Length] : indent) + lines[i]);
    }

    private void Line(string text) => terminal.Out.WriteLine(text);
}

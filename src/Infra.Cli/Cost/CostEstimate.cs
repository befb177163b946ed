using System.Collections.Immutable;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>What a stack costs in a month.</summary>
internal sealed record CostEstimate
{
    public required string StackName { get; init; }

    public required string Region { get; init; }

    public required string Currency { get; init; }

    public required Usage Usage { get; init; }

    public required ServerRange Servers { get; init; }

    /// <summary>What is charged, those things too whose price is not known.</summary>
    public required ImmutableArray<CostLine> Lines { get; init; }

    /// <summary>The types of the stack's resources that cost nothing, with their number and the reason.</summary>
    public required ImmutableArray<FreeResources> Free { get; init; }

    /// <summary>What may have to be paid on top.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The lines whose price is not known: the totals are what the others make, and so at least what is to be paid.</summary>
    public IEnumerable<CostLine> Gaps => Lines.Where(line => !line.Price.IsKnown);

    /// <summary>Whether every price is known.</summary>
    public bool IsComplete => !Gaps.Any();

    public decimal Minimum => Lines.Sum(line => line.Minimum);

    public decimal Maximum => Lines.Sum(line => line.Maximum);

    /// <summary>The dates of the oldest and of the newest record that a line is priced by; none where no record has a date.</summary>
    public (DateOnly Oldest, DateOnly Newest)? Recorded
    {
        get
        {
            var dates = Lines.Select(line => line.Price.Record?.Date).OfType<DateOnly>().ToList();
            return dates.Count > 0 ? (dates.Min(), dates.Max()) : null;
        }
    }

    /// <summary>The same for a sentence, e.g. <c>recorded 2025-10-28 to 2026-10-10</c>.</summary>
    public string ShownDates => Recorded switch
    {
        null => "not dated",
        var (oldest, newest) when oldest == newest => $"recorded {PriceRecord.Text(oldest)}",
        var (oldest, newest) => $"recorded {PriceRecord.Text(oldest)} to {PriceRecord.Text(newest)}",
    };
}

/// <summary>Resources that cost nothing.</summary>
internal sealed record FreeResources(string Type, int Count, string Why);

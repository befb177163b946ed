using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>One line of an estimate: a quantity at a price, with the fewest and with the most servers.</summary>
internal sealed record CostLine
{
    /// <summary>What it is, the same in every stack, so that two stacks can be compared line by line.</summary>
    public required string Item { get; init; }

    /// <summary>What it is in this stack, e.g. the instance type; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What one of it costs; may be not known.</summary>
    public required Price Price { get; init; }

    public required decimal MinimumQuantity { get; init; }

    public required decimal MaximumQuantity { get; init; }

    /// <summary>In dollars and whole cents: totals are sums of what is shown, so that a reader who adds up the lines gets them.</summary>
    public decimal Minimum => Cents(Price.Of(MinimumQuantity));

    /// <summary>As <see cref="Minimum"/>.</summary>
    public decimal Maximum => Cents(Price.Of(MaximumQuantity));

    /// <summary>Item and detail in one.</summary>
    public string Name => Detail.Length == 0 ? Item : $"{Item}: {Detail}";

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

using System.Collections.Immutable;

namespace Infra.Cli.Cost;

/// <summary>What a stack costs in a month.</summary>
internal sealed record CostEstimate
{
    public required string StackName { get; init; }

    public required string Region { get; init; }

    public required string PriceDate { get; init; }

    public required string Currency { get; init; }

    public required Usage Usage { get; init; }

    public required ServerRange Servers { get; init; }

    public required ImmutableArray<CostLine> Lines { get; init; }

    /// <summary>The types of the stack's resources that cost nothing, with their number and the reason.</summary>
    public required ImmutableArray<FreeResources> Free { get; init; }

    /// <summary>What may have to be paid on top.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    public decimal Minimum => Lines.Sum(line => line.Minimum);

    public decimal Maximum => Lines.Sum(line => line.Maximum);
}

/// <summary>Resources that cost nothing.</summary>
internal sealed record FreeResources(string Type, int Count, string Why);

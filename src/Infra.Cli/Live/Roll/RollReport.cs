using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Roll;

/// <summary>What became of a roll.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Outputs">What it says of its group.</param>
/// <param name="Verdicts">In the order of the claims.</param>
internal sealed record RollReport(string Stack, RollOutputs Outputs, IReadOnlyList<Verdict> Verdicts) : ClaimReport(Verdicts)
{
    /// <summary>The version that was to be rolled; none if that could not be found out.</summary>
    public string? Version { get; init; }

    /// <summary>The version before it; none if there was nothing to roll.</summary>
    public string? Former { get; init; }

    public override string Subject => Stack;

    public override string Heading => $"Roll of {Stack}: group {Outputs.GroupName} in {Outputs.Region}";

    public override string Suite => $"infra roll {Stack}";
}

using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>What a control says of one resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Problem">What is wrong with it, if anything, or why nobody can tell.</param>
/// <param name="Waiver">Why that is accepted, if it is.</param>
internal sealed record ControlFinding(ResourceNode Resource, string? Problem, Waiver? Waiver)
{
    /// <summary>Whether the plan tells too little to say anything.</summary>
    public bool IsNotKnown { get; init; }

    public ControlOutcome Outcome => (Problem, Waiver) switch
    {
        (null, _) => ControlOutcome.Pass,
        (_, not null) => ControlOutcome.Waived,
        _ => IsNotKnown ? ControlOutcome.NotKnown : ControlOutcome.Fail,
    };
}

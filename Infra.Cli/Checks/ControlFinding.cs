using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>What a control says of one resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Problem">What is wrong with it, if anything.</param>
/// <param name="Waiver">Why that is accepted, if it is.</param>
internal sealed record ControlFinding(ResourceNode Resource, string? Problem, Waiver? Waiver)
{
    public ControlOutcome Outcome => (Problem, Waiver) switch
    {
        (null, _) => ControlOutcome.Pass,
        (_, null) => ControlOutcome.Fail,
        _ => ControlOutcome.Waived,
    };
}

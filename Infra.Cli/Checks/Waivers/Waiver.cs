using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Waivers;

/// <summary>Accepts that some resources fail a control.</summary>
internal sealed record Waiver
{
    public required string ControlId { get; init; }

    /// <summary>Logical names. All of them must fail the control, or the waiver is stale.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>The stacks that it is for; empty for all.</summary>
    public ImmutableArray<string> Stacks { get; init; } = [];

    /// <summary>A sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it begins in the file.</summary>
    public required int Line { get; init; }

    public bool IsFor(string stackName) => Stacks.IsEmpty || Stacks.Contains(stackName);

    public bool Covers(Control control, ResourceNode resource) => ControlId == control.Id && Resources.Contains(resource.Name);
}

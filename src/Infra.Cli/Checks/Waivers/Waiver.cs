using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Waivers;

/// <summary>Accepts that some resources fail a control.</summary>
internal sealed record Waiver
{
    public required string ControlId { get; init; }

    /// <summary>Logical names. All of them must fail the control, or the waiver is stale.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>The stacks that it is for.</summary>
    public WaivedStacks Stacks { get; init; } = WaivedStacks.All;

    /// <summary>A sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>For which settings it is accepted, if not for any, and why.</summary>
    public string Acceptance => Stacks.When.IsAlways ? $"Accepted: {Reason}" : $"Accepted where {Stacks.When.Text}: {Reason}";

    /// <summary>The file that it stands in, from the project's directory.</summary>
    public required string File { get; init; }

    /// <summary>Where it begins in the file.</summary>
    public required int Line { get; init; }

    /// <summary>
    /// Whether it is part of the design, which is for any settings: then a stack need not have what it names, nor fail the control.
    /// </summary>
    public bool IsOfTheDesign => File == WaiverFile.DesignPath;

    public bool Covers(Control control, ResourceNode resource) => ControlId == control.Id && Resources.Contains(resource.Name);
}

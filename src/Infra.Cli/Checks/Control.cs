using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>What is wrong with a resource, as a clause that follows its name; null when nothing is.</summary>
internal delegate string? Expectation(ResourceNode node, ResourceGraph graph);

/// <summary>Something that must hold for every resource of a kind.</summary>
/// <param name="Id">Ours, and stable: waivers and code scanning refer to it.</param>
/// <param name="Severity">How bad it is when it fails.</param>
/// <param name="Title">One sentence: what holds when it passes.</param>
internal sealed record Control(string Id, Severity Severity, string Title)
{
    /// <summary>What the same is called elsewhere, e.g. <c>FSBP ELB.1</c>; empty when the control is only ours.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The customer's requirements that it guards, e.g. <c>R2</c>.</summary>
    public ImmutableArray<string> Requirements { get; init; } = [];

    /// <summary>The resources to look at; without any the control does not apply.</summary>
    public required Subjects On { get; init; }

    public required Expectation Problem { get; init; }

    /// <summary>How to make it pass.</summary>
    public required string Mend { get; init; }
}

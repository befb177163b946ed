using Infra.Cli.Diff.Effects;
using Infra.Cli.Diff.Facts;

namespace Infra.Cli.Diff;

/// <summary>Everything that a comparison shows.</summary>
/// <param name="Against">What the stack is compared with, as the user knows it.</param>
/// <param name="Graph">The resources and settings.</param>
/// <param name="Effect">What the change does to the site.</param>
/// <param name="CostBefore">What the stack cost.</param>
/// <param name="CostAfter">What it will cost.</param>
/// <param name="Controls">The controls that say something else.</param>
/// <param name="Times">The healing and scaling times.</param>
internal sealed record StackDiff(
    string Against,
    GraphDiff Graph,
    Effect Effect,
    CostFact CostBefore,
    CostFact CostAfter,
    IReadOnlyList<ControlChange> Controls,
    IReadOnlyList<TimeChange> Times)
{
    public string StackName => Graph.After.StackName;

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty =>
        Graph.Nodes.Count == 0 && Graph.Settings.Count == 0 && Controls.Count == 0 && !Times.Any(time => time.IsDifferent)
        && !IsCostDifferent;

    public bool IsCostDifferent => CostBefore != CostAfter;

    public static StackDiff Of(string against, GraphDiff graph, PlanFacts before, PlanFacts after) => new(
        against,
        graph,
        Effect.Of(graph),
        before.Cost,
        after.Cost,
        ControlChange.Between(before.Controls, after.Controls),
        TimeChange.Between(graph.Before, graph.After));
}

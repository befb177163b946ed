using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Shell;

namespace Infra.Cli.Diff.Reports;

/// <summary>A comparison for programs.</summary>
internal static class DiffJson
{
    public static string Of(StackDiff diff, IReadOnlyList<string> forbidden) => ReportJson.Of(new
    {
        Stack = diff.StackName,
        diff.Against,
        IsDifferent = !diff.IsEmpty,
        diff.Graph.Settings,
        Effect = new
        {
            diff.Effect.NeedsNewStack,
            diff.Effect.Roll,
            RollSeconds = diff.Effect.RollsWithin?.TotalSeconds,
            Breaks = diff.Effect.Breaks.Select(interrupted => new
            {
                interrupted.Resource,
                interrupted.Happens,
                Interrupts = interrupted.Who,
                Seconds = interrupted.For?.TotalSeconds,
            }),
        },
        Cost = new { Before = Cost(diff.CostBefore), After = Cost(diff.CostAfter) },
        diff.Controls,
        Times = diff.Times.Select(time => new
        {
            Until = time.What,
            SecondsBefore = time.Before?.TotalSeconds,
            SecondsAfter = time.After?.TotalSeconds,
        }),
        Resources = diff.Graph.Nodes.Select(Resource),
        Forbidden = forbidden,
    });

    private static object Resource(NodeDiff node) => new
    {
        node.Change,
        node.Node.Urn,
        node.Node.Type,
        node.Node.Name,
        ReplacedBy = node.Change == Change.Replaced ? node.ReplacedBy : null,
        Properties = node.Properties.Select(property => new
        {
            property.Path,
            property.Before,
            property.After,
            Lines = property.Lines.Count == 0 ? null : property.Lines.Select(line => $"{line.Mark}{line.Text}"),
            property.ForcesReplacement,
            property.Follows,
        }),
    };

    private static object Cost(CostFact cost) => cost.WhyNot is { } why
        ? new { NotKnown = why }
        : new
        {
            FewestServers = cost.Fewest,
            MostServers = cost.Most,
            cost.Minimum,
            cost.Maximum,
            Gaps = cost.Gaps.Length == 0 ? null : cost.Gaps,
        };
}

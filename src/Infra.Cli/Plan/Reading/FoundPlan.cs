using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Says in a line what a file with a plan turned out to be.</summary>
internal static class FoundPlan
{
    private const int MostNames = 5;

    /// <param name="name">What the user knows the file by.</param>
    /// <param name="graph">What was read of it.</param>
    public static string Line(string name, ResourceGraph graph)
    {
        string[] parts =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is {KindOf(graph)}: stack {graph.StackName} of {graph.ProjectName}, {graph.Nodes.Count} resources"),
            ConfigurationOf(graph),
            .. graph.Origin == PlanKind.Events ? ["events tell neither dependencies nor options"] : Array.Empty<string>(),
            .. Others(graph.Others),
            .. ByHand(graph),
            .. Unknown(graph),
        ];
        return $"{string.Join("; ", parts)}.";
    }

    private static string KindOf(ResourceGraph graph) => graph.Origin switch
    {
        PlanKind.OwnPreview => "a preview of this tool",
        PlanKind.Preview => "a preview of Pulumi's",
        PlanKind.Events => "a log of Pulumi's events",
        PlanKind.Found => "a preview of Pulumi's, taken for what it found",
        _ => "a state of Pulumi's",
    };

    private static string ConfigurationOf(ResourceGraph graph) => graph switch
    {
        { IsConfigurationKnown: false } => "its configuration is not known",
        { Origin: PlanKind.State } => $"its configuration is taken from Pulumi.{graph.StackName}.yaml",
        _ => "its configuration is in it",
    };

    private static IEnumerable<string> Others(IReadOnlyList<OtherResource> others)
    {
        if (others.Count == 0)
            yield break;

        var names = others.Select(other => $"{other.Type} {other.Name} {other.Why}").ToList();
        yield return string.Create(CultureInfo.InvariantCulture, $"left alone: {others.Count} ({Listed(names)})");
    }

    private static string Listed(List<string> names) => string.Join(", ", names.Take(MostNames).Select(LegibleText.Of)
        .Concat(names.Count > MostNames ? [string.Create(CultureInfo.InvariantCulture, $"{names.Count - MostNames} more")] : []));

    // Which inputs, and not their values, which may be secrets.
    private static IEnumerable<string> ByHand(ResourceGraph graph)
    {
        var added = graph.Nodes.Where(node => node.IsAddedByHand).Select(node => $"{node.Kind} {node.Name}").ToList();
        if (added.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"added by hand: {added.Count} ({Listed(added)})");

        var changed = graph.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")).ToList();
        if (changed.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"otherwise than the program made it: {changed.Count} ({Listed(changed)})");
        }
    }

    private static IEnumerable<string> Unknown(ResourceGraph graph)
    {
        var count = graph.StandIns.Count
            + graph.Nodes.Sum(node => node.Inputs.Values.Sum(input => UnknownIn(input, UnknownValue.Instance)));
        if (count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"not known yet: {count} values");
        var hidden = graph.Nodes.Sum(node => node.Inputs.Values.Sum(input => UnknownIn(input, UnknownValue.Hidden)));
        if (hidden > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"secret: {hidden} values");
    }

    private static int UnknownIn(object value, UnknownValue kind) => value switch
    {
        UnknownValue => value == kind ? 1 : 0,
        ImmutableArray<object> items => items.Sum(item => UnknownIn(item, kind)),
        ImmutableDictionary<string, object> members => members.Values.Sum(member => UnknownIn(member, kind)),
        _ => 0,
    };
}

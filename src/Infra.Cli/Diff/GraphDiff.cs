using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff;

/// <summary>What is different between two plans of a stack, wherever they are from.</summary>
/// <param name="Before">The former one.</param>
/// <param name="After">The new one.</param>
/// <param name="Nodes">The resources in which they differ, in the order of the new plan, behind them those that go.</param>
/// <param name="Settings">The settings in which they differ.</param>
internal sealed record GraphDiff(
    ResourceGraph Before, ResourceGraph After, IReadOnlyList<NodeDiff> Nodes, IReadOnlyList<SettingDiff> Settings)
{
    private const string Trigger = "replacementTrigger";

    public static GraphDiff Between(ResourceGraph before, ResourceGraph after)
    {
        var former = Custom(before);
        var now = Custom(after);
        var (one, other) = ComparedPlan.Both(before, after);
        var form = new ProvidersForm(before, after);
        var kept = Replacements.Of(
            from entry in now
            where former.ContainsKey(entry.Key)
            let pair = form.Alike(former[entry.Key], entry.Value)
            select Pair((one, pair.Before), (other, pair.After)));
        var changed = kept.ToDictionary(diff => diff.Node.Urn, StringComparer.Ordinal);
        return new(
            before,
            after,
            [
                .. from entry in now
                   let isNew = !former.ContainsKey(entry.Key)
                   where isNew || changed.ContainsKey(entry.Value.Urn)
                   select isNew ? new(null, entry.Value, Change.Created, []) : changed[entry.Value.Urn],
                // What somebody added by hand stays, since no program knows of it.
                .. from entry in former
                   where !now.ContainsKey(entry.Key) && !entry.Value.IsAddedByHand
                   select new NodeDiff(entry.Value, null, Change.Deleted, []),
            ],
            SettingDiff.Between(before, after));
    }

    /// <summary>The resources of which something becomes.</summary>
    public IEnumerable<NodeDiff> Of(Change change) => Nodes.Where(node => node.Change == change);

    // A component is only a group of others.
    private static Dictionary<string, ResourceNode> Custom(ResourceGraph graph) =>
        graph.Nodes.Where(node => node.IsCustom).ToDictionary(ResourceKey.Of, StringComparer.Ordinal);

    private static NodeDiff Pair((ComparedPlan Plan, ResourceNode Node) before, (ComparedPlan Plan, ResourceNode Node) after)
    {
        var (former, now) = (before.Node, after.Node);
        var properties =
            from input in former.Inputs.Keys.Union(now.Inputs.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            where !now.Options.IgnoreChanges.Contains(input)
            from property in ValueDiff.Of(input, before, after)
            let forces = ReplacingInputs.Contains(now.Type, input) || now.Options.ReplaceOnChanges.Contains(input)
            select property with { ForcesReplacement = forces };
        return new(former, now, Change.Changed, [.. properties, .. TriggerOf(former, now)]);
    }

    // A state does not have it.
    private static IEnumerable<PropertyDiff> TriggerOf(ResourceNode before, ResourceNode after) =>
        (before.Options.ReplacementTrigger, after.Options.ReplacementTrigger) is ({ } former, { } now) && former != now
            ? [new(Trigger, ShownValue.Of(former, text => text), ShownValue.Of(now, text => text)) { ForcesReplacement = true }]
            : [];
}

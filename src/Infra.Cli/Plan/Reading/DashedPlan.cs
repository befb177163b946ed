using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>Puts a dash where an input is not known, for a drawing.</summary>
internal static class DashedPlan
{
    /// <summary>The same stack with dashes.</summary>
    public static ResourceGraph Of(ResourceGraph graph) => graph.With(node => node with { Inputs = Of(node) });

    // Who refers to whom stays open where it is: of two dashes nobody knows whether they are one.
    private static ImmutableDictionary<string, object> Of(ResourceNode node)
    {
        var references = ReferenceInputs.Of(node.Type).Select(reference => reference.Path.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return node.Inputs.ToImmutableDictionary(
            input => input.Key, input => references.Contains(input.Key) ? input.Value : Dashed(input.Value), StringComparer.Ordinal);
    }

    private static object Dashed(object value) => value switch
    {
        UnknownValue => StandIns.Dash,
        ImmutableArray<object> items => items.Select(Dashed).ToImmutableArray(),
        ImmutableDictionary<string, object> members =>
            members.ToImmutableDictionary(member => member.Key, member => Dashed(member.Value), StringComparer.Ordinal),
        _ => value,
    };
}

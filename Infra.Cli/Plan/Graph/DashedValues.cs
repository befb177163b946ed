using System.Collections.Immutable;

namespace Infra.Cli.Plan.Graph;

/// <summary>Puts a dash where an input is not known, for a drawing.</summary>
internal static class DashedValues
{
    public static ResourceNode Of(ResourceNode node) => node with { Inputs = Of(node.Inputs) };

    private static ImmutableDictionary<string, object> Of(ImmutableDictionary<string, object> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => Of(entry.Value));

    private static object Of(object value) => value switch
    {
        UnknownValue => StandIns.Dash,
        ImmutableArray<object> items => items.Select(Of).ToImmutableArray(),
        ImmutableDictionary<string, object> members => Of(members),
        _ => value,
    };
}

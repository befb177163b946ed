using System.Collections.Immutable;

namespace Infra.Cli.Plan.Graph;

/// <summary>
/// Texts in place of ids, ARNs and names that are not known yet. A stand-in is equal to that of the same resource and to nothing else, so
/// it tells who refers to whom; it is never shown.
/// </summary>
internal sealed class StandIns(IEnumerable<string> texts)
{
    /// <summary>What is shown instead.</summary>
    public const string Dash = "\u2013";

    public static readonly StandIns None = new([]);

    // The longest first, so that one that is part of another does not leave the rest of it.
    private readonly string[] _texts = [.. texts.Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];

    /// <summary>How many values they stand for.</summary>
    public int Count => _texts.Length;

    /// <summary>The text with a dash for each.</summary>
    public string ShownIn(string text) =>
        _texts.Aggregate(text, (shown, standIn) => shown.Replace(standIn, Dash, StringComparison.Ordinal));

    /// <summary>The resource without them, as the engine would have it.</summary>
    public ResourceNode Removed(ResourceNode node) => Count == 0
        ? node
        : node with
        {
            Id = _texts.Contains(node.Id) ? null : node.Id,
            Inputs = Removed(node.Inputs),
            Outputs = Removed(node.Outputs),
        };

    private ImmutableDictionary<string, object> Removed(ImmutableDictionary<string, object> values) =>
        values.ToImmutableDictionary(value => value.Key, value => Removed(value.Value), StringComparer.Ordinal);

    private object Removed(object value) => value switch
    {
        string text => _texts.Contains(text) ? UnknownValue.Instance : text,
        ImmutableArray<object> items => items.Select(Removed).ToImmutableArray(),
        ImmutableDictionary<string, object> members => Removed(members),
        _ => value,
    };
}

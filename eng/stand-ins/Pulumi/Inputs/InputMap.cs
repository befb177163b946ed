using System.Collections;

namespace Pulumi;

/// <summary>A map argument with string keys whose values, or the map as a whole, may be outputs.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;
    private Output<ImmutableDictionary<string, TValue>>? _flattened;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries) => _entries = entries;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(Output.Create(Wrap(values)));
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Output.Create(Wrap(values)));
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Wrap));
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Wrap));
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Wrap));

    /// <summary>Joins two maps; the second one wins where both have a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        var (head, tail) = (first._entries, second._entries);
        return new(head.Apply(entries => tail.Apply(entries.SetItems)));
    }

    public void Add(string key, Input<TValue> value) => Replace(_entries.Apply(entries => With(entries, key, value)));
    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        var added = values._entries;
        Replace(_entries.Apply(entries => added.Apply(others =>
            others.Aggregate(entries, (all, other) => With(all, other.Key, other.Value)))));
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated: apply a function to its output instead.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _flattened ??= _entries.Apply(entries =>
        Output.All<KeyValuePair<string, TValue>>(entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(pairs => pairs.ToImmutableDictionary()));

    private static ImmutableDictionary<string, Input<TValue>> Wrap(IEnumerable<KeyValuePair<string, TValue>> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);

    private static ImmutableDictionary<string, Input<TValue>> With(
        ImmutableDictionary<string, Input<TValue>> entries, string key, Input<TValue> value) =>
        entries.SetItem(key, entries.TryGetValue(key, out var present) ? Agreed(key, present, value) : value);

    // Whether two values are equal is known only once both are.
    private static Input<TValue> Agreed(string key, Input<TValue> present, Input<TValue> added) =>
        Output.Tuple(present, added).Apply(pair => EqualityComparer<TValue>.Default.Equals(pair.Item1, pair.Item2)
            ? pair.Item2
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private void Replace(Output<ImmutableDictionary<string, Input<TValue>>> entries) => (_entries, _flattened) = (entries, null);
}

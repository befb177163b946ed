using System.Collections;

namespace Pulumi;

/// <summary>A list argument whose elements, or the list as a whole, may be outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _elements;
    private Output<ImmutableArray<T>>? _flattened;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
    {
        _elements = elements;
    }

    public static implicit operator InputList<T>(T value) => Of((Input<T>)value);

    public static implicit operator InputList<T>(Output<T> value) => Of((Input<T>)value);

    public static implicit operator InputList<T>(Input<T> value) => Of(value);

    public static implicit operator InputList<T>(T[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Output<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Input<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(List<T> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Output<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Input<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<T> values) =>
        From(values.IsDefault ? [] : values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        From(values.IsDefault ? [] : values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) =>
        From(values.IsDefault ? [] : values, value => value);

    public static implicit operator InputList<T>(Output<T[]> values) => FromOutput(values, array => array);

    public static implicit operator InputList<T>(Output<List<T>> values) => FromOutput(values, list => list);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => FromOutput(values, items => items);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        FromOutput(values, array => array.IsDefault ? [] : array);

    public void Add(params Input<T>[] inputs)
    {
        // A null reference here is the C# way to pass one null element, not a missing array.
        var added = inputs is null ? [null!] : ImmutableArray.Create(inputs);
        Append(_elements.Apply(elements => elements.AddRange(added)));
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Append(Joined(_elements, inputs._elements));

    public InputList<T> Concat(InputList<T> other) => new(Joined(_elements, other._elements));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _elements.DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);

        foreach (var element in data.IsKnown ? data.Value : [])
        {
            yield return element;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableArray<T>> AsOutput() =>
        _flattened ??= _elements.Apply(elements => Output.All(elements.AsEnumerable()));

    private static InputList<T> Of(Input<T> element) => new(Output.Create(ImmutableArray.Create(element)));

    private static InputList<T> From<TItem>(IEnumerable<TItem> items, Func<TItem, Input<T>> wrap) =>
        new(Output.Create(items.Select(wrap).ToImmutableArray()));

    private static InputList<T> FromOutput<TItems>(Output<TItems> items, Func<TItems, IEnumerable<T>> enumerate)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(items.Apply(all => enumerate(all).Select(item => (Input<T>)item).ToImmutableArray()));
    }

    private static Output<ImmutableArray<Input<T>>> Joined(
        Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second) =>
        first.Apply(head => second.Apply(tail => head.AddRange(tail)));

    private void Append(Output<ImmutableArray<Input<T>>> elements)
    {
        _elements = elements;
        _flattened = null;
    }
}

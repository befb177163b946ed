using System.Collections;

namespace Pulumi;

/// <summary>A list argument whose elements, or the list as a whole, may be outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable
{
    private Output<ImmutableArray<Input<T>>> _elements;
    private Output<ImmutableArray<T>>? _flattened;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements) => _elements = elements;

    public static implicit operator InputList<T>(T value) => (Input<T>)value;
    public static implicit operator InputList<T>(Output<T> value) => (Input<T>)value;
    public static implicit operator InputList<T>(Input<T> value) => Of([value], input => input);
    public static implicit operator InputList<T>(T[] values) => Of(values, value => value);
    public static implicit operator InputList<T>(Output<T>[] values) => Of(values, value => value);
    public static implicit operator InputList<T>(Input<T>[] values) => Of(values, value => value);
    public static implicit operator InputList<T>(List<T> values) => Of(values, value => value);
    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values, value => value);
    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values, value => value);
    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values.OrEmpty(), value => value);
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.OrEmpty(), value => value);
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values.OrEmpty(), value => value);
    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(Wrap));
    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(Wrap));
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(Wrap));
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(array => Wrap(array.OrEmpty())));

    public void Add(params Input<T>[] inputs)
    {
        // A null reference here is how C# passes one null element, not a missing array.
        var added = inputs is null ? [null!] : ImmutableArray.Create(inputs);
        Append(_elements.Apply(elements => elements.AddRange(added)));
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);
    public void AddRange(InputList<T> inputs) => Append(Concat(inputs)._elements);

    public InputList<T> Concat(InputList<T> other)
    {
        var added = other._elements;
        return new(_elements.Apply(head => added.Apply(tail => head.AddRange(tail))));
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated: apply a function to its output instead.");

    internal override Output<ImmutableArray<T>> AsOutput() => _flattened ??= _elements.Apply(elements => Output.All<T>(elements));

    private static InputList<T> Of<TItem>(IEnumerable<TItem> items, Func<TItem, Input<T>> wrap) =>
        new(Output.Create(items.Select(wrap).ToImmutableArray()));

    private static ImmutableArray<Input<T>> Wrap(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];
    private void Append(Output<ImmutableArray<Input<T>>> elements) => (_elements, _flattened) = (elements, null);
}

internal static class ImmutableArrayExtensions
{
    /// <summary>An array that was never assigned throws when it is read; here it counts as empty.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}

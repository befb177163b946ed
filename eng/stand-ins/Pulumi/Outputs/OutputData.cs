namespace Pulumi;

/// <summary>What an output resolves to: the value and everything that is known about it.</summary>
/// <remarks>
/// A class, although small: a task of a reference type shares one compiled body for every <typeparamref name="T"/>,
/// which keeps the start-up cost of programs with hundreds of output types low.
/// </remarks>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Known(T value, bool isSecret = false) =>
        new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, isSecret);

    public OutputData<TResult> With<TResult>(TResult value) => new(Resources, value, IsKnown, IsSecret);

    /// <summary>The inner value, which inherits what is known about the value that led to it.</summary>
    public OutputData<TResult> Combine<TResult>(OutputData<TResult> inner) => new(
        Resources.IsEmpty ? inner.Resources : Resources.Union(inner.Resources),
        inner.Value,
        IsKnown && inner.IsKnown,
        IsSecret || inner.IsSecret);
}

namespace Pulumi;

/// <summary>Reads inputs as outputs; a null input counts as a known null.</summary>
public static class InputExtensions
{
    public static Output<T> ToOutput<T>(this Input<T>? input) => input?.AsOutput() ?? Output.Create(default(T)!);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) =>
        input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) =>
        input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) =>
        input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) =>
        input.ToOutput().Apply(func);
}

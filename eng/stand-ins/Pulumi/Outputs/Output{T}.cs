namespace Pulumi;

/// <summary>A value that becomes available during a deployment, with the resources it came from.</summary>
public sealed class Output<T> : IOutput
{
    private const string ToStringMessage = """
        Calling [ToString] on an [Output<T>] is not supported.

        To get the value of an Output<T> as an Output<string> consider:
        1. o.Apply(v => $"prefix{v}suffix")
        2. Output.Format($"prefix{hostname}suffix");

        See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
        This function may throw in a future version of Pulumi.
        """;

    /// <param name="isTracked">False when another tracked task already completes this output.</param>
    internal Output(Task<OutputData<T>> dataTask, bool isTracked = true)
    {
        DataTask = dataTask;

        if (isTracked)
            Deployment.Track(dataTask);
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data), isTracked: false)
    {
    }

    internal Task<OutputData<T>> DataTask { get; }

    Task IOutput.Completion => DataTask;
    OutputData<object?> IOutput.Data => DataTask.Result.With<object?>(DataTask.Result.Value);

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Transforms the value once it is known; the callback does not run for an unknown value.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyAsync(func));
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.AsOutput());
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(FlattenAsync(ApplyAsync(func)));

    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default(ValueTuple);
    });

    /// <summary>Explains how to read an output instead: its value cannot be had synchronously.</summary>
    public override string ToString()
    {
        Log.Warn(ToStringMessage);

        return Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING")?.ToLowerInvariant() is "1" or "true"
            ? throw new InvalidOperationException(ToStringMessage)
            : ToStringMessage;
    }

    /// <summary>Changes what is known about the value, whether or not the value itself is.</summary>
    internal Output<T> Select(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(SelectAsync());

        async Task<OutputData<T>> SelectAsync() => change(await DataTask.ConfigureAwait(false));
    }

    private static async Task<OutputData<TResult>> FlattenAsync<TResult>(Task<OutputData<Output<TResult>?>> outer)
    {
        var data = await outer.ConfigureAwait(false);
        return data.Value is null
            ? data.With<TResult>(default!)
            : data.Combine(await data.Value.DataTask.ConfigureAwait(false));
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.With(data.IsKnown ? func(data.Value) : default!);
    }
}

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
        {
            Deployment.Track(dataTask);
        }
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data), isTracked: false)
    {
    }

    internal Task<OutputData<T>> DataTask { get; }

    Task IOutput.Completion => DataTask;

    OutputData<object?> IOutput.Data => DataTask.Result.Select<object?>(DataTask.Result.Value);

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Transforms the value once it is known; the callback does not run for an unknown value.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyValueAsync(func));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(ApplyTaskAsync(func));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) =>
        new(ApplyOutputAsync(value => func(value)?.AsOutput()));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyOutputAsync(func));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        new(ApplyTaskAsync(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default(ValueTuple);
        }));

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) =>
        Apply((T value) => func(value));

    /// <summary>Explains how to read an output instead: its value cannot be had synchronously.</summary>
    public override string ToString()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } flag
            && (flag == "1" || flag.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(ToStringMessage);
        }

        Log.Warn(ToStringMessage);
        return ToStringMessage;
    }

    private async Task<OutputData<TResult>> ApplyValueAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Select(func(data.Value)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyTaskAsync<TResult>(Func<T, Task<TResult>> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Select(await func(data.Value).ConfigureAwait(false)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyOutputAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);

        if (!data.IsKnown)
        {
            return data.Unknown<TResult>();
        }

        return func(data.Value) is { } inner
            ? data.Combine(await inner.DataTask.ConfigureAwait(false))
            : data.Select<TResult>(default!);
    }
}

namespace Pulumi;

/// <summary>An output that can be handed out before the output that gives its value exists.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new();

    public DeferredOutput()
    {
        Output = new(ResolveAsync());
    }

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        if (!_source.TrySetResult(output))
        {
            throw new InvalidOperationException("The deferred output has already been resolved.");
        }
    }

    private async Task<OutputData<T>> ResolveAsync()
    {
        var output = await _source.Task.ConfigureAwait(false);
        return await output.DataTask.ConfigureAwait(false);
    }
}

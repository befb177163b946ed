namespace Pulumi;

/// <summary>The stack of a program that is a delegate instead of a class.</summary>
internal sealed class DelegateStack : Stack
{
    public DelegateStack(Func<Task<IDictionary<string, object?>>> program)
    {
        Result = RunAsync(program);
    }

    public Task<IDictionary<string, object?>> Result { get; }

    internal override void RegisterStackOutputs() => RegisterOutputs(Result);

    // Async, so that what the delegate throws at once also ends up in the task.
    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program) =>
        await program().ConfigureAwait(false);
}

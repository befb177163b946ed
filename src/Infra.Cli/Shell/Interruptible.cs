namespace Infra.Cli.Shell;

/// <summary>Waits for what can't be told to end, such as reading from a pipe that nobody writes to, no longer than the user does.</summary>
internal static class Interruptible
{
    /// <summary>What the work gives. Once the user breaks off nobody waits for it any more.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(work, cancellation).WaitAsync(cancellation);
}

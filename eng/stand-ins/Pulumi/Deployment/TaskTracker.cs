using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>Knows whether anything that a program started is still running, and what has failed.</summary>
internal sealed class TaskTracker
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<AggregateException> _failures = new();

    // The program itself counts as one, so that the tracker cannot be idle before the program has ended.
    private int _pending = 1;

    public void Track(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Interlocked.Increment(ref _pending);
            _ = ObserveAsync(task);
        }
    }

    /// <summary>Waits until all is done or one task has failed; returns the failures so far.</summary>
    public async Task<IReadOnlyList<Exception>> SettleAsync()
    {
        Release();
        await _settled.Task.ConfigureAwait(false);

        // An output that awaits another fails with the same exception, which counts once.
        return [.. _failures.SelectMany(failure => failure.InnerExceptions).Distinct()];
    }

    private async Task ObserveAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        if (!task.IsCompletedSuccessfully)
        {
            _failures.Enqueue(task.Exception ?? new(new TaskCanceledException(task)));
            _settled.TrySetResult();
        }

        Release();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
            _settled.TrySetResult();
    }
}

namespace Pulumi;

/// <summary>Knows whether anything that a program started is still running, and what has failed.</summary>
internal sealed class TaskTracker
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Exception> _failures = new(ReferenceEqualityComparer.Instance);

    // The program itself counts as one, so that the tracker cannot be idle before the program has ended.
    private int _pending = 1;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _pending);

        if (task.IsCompleted)
        {
            Complete(task);
            return;
        }

        task.ContinueWith(
            static (completed, tracker) => ((TaskTracker)tracker!).Complete(completed),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Waits until all is done or one task has failed; returns the failures so far.</summary>
    public async Task<IReadOnlyList<Exception>> SettleAsync()
    {
        Release();
        await _settled.Task.ConfigureAwait(false);

        lock (_failures)
        {
            return [.. _failures];
        }
    }

    private void Complete(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            lock (_failures)
            {
                // An output that awaits another fails with the same exception, which the set keeps once.
                _failures.UnionWith(task.Exception?.InnerExceptions ?? [new TaskCanceledException(task)]);
            }

            _settled.TrySetResult();
        }

        Release();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _settled.TrySetResult();
        }
    }
}

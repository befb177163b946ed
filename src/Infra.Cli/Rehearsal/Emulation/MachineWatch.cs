namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>
/// Measures how late this machine is: by timers of this process, and by answers of servers that it is told of. On an accelerated clock a
/// busy machine would otherwise pass for a broken stack.
/// </summary>
internal sealed class MachineWatch : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watching;
    private long _late;

    public MachineWatch() => _watching = WatchAsync();

    /// <summary>By how much it has been late so far, in its own time. What any machine is late now and then does not count.</summary>
    public TimeSpan Late => TimeSpan.FromTicks(Interlocked.Read(ref _late));

    /// <summary>Takes note of something that took so much longer than it should.</summary>
    public void Add(TimeSpan late) => Interlocked.Add(ref _late, late.Ticks);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        _ending.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            var start = TimeProvider.System.GetTimestamp();
            await Task.Delay(Tick, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (TimeProvider.System.GetElapsedTime(start) - (2 * Tick) is var late && late > TimeSpan.Zero)
                Add(late);
        }
    }
}

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>A clock on which AWS's minutes pass faster than this machine's.</summary>
/// <param name="speed">How many seconds pass on it in one of this machine's; 1 or more.</param>
internal sealed class AcceleratedClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startTimestamp = System.GetTimestamp();

    /// <summary>How many of its seconds pass in one of this machine's.</summary>
    public double Speed => speed;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_startTimestamp) * speed);

    public override long GetTimestamp() => _startTimestamp + (long)((System.GetTimestamp() - _startTimestamp) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(System.CreateTimer(callback, state, OnThisMachine(dueTime), OnThisMachine(period)), this);

    /// <summary>How long a span of its time takes on this machine.</summary>
    public TimeSpan OnThisMachine(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / speed;

    private sealed class AcceleratedTimer(ITimer timer, AcceleratedClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.OnThisMachine(dueTime), clock.OnThisMachine(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>
/// A clock on which AWS's minutes pass faster than this machine's. It can be held while the machine does what takes AWS no time.
/// </summary>
/// <param name="speed">How many seconds pass on it in one of this machine's; 1 or more.</param>
internal sealed class AcceleratedClock(double speed) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startTimestamp = System.GetTimestamp();
    private TimeSpan _held;
    private long _heldSince;
    private int _holds;

    /// <summary>How many of its seconds pass in one of this machine's.</summary>
    public double Speed => speed;

    private TimeSpan Passed
    {
        get
        {
            lock (_lock)
                return System.GetElapsedTime(_startTimestamp, _holds > 0 ? _heldSince : System.GetTimestamp()) - _held;
        }
    }

    public override DateTimeOffset GetUtcNow() => _start + (Passed * speed);

    public override long GetTimestamp() => _startTimestamp + (long)(Passed.TotalSeconds * speed * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(this, callback, state, dueTime, period);

    /// <summary>How long a span of its time takes on this machine.</summary>
    public TimeSpan OnThisMachine(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / speed;

    /// <summary>Lets it stand still until what is returned is disposed of, and so is what others hold it with.</summary>
    public IDisposable Hold()
    {
        lock (_lock)
        {
            if (_holds++ == 0)
                _heldSince = System.GetTimestamp();
        }

        return new Holding(this);
    }

    private void Release()
    {
        lock (_lock)
        {
            if (--_holds == 0)
                _held += System.GetElapsedTime(_heldSince);
        }
    }

    private sealed class Holding(AcceleratedClock clock) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                clock.Release();
        }
    }

    // This machine's timer knows nothing of a clock that is held: it rings too early then, and is set again to what is left.
    private sealed class AcceleratedTimer : ITimer
    {
        // What this machine's timers can't tell from now.
        private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

        private readonly Lock _lock = new();
        private readonly AcceleratedClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private TimeSpan? _due;
        private TimeSpan _period;

        public AcceleratedTimer(AcceleratedClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _timer = System.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _period = _clock.OnThisMachine(period);
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Passed + _clock.OnThisMachine(dueTime);
                return _timer.Change(_clock.OnThisMachine(dueTime), Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Ring()
        {
            lock (_lock)
            {
                if (_due is not { } due)
                    return;

                var now = _clock.Passed;
                if (due - now >= Instant)
                {
                    _timer.Change(due - now, Timeout.InfiniteTimeSpan);
                    return;
                }

                // Ticks that a busy machine has missed are not made up for.
                _due = _period > TimeSpan.Zero ? due + (_period * (1 + Math.Max(0, Math.Floor((now - due) / _period)))) : null;
                if (_due is { } next)
                    _timer.Change(next - now, Timeout.InfiniteTimeSpan);
            }

            _callback(_state);
        }
    }
}

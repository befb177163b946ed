using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Stack;

/// <summary>Bounds are read from this machine's clock right before and after, so a machine that is slow fails nothing.</summary>
internal sealed class AcceleratedClockTests
{
    private const double Speed = 60;

    // Far more than any machine takes, and far less than the same wait would take at the speed of this machine's clock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly AcceleratedClock _clock = new(Speed);

    [Test]
    public void GetUtcNow_AtTheStart_IsThisMachines()
    {
        var before = TimeProvider.System.GetUtcNow();
        var now = new AcceleratedClock(1).GetUtcNow();

        Assert.That(now, Is.InRange(before, TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(1)));
    }

    [Test]
    public async Task Clock_WhileTimePasses_IsFasterByItsSpeed([Values] bool asTimestamp)
    {
        var start = TimeProvider.System.GetTimestamp();
        var read = Reading(asTimestamp);
        var started = TimeProvider.System.GetTimestamp();
        await Task.Delay(20);
        var end = TimeProvider.System.GetTimestamp();
        var passed = read();
        var ended = TimeProvider.System.GetTimestamp();

        // A reading is rounded to a tick, and a tick of this machine's is many of its.
        var rounding = TimeSpan.FromTicks((long)Speed * 2);
        Assert.That(passed, Is.InRange(Passed(started, end) - rounding, Passed(start, ended) + rounding));
    }

    [Test]
    public async Task Delay_OfAMinute_IsOverWhenItsMinuteIs()
    {
        var start = _clock.GetTimestamp();

        await Task.Delay(Minute, _clock).WaitAsync(Patience);

        // A timer may be early by what this machine's clock is coarser than it.
        Assert.That(_clock.GetElapsedTime(start), Is.GreaterThan(Minute * 0.9));
    }

    [Test]
    public async Task PeriodicTimer_OfAMinute_TicksEachMinute()
    {
        var start = _clock.GetTimestamp();
        using var timer = new PeriodicTimer(Minute, _clock);

        for (var tick = 0; tick < 2; tick++)
            await timer.WaitForNextTickAsync().AsTask().WaitAsync(Patience);

        Assert.That(_clock.GetElapsedTime(start), Is.GreaterThan(Minute * 1.8));
    }

    [Test]
    public async Task Timer_Changed_IsAsFast()
    {
        var rung = new TaskCompletionSource();
        await using var timer = _clock.CreateTimer(_ => rung.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        timer.Change(Minute, Timeout.InfiniteTimeSpan);

        await rung.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task Clock_WhileHeldByAnybody_StandsStill()
    {
        var (first, second) = (_clock.Hold(), _clock.Hold());
        var start = _clock.GetUtcNow();
        await Task.Delay(20);
        first.Dispose();
        first.Dispose();
        await Task.Delay(20);
        var held = _clock.GetUtcNow();
        second.Dispose();
        await Task.Delay(20);

        Assert.That(held, Is.EqualTo(start));
        Assert.That(_clock.GetUtcNow(), Is.GreaterThan(held));
    }

    [Test]
    public async Task Timer_WhileTheClockIsHeld_DoesNotRing()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock);
        bool early;
        using (_clock.Hold())
        {
            await Task.Delay(100);
            early = delay.IsCompleted;
        }

        await delay.WaitAsync(Patience);

        Assert.That(early, Is.False);
    }

    [Test]
    public void OnThisMachine_OfASpan_IsShorterByItsSpeed()
    {
        Assert.That(_clock.OnThisMachine(TimeSpan.FromSeconds(15)), Is.EqualTo(TimeSpan.FromMilliseconds(250)));
        Assert.That(_clock.OnThisMachine(Timeout.InfiniteTimeSpan), Is.EqualTo(Timeout.InfiniteTimeSpan));
    }

    // What passes on it from now until the reading is asked for.
    private Func<TimeSpan> Reading(bool asTimestamp)
    {
        var (timestamp, now) = (_clock.GetTimestamp(), _clock.GetUtcNow());
        return asTimestamp ? () => _clock.GetElapsedTime(timestamp) : () => _clock.GetUtcNow() - now;
    }

    private static TimeSpan Passed(long from, long to) => TimeProvider.System.GetElapsedTime(from, to) * Speed;
}

namespace Infra.Cli.Live.Load;

/// <summary>Says how many requests are due so that a rate is kept, in whole requests and without losing the parts of one.</summary>
internal sealed class Pacer(TimeProvider time)
{
    // After a pause of this machine, requests that it missed are not sent in one burst that nobody asked for.
    private static readonly TimeSpan CatchesUpAtMost = TimeSpan.FromMilliseconds(100);

    private long _last = time.GetTimestamp();
    private double _due;

    /// <summary>How often to ask.</summary>
    public static TimeSpan Tick { get; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The requests that have become due since it was last asked.</summary>
    public int Due(double requestsPerSecond)
    {
        var now = time.GetTimestamp();
        var passed = time.GetElapsedTime(_last, now);
        _last = now;
        _due += requestsPerSecond * Math.Min(passed.TotalSeconds, CatchesUpAtMost.TotalSeconds);
        var whole = (int)_due;
        _due -= whole;
        return whole;
    }
}

namespace Infra.Cli.Live.Load;

/// <summary>Measures how many requests fail while something happens, and for how long, by looks at a load's counts.</summary>
/// <param name="time">When it begins.</param>
/// <param name="counts">The requests up to then.</param>
internal sealed class LossMeter(DateTimeOffset time, LoadCounts counts)
{
    private readonly LoadCounts _before = counts;
    private (DateTimeOffset Time, LoadCounts Counts) _last = (time, counts);
    private (DateTimeOffset Time, LoadCounts Counts)? _from;
    private (DateTimeOffset Time, LoadCounts Counts) _until = (time, counts);

    /// <summary>What has been lost up to the last look.</summary>
    public Loss Loss
    {
        get
        {
            var from = _from ?? _until;
            return new(_last.Counts.Since(_before), _until.Counts.Since(from.Counts), _until.Time - from.Time);
        }
    }

    /// <summary>Looks once more. What has failed since the look before may have failed at any moment since then.</summary>
    public void Look(DateTimeOffset now, LoadCounts counts)
    {
        if (counts.Failed > _last.Counts.Failed)
        {
            _from ??= _last;
            _until = (now, counts);
        }

        _last = (now, counts);
    }
}

using Infra.Servers;

namespace Infra.Cli.Rehearsal.Content;

/// <summary>When a server's timer has it ask for a new site: by the clock, and a little later so that not all ask at once.</summary>
internal static class ContentTimer
{
    /// <summary>How long it is from a moment to the next time.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="spread">Which part of the spread is this server's: from 0 to 1.</param>
    public static TimeSpan UntilNext(DateTimeOffset now, double spread)
    {
        var every = TimeSpan.FromSeconds(SiteUpdater.Seconds);
        return every - TimeSpan.FromTicks(now.Ticks % every.Ticks) + (TimeSpan.FromSeconds(SiteUpdater.SpreadSeconds) * spread);
    }
}

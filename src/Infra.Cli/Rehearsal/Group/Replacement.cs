namespace Infra.Cli.Rehearsal.Group;

/// <summary>Replaces servers within limits. The group itself launches what is then missing.</summary>
/// <param name="pool">The servers.</param>
/// <param name="warmup">How long a new server is in service before it counts as ready.</param>
/// <param name="reason">Why servers are replaced, for the log.</param>
internal sealed class Replacement(ServerPool pool, TimeSpan warmup, string reason)
{
    /// <summary>
    /// Replaces as many as may be replaced now, at most <paramref name="most"/> more, in the order given; to be called again whenever
    /// something has changed.
    /// </summary>
    /// <param name="old">Those that are to be replaced.</param>
    /// <param name="desired">How many the group wants.</param>
    /// <param name="limits">What it keeps to.</param>
    /// <param name="most">How many more may be replaced.</param>
    /// <param name="launch">Launches the replacement of one; without it the group does, since one is missing.</param>
    public void Replace(
        IEnumerable<Server> old, int desired, ReplacementLimits limits, int most = int.MaxValue, Action? launch = null)
    {
        foreach (var server in old.Where(server => server is { Counts: true, OutgoingFor: null }).ToList())
        {
            if (most > 0
                && (limits.Extra > 0
                    ? LaunchesFirst(server, limits)
                    : MayLeave(server, limits) && pool.TryTerminate(server, reason)))
            {
                most--;
                launch?.Invoke();
            }
        }

        TerminateReplaced(desired);
    }

    private bool LaunchesFirst(Server server, ReplacementLimits limits)
    {
        if (pool.Outgoing >= limits.Extra)
            return false;

        pool.LetStayUntilReplaced(server, reason);
        return true;
    }

    // An unhealthy server is none of those that the floor counts.
    private bool MayLeave(Server server, ReplacementLimits limits) =>
        server.IsUnhealthy || pool.Ready(warmup).Count(other => other != server) >= limits.Floor;

    private void TerminateReplaced(int desired)
    {
        foreach (var server in pool.Counted.Where(server => server.OutgoingFor == reason).ToList())
        {
            var ready = pool.Ready(warmup).Count(other => other.OutgoingFor is null);
            if (ready + pool.Outgoing - 1 >= desired)
                pool.TryTerminate(server, reason);
        }
    }
}

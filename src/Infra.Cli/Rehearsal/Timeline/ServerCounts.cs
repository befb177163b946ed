namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>The servers of a group at one moment, by what they are worth: each is counted once.</summary>
/// <param name="Healthy">In service, and pass their checks.</param>
/// <param name="Outgoing">The same, but stay only until their replacement is ready.</param>
/// <param name="Starting">Launched, and not healthy yet: a server that boots fails checks which count for nothing.</param>
/// <param name="Unhealthy">In service, and fail their checks.</param>
/// <param name="Leaving">Finish their requests and shut down. They count no more towards the group's limits.</param>
internal readonly record struct ServerCounts(int Healthy, int Outgoing, int Starting, int Unhealthy, int Leaving)
{
    /// <summary>Those that get requests because they pass their checks.</summary>
    public int Serving => Healthy + Outgoing;

    /// <summary>Those that the group's maximum holds for: in service or starting.</summary>
    public int Capacity => Serving + Starting + Unhealthy;

    /// <summary>Every machine that runs.</summary>
    public int All => Capacity + Leaving;
}

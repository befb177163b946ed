namespace Infra.Cli.Live.Claims;

/// <summary>How long something may take, and how long it took.</summary>
/// <param name="Promised">How long the stack says at most.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Timing(TimeSpan Promised, TimeSpan Took)
{
    /// <summary>How much of that is the measuring's own: the time between two looks, or this machine's delays; none unless given.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Whether it is kept.</summary>
    public bool IsKept => Took - Grace <= Promised;
}

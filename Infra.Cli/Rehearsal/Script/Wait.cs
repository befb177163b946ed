namespace Infra.Cli.Rehearsal.Script;

/// <summary>How something was waited for, in AWS's time.</summary>
/// <param name="Limit">How long it may take.</param>
/// <param name="Slack">How much longer it may take on this machine, where AWS's minutes are short.</param>
/// <param name="Took">How long it took; none when it never happened.</param>
internal sealed record Wait(TimeSpan Limit, TimeSpan Slack, TimeSpan? Took)
{
    // Long enough to tell late from never.
    private const double PatienceFactor = 1.5;

    /// <summary>How long a drill waits before it goes on without.</summary>
    public TimeSpan Patience => (Limit * PatienceFactor) + Slack;

    /// <summary>Whether it happened in time.</summary>
    public bool IsInTime => Took <= Limit + Slack;
}

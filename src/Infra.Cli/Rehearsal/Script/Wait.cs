using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>How something was waited for, in AWS's time.</summary>
/// <param name="Limit">How long it may take.</param>
/// <param name="Slack">How much longer it may take on this machine, where AWS's minutes are short.</param>
/// <param name="Took">How long it took; none when it never happened.</param>
internal sealed record Wait(TimeSpan Limit, TimeSpan Slack, TimeSpan? Took)
{
    /// <summary>How long a drill waits before it goes on without.</summary>
    public TimeSpan Patience => WaitingTime.For(Limit) + Slack;

    /// <summary>The claim that something happens within the limit, and whether it did.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="happening">What should happen.</param>
    /// <param name="notProven">What is not proven when it does.</param>
    /// <param name="remark">What else to say of the time that it took.</param>
    public Verdict VerdictOn(string requirement, string happening, string notProven, string remark = "") => new(
        new(requirement, $"{happening} within {ExpectedTimes.Text(Limit)}", notProven),
        Finding.Of(
            Took <= Limit + Slack,
            Took is { } took ? $"after {ExpectedTimes.Text(took)}{remark}" : $"not within {ExpectedTimes.Text(Patience)}") with
        {
            Timing = Took is { } measured ? new(Limit, measured) { Grace = Slack } : null,
        });
}

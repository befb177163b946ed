using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Report.Evidence;

/// <summary>What no command writes of what it has found: then somebody has changed the file, or it is a part of one.</summary>
internal static class ClaimContradiction
{
    // What a file says in seconds has three decimals.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(3);

    /// <summary>The first that there is, as a clause.</summary>
    /// <param name="verdicts">The claims.</param>
    /// <param name="outcome">What the file says that they come to.</param>
    public static string? In(IReadOnlyList<Verdict> verdicts, Outcome outcome)
    {
        if (verdicts.Count == 0)
            return "it has no claims";
        return ClaimReport.Worst(verdicts) is var worst && worst != outcome
            ? $"its claims come to {worst}, and it says {outcome}"
            : verdicts.Select(Of).FirstOrDefault(contradiction => contradiction is not null);
    }

    private static string? Of(Verdict verdict) => verdict switch
    {
        { Claim.Requirement: { } id } when CustomerRequirement.All.All(requirement => requirement.Id != id) =>
            $"there is no requirement '{LegibleText.Of(id)}'",
        { Finding: { Outcome: Outcome.Pass, Timing: { } timing } }
            when !(timing with { Grace = timing.Grace + Rounding }).IsKept =>
            $"'{LegibleText.Of(verdict.Claim.Text)}' holds, though it took {ExpectedTimes.Text(timing.Took)} where "
            + $"{ExpectedTimes.Text(timing.Promised)} are promised",
        _ => null,
    };
}

using Infra.Cli.Live.Claims;

namespace Infra.Cli.Report.Evidence;

/// <summary>What <c>infra verify</c>, <c>infra drill</c> or <c>infra rehearse</c> has found.</summary>
/// <param name="File">The file that it was read from, as the user named it.</param>
/// <param name="Made">Of what and of when it is.</param>
/// <param name="Stale">Why it counts for nothing any more, as a clause; none where it counts.</param>
/// <param name="Verdicts">What it found.</param>
internal sealed record ClaimEvidence(string File, EvidenceStamp Made, string? Stale, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>Whether it is of the running stack; a rehearsal is of this machine.</summary>
    public bool IsLive => Made.Command != Rehearsal;

    /// <summary>The command whose evidence is not of the running stack.</summary>
    public const string Rehearsal = "infra rehearse";

    /// <summary>The same with what it says of one requirement; without any for what is asked for in any case.</summary>
    public ClaimEvidence Of(string? requirement) =>
        this with { Verdicts = [.. Verdicts.Where(verdict => verdict.Claim.Requirement == requirement)] };
}

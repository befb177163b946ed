namespace Infra.Cli.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Url">The site.</param>
/// <param name="Unreachable">Why nothing could be checked; none if the site could be asked.</param>
/// <param name="Verdicts">In the order of the checks.</param>
internal sealed record VerifyReport(Uri Url, string? Unreachable, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The worst that was found; what fails is worse than what could not be checked.</summary>
    public Outcome Outcome =>
        Count(Outcome.Fail) > 0 ? Outcome.Fail
        : Count(Outcome.NotChecked) > 0 ? Outcome.NotChecked
        : Outcome.Pass;

    public int Count(Outcome outcome) => Verdicts.Count(verdict => verdict.Finding.Outcome == outcome);
}

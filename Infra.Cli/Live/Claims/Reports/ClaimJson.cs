namespace Infra.Cli.Live.Claims.Reports;

/// <summary>A verdict as reports for programs have it.</summary>
internal sealed record ClaimJson(string? Requirement, string Claim, Outcome Outcome, string Seen, string NotProven, double Seconds)
{
    public static IEnumerable<ClaimJson> Of(ClaimReport report) => report.Verdicts.Select(verdict => new ClaimJson(
        verdict.Claim.Requirement,
        verdict.Claim.Text,
        verdict.Finding.Outcome,
        verdict.Finding.Seen,
        verdict.Claim.NotProven,
        Math.Round(verdict.Took.TotalSeconds, 3)));
}

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>A verdict as reports for programs have it.</summary>
/// <param name="Requirement">R1 to R8; none for what is owed in any case.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="NotProven">What holding it does not prove.</param>
/// <param name="Seconds">How long it took to find out.</param>
internal sealed record ClaimJson(string? Requirement, string Claim, Outcome Outcome, string Seen, string NotProven, double Seconds)
{
    /// <summary>The time that the claim allows, in seconds; none where it is not about one, or where nothing could be measured.</summary>
    public double? PromisedSeconds { get; init; }

    /// <summary>The time that was measured, in seconds; none as above.</summary>
    public double? MeasuredSeconds { get; init; }

    /// <summary>How much of that is the measuring's own, in seconds; none as above, or where it is nothing.</summary>
    public double? GraceSeconds { get; init; }

    public static IEnumerable<ClaimJson> Of(ClaimReport report) => report.Verdicts.Select(verdict => new ClaimJson(
        verdict.Claim.Requirement,
        verdict.Claim.Text,
        verdict.Finding.Outcome,
        verdict.Finding.Seen,
        verdict.Claim.NotProven,
        Math.Round(verdict.Took.TotalSeconds, 3))
    {
        PromisedSeconds = Rounded(verdict.Finding.Timing?.Promised),
        MeasuredSeconds = Rounded(verdict.Finding.Timing?.Took),
        GraceSeconds = verdict.Finding.Timing is { } timing && timing.Grace > TimeSpan.Zero ? Rounded(timing.Grace) : null,
    });

    private static double? Rounded(TimeSpan? time) => time is { } span ? Math.Round(span.TotalSeconds, 3) : null;
}

using Infra.Cli.Console;

namespace Infra.Cli.Verification.Reports;

/// <summary>A report for programs.</summary>
internal static class VerifyJson
{
    public static string Of(VerifyReport report)
    {
        var document = new
        {
            report.Url,
            report.Outcome,
            report.Unreachable,
            Checks = report.Verdicts.Select(verdict => new
            {
                verdict.Claim.Requirement,
                Claim = verdict.Claim.Text,
                verdict.Finding.Outcome,
                verdict.Finding.Seen,
                verdict.Claim.NotProven,
                Seconds = Math.Round(verdict.Took.TotalSeconds, 3),
            }),
        };
        return ReportJson.Of(document);
    }
}

using Infra.Cli.Claims.Reports;
using Infra.Cli.Console;

namespace Infra.Cli.Verification.Reports;

/// <summary>A report for programs.</summary>
internal static class VerifyJson
{
    public static string Of(VerifyReport report) =>
        ReportJson.Of(new { report.Url, report.Outcome, report.Unreachable, Checks = ClaimJson.Of(report) });
}

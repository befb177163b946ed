using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Verify.Reports;

/// <summary>A report for programs.</summary>
internal static class VerifyJson
{
    public static string Of(VerifyReport report) =>
        ReportJson.Of(new
        {
            report.Url,
            report.Outcome,
            report.Unreachable,
            Checks = ClaimJson.Of(report),
            Notes = report.Notes.Count == 0 ? null : report.Notes,
            report.Made,
        });
}

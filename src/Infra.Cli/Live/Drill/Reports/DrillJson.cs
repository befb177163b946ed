using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill.Reports;

/// <summary>A report for programs.</summary>
internal static class DrillJson
{
    public static string Of(DrillReport report) => ReportJson.Of(new
    {
        report.Stack,
        report.Place.Account,
        report.Place.Region,
        report.Place.Group,
        report.Place.Url,
        report.Outcome,
        Checks = ClaimJson.Of(report),
        report.Made,
    });
}

using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Roll.Reports;

/// <summary>A report for programs.</summary>
internal static class RollJson
{
    public static string Of(RollReport report) => ReportJson.Of(new
    {
        report.Stack,
        report.Outputs.Region,
        Group = report.Outputs.GroupName,
        report.Outputs.Rollout,
        report.Version,
        report.Former,
        report.Outcome,
        Checks = ClaimJson.Of(report),
    });
}

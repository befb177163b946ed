using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>A report for programs. Times are AWS's, in seconds from the drill's start.</summary>
internal static class RehearsalJson
{
    public static string Of(RehearsalReport report)
    {
        var document = new
        {
            Stack = report.StackName,
            Fast = report.IsFast,
            report.Outcome,
            Assumed = new
            {
                BootSeconds = Seconds(report.Model.BootTime),
                RequestsPerSecondAndServer = report.Model.CapacityPerServer,
                Visitors.Addresses,
            },
            SlackSeconds = Seconds(report.Slack),
            Checks = ClaimJson.Of(report),
            Events = report.Events.Select(drilled => new
            {
                drilled.Name,
                Seconds = Seconds(drilled.Took),
                drilled.FewestHealthy,
                drilled.HighestCapacity,
                drilled.MostRunning,
                drilled.Loss.Requests,
                FailedForSeconds = Seconds(drilled.Loss.For),
            }),
            Log = report.Log.Select(line => new { Seconds = Seconds(line.Time - report.Start), line.Source, line.Text, line.Capacity }),
            report.Made,
        };
        return ReportJson.Of(document);
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

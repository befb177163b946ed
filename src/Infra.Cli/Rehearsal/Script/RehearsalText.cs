using System.Globalization;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Shell;
using Infra.Servers;
using Spectre.Console;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>A report for people: what happened when, how the stack stood it, and the claims.</summary>
internal sealed class RehearsalText(RehearsalReport report, IAnsiConsole console)
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public void Write()
    {
        Line($"Timeline of {report.StackName}{(report.IsFast ? ", simulated" : "")}; times are AWS's", Bold);
        Line(Assumptions());
        WriteLog();
        WriteResult();
    }

    /// <summary>What is left to say after a drill whose log has been shown as it went.</summary>
    public void WriteResult()
    {
        WriteEvents();
        console.WriteLine();
        new ClaimText(report, console).Write();
    }

    private string Assumptions()
    {
        var boot = ExpectedTimes.Text(report.Model.BootTime);
        var assumed = string.Create(
            CultureInfo.InvariantCulture,
            $"Assumed: a server boots in {boot} and can answer {report.Model.CapacityPerServer:0} requests a second; the load comes from "
            + $"{Visitors.Addresses} addresses");
        return report.Slack == TimeSpan.Zero
            ? $"{assumed}."
            : $"{assumed}; {ExpectedTimes.Text(report.Slack)} more than promised are this machine's delay.";
    }

    private void WriteLog()
    {
        console.WriteLine();
        foreach (var line in report.Log)
            Line(line.ToLine(report.Start), line.Source == "drill" ? Bold : Style.Plain, StackEvent.TextColumn);
    }

    private void WriteEvents()
    {
        var table = new TextTable(textColumns: 1);
        string[] slow = report.IsFast ? [] : ["Over 1 s"];
        string[] blocked = report.Events.Any(drilled => drilled.Loss.Requests.Blocked > 0) ? ["Blocked"] : [];
        table.AddStrong(["Event", "Took", "Fewest healthy", "Requests", "Failed", "Within", .. slow, .. blocked]);
        foreach (var drilled in report.Events)
        {
            var requests = drilled.Loss.Requests;
            table.Add(
            [
                drilled.Name, ExpectedTimes.Text(drilled.Took), Number(drilled.FewestHealthy), Number(requests.Sent),
                Number(requests.Failed), ExpectedTimes.Text(drilled.Loss.For), .. slow.Select(_ => Number(requests.Slow)),
                .. blocked.Select(_ => Number(requests.Blocked)),
            ]);
        }

        console.WriteLine();
        table.Write(console);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(string text, Style? style = null, int indent = 0) => console.WriteHanging(text, style ?? Style.Plain, indent);
}

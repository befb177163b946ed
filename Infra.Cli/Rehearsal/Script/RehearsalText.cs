using System.Globalization;
using Infra.Cli.Shell;
using Infra.Servers;
using Spectre.Console;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>A report for people: what happened when, how the stack stood it, and the verdicts.</summary>
internal sealed class RehearsalText(RehearsalReport report, IAnsiConsole console)
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Red = new(foreground: Color.Red, decoration: Decoration.Bold);
    private static readonly Style Green = new(foreground: Color.Green);

    public void Write()
    {
        Line($"Drill of {report.StackName}{(report.IsFast ? ", simulated" : "")}; times are AWS's", Bold);
        Line(Assumptions());
        WriteLog();
        WriteEvents();
        WriteVerdicts();
    }

    /// <summary>The verdicts alone, for a drill whose log has been shown as it went.</summary>
    public void WriteResult()
    {
        WriteEvents();
        WriteVerdicts();
    }

    private string Assumptions()
    {
        var boot = ExpectedTimes.Text(report.Model.BootTime);
        var assumed = $"Assumed: a server boots in {boot} and can answer {report.Model.CapacityPerServer:0} requests a second";
        return report.Slack == TimeSpan.Zero ? $"{assumed}." : $"{assumed}; {ExpectedTimes.Text(report.Slack)} more than promised are this machine's delay.";
    }

    private void WriteLog()
    {
        console.WriteLine();
        foreach (var line in report.Log)
            Line(line.ToLine(report.Start), line.Source == "drill" ? Bold : Style.Plain);
    }

    private void WriteEvents()
    {
        var table = new TextTable(textColumns: 1);
        string[] requests = report.IsFast ? [] : ["Requests", "Failed", "Over 1 s"];
        table.AddStrong(["Event", "Took", "Fewest healthy", .. requests]);
        foreach (var drilled in report.Events)
        {
            string[] counts = drilled.Requests is { } counted ? [Number(counted.Sent), Number(counted.Failed), Number(counted.Slow)] : [];
            table.Add([drilled.Name, ExpectedTimes.Text(drilled.Took), Number(drilled.FewestHealthy), .. counts]);
        }

        console.WriteLine();
        table.Write(console);
    }

    private void WriteVerdicts()
    {
        var width = report.Verdicts.Max(verdict => verdict.Expected.Length);

        console.WriteLine();
        foreach (var verdict in report.Verdicts)
        {
            var (word, style) = verdict.Outcome switch
            {
                Outcome.Pass => ("PASS", Green),
                Outcome.Fail => ("FAIL", Red),
                _ => ("-", Style.Plain),
            };
            console.Write(new Text($"{word,-4}", style));
            Line($"  {verdict.Requirement}  {verdict.Expected.PadRight(width)}  {verdict.Measured}");
        }

        console.WriteLine();
        var counts = $"{Count(Outcome.Pass)} pass, {Count(Outcome.Fail)} fail, {Count(Outcome.NotTried)} not tried";
        Line($"{report.StackName} {Summary()}: {counts}.", report.Passed ? Green : Red);
    }

    private string Summary()
    {
        var failed = report.Verdicts.Where(verdict => verdict.Outcome == Outcome.Fail).Select(verdict => verdict.Requirement).Distinct();
        return report.Passed ? "passes" : $"fails {string.Join(", ", failed)}";
    }

    private string Count(Outcome outcome) => Number(report.Verdicts.Count(verdict => verdict.Outcome == outcome));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(string text, Style? style = null) => console.Write(new Text($"{text}\n", style ?? Style.Plain));
}

using System.Globalization;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>A report for people: each claim with what was seen and what that does not prove, and then the answer.</summary>
internal sealed class ClaimText(ClaimReport report, IAnsiConsole console)
{
    private const string Indent = "          ";

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Red = new(foreground: Color.Red, decoration: Decoration.Bold);
    private static readonly Style Yellow = new(foreground: Color.Yellow);
    private static readonly Style Green = new(foreground: Color.Green);

    public void Write()
    {
        Line($"{report.Heading}\n", Bold, indent: 0);

        foreach (var verdict in report.Verdicts)
        {
            var (word, style) = Shown(verdict.Finding.Outcome);
            console.Write(new Text($"{word,-4}", style));
            Line($"  {verdict.Claim.Requirement ?? "-",-2}  {verdict.Claim.Text}", Bold, used: 4);
            Line(Indent + verdict.Finding.Seen.Replace("\n", $"\n{Indent}", StringComparison.Ordinal), Style.Plain);
            Line($"{Indent}Does not prove {verdict.Claim.NotProven}", Dim);
        }

        WriteAnswer();
    }

    private void WriteAnswer()
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Count(Outcome.Pass)} pass, {report.Count(Outcome.Fail)} fail, "
            + $"{report.Count(Outcome.NotChecked)} could not be checked");
        var (answer, style) = report.Outcome switch
        {
            Outcome.Pass => ("passes", Green),
            Outcome.Fail => ("fails", Red),
            _ => ("is not known to pass", Yellow),
        };
        var leftOut = report.Count(Outcome.NotApplicable);
        var rest = leftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $", {leftOut} left out") : "";
        Line($"\n{report.Subject} {answer}: {counts}{rest}.", style, indent: 0);
    }

    private static (string Word, Style Style) Shown(Outcome outcome) => outcome switch
    {
        Outcome.Pass => ("PASS", Green),
        Outcome.Fail => ("FAIL", Red),
        Outcome.NotApplicable => ("-", Style.Plain),
        _ => ("?", Yellow),
    };

    // Further lines of a claim stand where its words do.
    private void Line(string text, Style style, int? indent = null, int used = 0) =>
        console.WriteHanging(text, style, indent ?? Indent.Length, used);
}

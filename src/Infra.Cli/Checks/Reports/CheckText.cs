using System.Globalization;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Checks.Reports;

/// <summary>A report for people: what to do first, what is accepted and why, then the rest in a table.</summary>
internal sealed class CheckText(CheckReport report, IAnsiConsole console)
{
    private const string Indent = "        ";

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Red = new(foreground: Color.Red, decoration: Decoration.Bold);
    private static readonly Style Yellow = new(foreground: Color.Yellow);
    private static readonly Style Green = new(foreground: Color.Green);

    public void Write()
    {
        Line("", $"Security and reliability controls of {report.Graph.StackName}", Bold);
        WriteFailures();
        WriteNotKnown();
        WriteWaivers();
        WriteOthers();
        WriteAreas();
        WriteVerdict();
    }

    private void WriteFailures()
    {
        foreach (var result in report.With(ControlOutcome.Fail).OrderByDescending(result => result.Control.Severity))
        {
            WriteHead("FAIL", Red, result.Control);
            foreach (var finding in result.Findings.Where(finding => finding.Outcome == ControlOutcome.Fail))
                Line(Indent, $"{finding.Resource.Name} {finding.Problem}");
            Line(Indent, $"To fix it: {result.Control.Mend}.");
            if (result.Control.Requirements.Concat(result.Control.Sources).ToList() is { Count: > 0 } references)
                Line(Indent, string.Join(", ", references));
        }

        foreach (var wrong in report.WaiverProblems)
        {
            console.WriteLine();
            Line("FAIL    ", string.Create(CultureInfo.InvariantCulture, $"{wrong.Waiver.File}, line {wrong.Waiver.Line}"), Red);
            Line(Indent, $"{wrong.Problem}.");
        }
    }

    private void WriteNotKnown()
    {
        foreach (var result in report.With(ControlOutcome.NotKnown).OrderByDescending(result => result.Control.Severity))
        {
            WriteHead("OPEN", Yellow, result.Control);
            foreach (var finding in result.Findings.Where(finding => finding.Outcome == ControlOutcome.NotKnown))
                Line(Indent, $"{finding.Resource.Name} {finding.Problem}");
        }
    }

    private void WriteWaivers()
    {
        foreach (var result in report.With(ControlOutcome.Waived))
        {
            WriteHead("WAIVED", Yellow, result.Control);
            var waived = result.Findings.Where(finding => finding.Waiver is not null);
            foreach (var accepted in waived.GroupBy(finding => finding.Waiver!.Acceptance))
            {
                foreach (var finding in accepted)
                    Line(Indent, $"{finding.Resource.Name} {finding.Problem}");
                Line(Indent, accepted.Key);
            }
        }
    }

    private void WriteOthers()
    {
        if (report.Results.All(result => result.Outcome != ControlOutcome.NotApplicable))
            return;

        console.WriteLine();
        Line("", "Not applicable", Bold);
        foreach (var result in report.Results.Where(result => result.Outcome == ControlOutcome.NotApplicable))
            Line(Indent, $"{result.Control.Id}: {result.WhyNotApplicable}");
    }

    private void WriteAreas()
    {
        var width = ControlCatalogue.Areas.Max(area => area.Name.Length);
        var hasNotKnown = CheckReport.NotKnown(report.Results) > 0;

        console.WriteLine();
        Line("", $"{"Area".PadRight(width)}  Pass  Waived  Not applicable  Fail{(hasNotKnown ? "  Not known yet" : "")}", Bold);
        foreach (var area in report.Results.GroupBy(result => result.Area))
        {
            var (pass, waived, notApplicable, fail) = CheckReport.Counts([.. area]);
            var counts = string.Create(CultureInfo.InvariantCulture, $"{pass,4}  {waived,6}  {notApplicable,14}  {fail,4}");
            var notKnown = string.Create(CultureInfo.InvariantCulture, $"  {CheckReport.NotKnown(area),13}");
            Line("", $"{area.Key.Name.PadRight(width)}  {counts}{(hasNotKnown ? notKnown : "")}");
        }
    }

    private void WriteVerdict()
    {
        var (pass, waived, notApplicable, fail) = CheckReport.Counts(report.Results);
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"of {report.Results.Count} controls {pass} pass, {waived} are waived, {notApplicable} do not apply, {fail} fail");
        var notKnown = CheckReport.NotKnown(report.Results) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $", {count} are not known yet")
            : "";
        var verdict = (report.Passed, notKnown) switch
        {
            (false, _) => "fails",
            (true, "") => "passes",
            _ => "passes as far as is known",
        };
        var waivers = report.WaiverProblems.Count == 0 ? "" : $"; wrong waivers: {report.WaiverProblems.Count}";

        console.WriteLine();
        Line("", $"{report.Graph.StackName} {verdict}: {counts}{notKnown}{waivers}.", report.Passed ? Green : Red);
    }

    private void WriteHead(string verdict, Style style, Control control)
    {
        console.WriteLine();
        Line($"{verdict,-8}", $"{control.Id} ({control.Severity.ToString().ToLowerInvariant()})", style);
        Line(Indent, control.Title);
    }

    // Spectre would break lines as well, but begin the next one at the left edge.
    private void Line(string indent, string text, Style? style = null)
    {
        var start = indent;
        foreach (var line in Broken(LegibleText.Line(text), Math.Max(console.Profile.Width - indent.Length - 1, 40)))
        {
            console.Write(new Text($"{start}{line}\n", style));
            start = new string(' ', indent.Length);
        }
    }

    private static IEnumerable<string> Broken(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            if (space <= 0)
                break;

            yield return text[..space];
            text = text[(space + 1)..];
        }

        yield return text;
    }
}

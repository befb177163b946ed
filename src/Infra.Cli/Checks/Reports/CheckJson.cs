using Infra.Cli.Shell;

namespace Infra.Cli.Checks.Reports;

/// <summary>A report for programs: every control with what it was checked on, also those that pass.</summary>
internal static class CheckJson
{
    public static string Of(CheckReport report)
    {
        var (pass, waived, notApplicable, fail) = CheckReport.Counts(report.Results);
        var document = new
        {
            Project = report.Graph.ProjectName,
            Stack = report.Graph.StackName,
            report.Passed,
            Summary = new
            {
                Pass = pass,
                Waived = waived,
                NotApplicable = notApplicable,
                // Only a plan that does not tell all has any.
                NotKnown = CheckReport.NotKnown(report.Results) is > 0 and var notKnown ? notKnown : (int?)null,
                Fail = fail,
                WrongWaivers = report.WaiverProblems.Count,
            },
            Controls = report.Results.Select(Result),
            WrongWaivers = report.WaiverProblems.Select(wrong => new
            {
                wrong.Waiver.File,
                wrong.Waiver.Line,
                Control = wrong.Waiver.ControlId,
                wrong.Problem,
            }),
        };
        return ReportJson.Of(document);
    }

    private static object Result(ControlResult result) => new
    {
        result.Control.Id,
        Area = result.Area.Name,
        result.Control.Title,
        result.Control.Severity,
        result.Control.Sources,
        result.Control.Requirements,
        result.Outcome,
        Why = result.Outcome == ControlOutcome.NotApplicable ? result.WhyNotApplicable : null,
        Remediation = result.Outcome is ControlOutcome.Fail or ControlOutcome.Waived ? result.Control.Mend : null,
        Resources = result.Findings.Select(finding => new
        {
            finding.Resource.Name,
            finding.Resource.Type,
            finding.Resource.Urn,
            finding.Outcome,
            finding.Problem,
            When = finding.Waiver is { Stacks.When: { IsAlways: false, Text: var when } } ? when : null,
            finding.Waiver?.Reason,
        }),
    };
}

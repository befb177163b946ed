using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Cli.Checks.Reports;

/// <summary>A report for programs: every control with what it was checked on, also those that pass.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Not for HTML: reasons stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

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
                Fail = fail,
                WrongWaivers = report.WaiverProblems.Count,
            },
            Controls = report.Results.Select(Result),
            WrongWaivers = report.WaiverProblems.Select(wrong => new
            {
                wrong.Waiver.Line,
                Control = wrong.Waiver.ControlId,
                wrong.Problem,
            }),
        };
        return JsonSerializer.Serialize(document, Format);
    }

    private static object Result(ControlResult result) => new
    {
        result.Control.Id,
        Area = result.Area.Name,
        result.Control.Title,
        Severity = Name(result.Control.Severity),
        result.Control.Sources,
        result.Control.Requirements,
        Outcome = Name(result.Outcome),
        Why = result.Outcome == Outcome.NotApplicable ? result.WhyNotApplicable : null,
        Mend = result.Outcome is Outcome.Fail or Outcome.Waived ? result.Control.Mend : null,
        Resources = result.Findings.Select(finding => new
        {
            finding.Resource.Name,
            finding.Resource.Type,
            finding.Resource.Urn,
            Outcome = Name(finding.Outcome),
            finding.Problem,
            finding.Waiver?.Reason,
        }),
    };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

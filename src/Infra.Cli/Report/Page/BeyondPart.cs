using System.Xml.Linq;
using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>What is looked at beside the requirements, and what is accepted though it does not pass.</summary>
internal static class BeyondPart
{
    public static XElement Write(StackReport report)
    {
        var beyond = report.Checks.Results.Where(result => result.Control.Requirements.IsEmpty).ToList();
        var (pass, waived, notApplicable, fail) = CheckReport.Counts(beyond);
        return Element(
            "section",
            Attribute("aria-labelledby", "beyond"),
            Element("h2", Attribute("id", "beyond"), "Beyond the requirements"),
            Element(
                "p",
                $"{Wording.Count(beyond.Count, "control")} look at what nobody asked for and everybody expects, such as encryption "
                + $"and least rights: {Wording.Number(pass)} pass, {Wording.Number(fail)} fail, {Wording.Number(waived)} are waived, "
                + $"{Wording.Number(notApplicable)} do not apply."),
            Failing(beyond),
            Owed(report),
            Element("h3", "Accepted, with reasons"),
            Waived(report));
    }

    private static XElement? Failing(IReadOnlyList<ControlResult> beyond)
    {
        var open = beyond.Where(result => result.Outcome is ControlOutcome.Fail or ControlOutcome.NotKnown).ToList();
        return open.Count == 0
            ? null
            : Table(
                "Controls beyond the requirements that do not pass",
                ["Control", "Answer", "Holds when", "Why"],
                open.Select(result => (IReadOnlyList<object?>)
                [
                    Wording.Code(result.Control.Id),
                    Wording.Badge(result.Outcome),
                    result.Control.Title,
                    result.Findings.Where(finding => finding.Problem is not null && finding.Waiver is null)
                        .Select(finding => Element("div", $"{finding.Resource.Name}: {finding.Problem}")),
                ]));
    }

    // What verify and drill ask for in any case.
    private static IEnumerable<XElement> Owed(StackReport report) =>
        from claims in report.Evidence.Claims
        let owed = claims.Of(null)
        where owed.Verdicts.Count > 0
        let failing = owed.Verdicts.Count(verdict => verdict.Finding.Outcome == Outcome.Fail)
        select Details(
            $"{claims.Made.Command}, {Wording.Moment(claims.Made.At)}: {Wording.Count(owed.Verdicts.Count, "claim")} beyond the "
                + "requirements, "
                + (claims.Stale is { } why ? $"stale, since {why}" : $"{Wording.Number(failing)} of them do not hold"),
            ClaimTable.Write($"Claims of {claims.File} beyond the requirements", owed.Verdicts));

    private static XElement Waived(StackReport report)
    {
        var waived =
            from result in report.Checks.Results
            from finding in result.Findings
            where finding.Outcome == ControlOutcome.Waived
            group finding.Resource.Name by (result.Control, finding.Waiver!) into accepted
            select (IReadOnlyList<object?>)
            [
                Wording.Code(accepted.Key.Control.Id),
                accepted.Key.Control.Title,
                string.Join(", ", accepted),
                accepted.Key.Item2.Acceptance,
            ];
        var rows = waived.ToList();
        return rows.Count == 0
            ? Element("p", "Nothing.")
            : Table("Controls that are waived", ["Control", "Would hold when", "Resources", "Why it is accepted"], rows);
    }
}

using System.Xml.Linq;
using Infra.Cli.Checks;
using Infra.Cli.Preview;
using Infra.Cli.Report.Evidence;
using Infra.Cli.Report.Requirements;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>One requirement: the customer's words, how it is met, and the evidence.</summary>
internal static class RequirementPart
{
    public static XElement Write(RequirementReport requirement)
    {
        var id = requirement.Id.ToLowerInvariant();
        return Element(
            "section",
            Class("requirement"),
            Attribute("aria-labelledby", id),
            Element("h2", Attribute("id", id), $"{requirement.Id} ", Wording.Badge(requirement.Standing)),
            Element("blockquote", requirement.Requirement.Sentence),
            requirement.Failures.Any() ? Element("p", Class("bad"), $"What fails: {string.Join("; ", requirement.Failures)}.") : null,
            requirement.Accepted.Any() ? Accepted(requirement) : null,
            Element("p", requirement.Design),
            Values(requirement),
            Controls(requirement),
            Rehearsed(requirement),
            requirement.Claims.Select(claims => Given(requirement.Id, claims)),
            requirement.Tests.Select(Tests),
            Resources(requirement));
    }

    private static XElement Accepted(RequirementReport requirement) => Table(
        $"{requirement.Id}: what does not hold and is accepted",
        ["Control", "Would hold when", "Why it does not", "Why it is accepted"],
        from result in requirement.Accepted
        from finding in result.Findings
        where finding is { Outcome: ControlOutcome.Waived, Waiver.IsOfTheDesign: false }
        select (IReadOnlyList<object?>)
        [
            Wording.Code(result.Control.Id),
            result.Control.Title,
            $"{finding.Resource.Name}: {finding.Problem}",
            finding.Waiver!.Acceptance,
        ]);

    private static XElement Values(RequirementReport requirement) => Table(
        $"{requirement.Id}: what decides it",
        ["Resource", "What it says", "Value", "Input"],
        requirement.Values.Select(value => (IReadOnlyList<object?>)
            [Wording.List(value.Resources), value.Means, Value(value.Value), Wording.Muted(value.Path)]));

    private static object Value(string value) => value switch
    {
        "true" => "yes",
        "false" => "no",
        _ => Wording.Code(value),
    };

    private static IEnumerable<XElement> Controls(RequirementReport requirement)
    {
        // Those that pass are many and alike; the others are what a reader looks for.
        var remarkable = requirement.Controls.Where(result => result.Outcome is ControlOutcome.Fail or ControlOutcome.NotKnown).ToList();
        if (remarkable.Count > 0)
        {
            yield return Table(
                $"{requirement.Id}: controls that do not pass",
                ["Control", "Answer", "Holds when", "Why"],
                remarkable.Select(result => (IReadOnlyList<object?>)
                    [Wording.Code(result.Control.Id), Wording.Badge(result.Outcome), result.Control.Title, Why(result)]));
        }

        yield return Details(
            $"{Wording.Count(requirement.Controls.Count, "control")} on the plan",
            Table(
                $"{requirement.Id}: controls",
                ["Control", "Answer", "Holds when"],
                requirement.Controls.Select(result => (IReadOnlyList<object?>)
                    [Wording.Code(result.Control.Id), Wording.Badge(result.Outcome), result.Control.Title])));
    }

    private static IEnumerable<XElement> Why(ControlResult result) =>
        result.Findings
            .Where(finding => finding.Outcome is ControlOutcome.Fail or ControlOutcome.NotKnown)
            .Select(finding => Element("div", $"{finding.Resource.Name}: {finding.Problem}"));

    private static XElement? Rehearsed(RequirementReport requirement) => requirement.Rehearsed.Count == 0
        ? null
        : Details(
            $"{Wording.Count(requirement.Rehearsed.Count, "claim")} of the rehearsal",
            ClaimTable.Write($"{requirement.Id}: the rehearsal", requirement.Rehearsed));

    private static XElement Given(string id, ClaimEvidence claims) => Details(
        $"{claims.Made.Command}, {Wording.Moment(claims.Made.At)}: {Wording.Count(claims.Verdicts.Count, "claim")}"
            + (claims.Stale is null ? "" : ", stale"),
        claims.Stale is { } why ? Element("p", Class("wait"), $"This evidence counts for nothing: {why}.") : null,
        ClaimTable.Write($"{id}: {claims.Made.Command}, {claims.File}", claims.Verdicts));

    private static XElement Tests(TestEvidence tests) => Element(
        "p",
        Class(tests.Stale is not null ? "wait" : tests.All.Failed > 0 ? "bad" : "plain"),
        $"Unit tests that name it, in {tests.Suite}, {Wording.Moment(tests.At)}: {Wording.Number(tests.All.Passed)} passed, "
            + $"{Wording.Number(tests.All.Failed)} failed"
            + (tests.All.Others > 0 ? $", {Wording.Number(tests.All.Others)} left out" : "")
            + (tests.Stale is { } why ? $". They count for nothing: {why}." : "."));

    private static XElement Resources(RequirementReport requirement) => Details(
        $"{Wording.Count(requirement.Resources.Count, "resource")} that it rests on",
        Table(
            $"{requirement.Id}: resources",
            ["Type", "Names"],
            requirement.Resources.GroupBy(node => node.Type).Select(type => (IReadOnlyList<object?>)
                [Wording.Code(TypeName.Short(type.Key)), string.Join(", ", type.Select(node => node.Name))])));
}

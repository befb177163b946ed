using System.Xml.Linq;
using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Requirements;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>The answer: in a sentence, and requirement by requirement.</summary>
internal static class VerdictPart
{
    private static readonly string[] Head =
        ["Id", "The customer asked for", "Answer", "Controls", "Rehearsal", "Unit tests", "Running stack"];

    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "verdict"),
        Element("h2", Attribute("id", "verdict"), "The answer"),
        Element("p", Class($"verdict {Kind(report)}"), Answer(report)),
        BeyondAnswer(report) is { } beyond ? Element("p", Class("bad"), beyond) : null,
        Table("The requirements and what is known of them", Head, report.Requirements.Select(Row)),
        Element(
            "p",
            Class("muted"),
            "Controls read every resource of the plan. The rehearsal plays the stack by AWS's rules on a virtual clock. Unit tests run the "
            + "program against a mocked cloud. The running stack was asked itself, by infra verify and infra drill."));

    private static string Kind(StackReport report) => report.Standing switch
    {
        Standing.NotMet => "bad",
        Standing.NotKnown or Standing.Accepted => "wait",
        _ => "good",
    };

    private static string Answer(StackReport report)
    {
        var (unmet, unknown) = (With(report, Standing.NotMet), With(report, Standing.NotKnown));
        var seen = With(report, Standing.SeenLive);
        if (unmet.Count > 0)
            return $"{Wording.List(unmet)} {(unmet.Count == 1 ? "is" : "are")} not met.";
        if (unknown.Count > 0)
            return $"Nothing fails, but of {Wording.List(unknown)} not all could be checked.";
        if (With(report, Standing.Accepted) is { Count: > 0 } accepted)
        {
            return $"{Wording.List(accepted)} {(accepted.Count == 1 ? "is" : "are")} not met in all, which somebody has accepted "
                + "with a reason.";
        }

        return seen.Count switch
        {
            0 => "The plan meets all eight requirements. Nothing in this report was seen on a running stack.",
            _ when seen.Count == report.Requirements.Count =>
                "All eight requirements are met, by the plan and as seen on the running stack.",
            _ => $"The plan meets all eight requirements. {Wording.List(seen)} {(seen.Count == 1 ? "was" : "were")} seen on the running "
                + $"stack as well, {Wording.List(With(report, Standing.MetByPlan))} not.",
        };
    }

    private static string? BeyondAnswer(StackReport report)
    {
        var failing = report.Checks.With(ControlOutcome.Fail).Where(result => result.Control.Requirements.IsEmpty)
            .Select(result => result.Control.Id).ToList();
        var wrong = report.Checks.WaiverProblems.Count;
        string?[] said =
        [
            failing.Count == 0
                ? null
                : $"Beyond the requirements, {Wording.Count(failing.Count, "control")} {(failing.Count == 1 ? "fails" : "fail")}: "
                    + $"{Wording.List(failing)}.",
            report.FailingEvidence.Any() ? $"Does not hold: {string.Join("; ", report.FailingEvidence)}." : null,
            wrong == 0 ? null : $"{Wording.Count(wrong, "waiver")} {(wrong == 1 ? "does" : "do")} not fit the stack.",
        ];
        return said.Any(sentence => sentence is not null) ? string.Join(' ', said.OfType<string>()) : null;
    }

    private static IReadOnlyList<string> With(StackReport report, Standing standing) =>
        [.. report.Requirements.Where(requirement => requirement.Standing == standing).Select(requirement => requirement.Id)];

    private static IReadOnlyList<object?> Row(RequirementReport requirement) =>
    [
        Element("a", Attribute("href", $"#{requirement.Id.ToLowerInvariant()}"), requirement.Id),
        requirement.Requirement.Sentence,
        Wording.Badge(requirement.Standing),
        Controls(requirement),
        Claims(Rehearsed(requirement), "not tried"),
        Tests(requirement),
        Live(requirement),
    ];

    private static string Controls(RequirementReport requirement)
    {
        var (pass, waived, _, fail) = CheckReport.Counts([.. requirement.Controls]);
        (int Count, string Word)[] all =
            [(pass, "pass"), (waived, "waived"), (fail, "fail"), (CheckReport.NotKnown(requirement.Controls), "not known")];
        return string.Join(", ", all.Where(part => part.Count > 0).Select(part => $"{Wording.Number(part.Count)} {part.Word}"));
    }

    // The one on a virtual clock, and those of files.
    private static IEnumerable<Verdict> Rehearsed(RequirementReport requirement) =>
        requirement.Rehearsed.Concat(requirement.Claims
            .Where(claims => claims is { IsLive: false, Stale: null })
            .SelectMany(claims => claims.Verdicts));

    // What does not apply, such as sockets on a virtual clock, is not counted as if it had been tried.
    private static string Claims(IEnumerable<Verdict> verdicts, string none)
    {
        var tried = verdicts.Select(verdict => verdict.Finding.Outcome).Where(outcome => outcome != Outcome.NotApplicable).ToList();
        var holding = tried.Count(outcome => outcome == Outcome.Pass);
        return tried.Count == 0
            ? none
            : $"{Wording.Number(holding)} of {Wording.Count(tried.Count, "claim")} {(tried.Count == 1 ? "holds" : "hold")}";
    }

    private static string Tests(RequirementReport requirement)
    {
        var counting = requirement.Tests.Where(tests => tests.Stale is null).Select(tests => tests.All).ToList();
        if (counting.Count == 0)
            return requirement.Tests.Count > 0 ? "stale" : "not given";

        (int Count, string Word)[] all =
        [
            (counting.Sum(counts => counts.Passed), "passed"),
            (counting.Sum(counts => counts.Failed), "failed"),
            (counting.Sum(counts => counts.Others), "left out"),
        ];
        return string.Join(", ", all.Where(part => part.Count > 0).Select(part => $"{Wording.Number(part.Count)} {part.Word}"));
    }

    private static string Live(RequirementReport requirement)
    {
        var live = requirement.Claims.Where(claims => claims.IsLive).ToList();
        return live.Count > 0 && live.All(claims => claims.Stale is not null)
            ? "stale"
            : Claims(live.Where(claims => claims.Stale is null).SelectMany(claims => claims.Verdicts), "not given");
    }
}

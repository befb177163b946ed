using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Report.Evidence;

namespace Infra.Cli.Report.Requirements;

/// <summary>A requirement, and all that is known of how a stack meets it.</summary>
internal sealed record RequirementReport
{
    public required CustomerRequirement Requirement { get; init; }

    public string Id => Requirement.Id;

    /// <summary>How the design meets it.</summary>
    public required string Design { get; init; }

    /// <summary>What the inputs that decide it are.</summary>
    public required IReadOnlyList<DecisiveValue> Values { get; init; }

    /// <summary>The resources that meet it.</summary>
    public required IReadOnlyList<ResourceNode> Resources { get; init; }

    /// <summary>The controls that guard it.</summary>
    public required IReadOnlyList<ControlResult> Controls { get; init; }

    /// <summary>What a simulated rehearsal found.</summary>
    public required IReadOnlyList<Verdict> Rehearsed { get; init; }

    /// <summary>What files with evidence say, file by file, those without a word on it left out.</summary>
    public required IReadOnlyList<ClaimEvidence> Claims { get; init; }

    /// <summary>The results of its unit tests, file by file.</summary>
    public required IReadOnlyList<TestEvidence> Tests { get; init; }

    /// <summary>What all of it comes to. Stale evidence counts for nothing.</summary>
    public Standing Standing
    {
        get
        {
            var claims = Claims.Where(claim => claim.Stale is null).ToList();
            Outcome[] found = [.. Rehearsed.Concat(claims.SelectMany(claim => claim.Verdicts)).Select(verdict => verdict.Finding.Outcome)];
            if (found.Contains(Outcome.Fail) || Has(ControlOutcome.Fail) || Tests.Any(tests => tests is { Stale: null, All.Failed: > 0 }))
                return Standing.NotMet;
            if (found.Contains(Outcome.NotChecked) || Has(ControlOutcome.NotKnown) || Has(ControlOutcome.Pass) is false)
                return Standing.NotKnown;
            if (Accepted.Any())
                return Standing.Accepted;

            return claims.Any(claim => claim.IsLive && claim.Verdicts.Any(verdict => verdict.Finding.Outcome == Outcome.Pass))
                ? Standing.SeenLive
                : Standing.MetByPlan;
        }
    }

    /// <summary>What fails, in words of its own; empty where nothing does.</summary>
    public IEnumerable<string> Failures =>
    [
        .. Controls.Where(result => result.Outcome == ControlOutcome.Fail).Select(result => $"control {result.Control.Id}"),
        .. from verdict in Rehearsed.Concat(Claims.Where(claim => claim.Stale is null).SelectMany(claim => claim.Verdicts))
           where verdict.Finding.Outcome == Outcome.Fail
           select verdict.Claim.Text,
        .. Tests.Where(tests => tests is { Stale: null, All.Failed: > 0 }).Select(tests => $"unit tests in {tests.File}"),
    ];

    /// <summary>
    /// The controls that do not hold and that somebody has waived. What the design waives is no part of a requirement: R4 leaves open
    /// where TLS ends.
    /// </summary>
    public IEnumerable<ControlResult> Accepted => Controls.Where(result =>
        result.Findings.Any(finding => finding is { Outcome: ControlOutcome.Waived, Waiver.IsOfTheDesign: false }));

    private bool Has(ControlOutcome outcome) => Controls.Any(result => result.Outcome == outcome);
}

using System.Globalization;
using Infra.Cli.Checks;
using Infra.Cli.Cost;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Report.Evidence;
using Infra.Cli.Report.Requirements;

namespace Infra.Cli.Report;

/// <summary>All that a report says of a stack.</summary>
internal sealed record StackReport
{
    /// <summary>The stack, as it may be shown.</summary>
    public required ResourceGraph Graph { get; init; }

    /// <summary>Whether its settings are others than those of its file, as with <c>--set</c>.</summary>
    public required bool IsWhatIf { get; init; }

    /// <summary>What its plan is known by.</summary>
    public required string Hash { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The commit of the project's files; none where there is no git.</summary>
    public required SourceVersion? Source { get; init; }

    /// <summary>The packages and the runtime that it was made with.</summary>
    public required string Versions { get; init; }

    /// <summary>In the order of their ids.</summary>
    public required IReadOnlyList<RequirementReport> Requirements { get; init; }

    /// <summary>What all controls say.</summary>
    public required CheckReport Checks { get; init; }

    /// <summary>The architecture as SVG, or why it can't be drawn.</summary>
    public required Found<string> Drawing { get; init; }

    /// <summary>A rehearsal on a virtual clock, or why there is none.</summary>
    public required Found<RehearsalReport> Rehearsal { get; init; }

    /// <summary>What the stack promises; none where it does not say.</summary>
    public required DeclaredExpectations? Expected { get; init; }

    /// <summary>What it costs, or why that is not known.</summary>
    public required Found<CostEstimate> Cost { get; init; }

    /// <summary>The files that were given.</summary>
    public required EvidenceFiles Evidence { get; init; }

    /// <summary>The worst that is known of a requirement.</summary>
    public Standing Standing => Requirements.Max(requirement => requirement.Standing);

    /// <summary>Whether a requirement is not met, or anything else of the plan or of the evidence fails.</summary>
    public bool Fails => Standing == Standing.NotMet || !Checks.Passed || FailingEvidence.Any();

    /// <summary>What of the evidence that counts fails beyond the requirements, in words of its own.</summary>
    public IEnumerable<string> FailingEvidence =>
    [
        .. from claims in Evidence.Claims
           where claims.Stale is null
           from verdict in claims.Of(null).Verdicts
           where verdict.Finding.Outcome == Outcome.Fail
           select $"that {verdict.Claim.Text} ({claims.Made.Command})",
        .. from tests in Evidence.Tests
           where tests.Stale is null && tests.All.Failed > 0
           select string.Create(CultureInfo.InvariantCulture, $"{tests.All.Failed} of the unit tests in {tests.Suite}"),
    ];
}

/// <summary>Something, or why there is none.</summary>
/// <param name="Value">It; none where there is none.</param>
/// <param name="Why">Why there is none, as a clause.</param>
internal sealed record Found<T>(T? Value, string? Why)
    where T : class
{
    public static Found<T> Of(T value) => new(value, null);

    public static Found<T> None(string why) => new(null, why);
}

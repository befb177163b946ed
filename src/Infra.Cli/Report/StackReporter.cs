using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Diagram;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Report.Evidence;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Shell;

namespace Infra.Cli.Report;

/// <summary>Gathers what a report says, from a plan and from files with evidence.</summary>
/// <param name="hash">What a plan is known by.</param>
/// <param name="time">The clock.</param>
/// <param name="versions">The packages and the runtime in use.</param>
internal sealed class StackReporter(Func<ResourceGraph, string> hash, TimeProvider time, string versions)
{
    /// <summary>Gathers it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="files">Files with evidence.</param>
    /// <param name="longest">How old evidence may be.</param>
    /// <param name="source">The commit of the project's files; none where there is no git.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="InvalidUsageException">A file is no evidence of this stack.</exception>
    public async Task<StackReport> ReportAsync(
        LoadedPlan plan, IReadOnlyList<string> files, TimeSpan longest, SourceVersion? source, CancellationToken cancellation)
    {
        var (graph, now, planHash) = (plan.Graph, time.GetUtcNow(), hash(plan.Graph));
        var evidence = EvidenceFiles.Read(files, graph, new(plan.RootDirectory), new(planHash, now, longest, source?.At));
        var checks = CheckReport.Of(graph, WaiverFile.Read(plan.RootDirectory), plan.IsWhatIf);
        var rehearsal = await RehearseAsync(plan, cancellation);
        var shown = graph.Shown;
        return new()
        {
            Graph = shown,
            IsWhatIf = plan.IsWhatIf,
            Hash = planHash,
            At = now,
            Source = source,
            Versions = versions,
            Requirements =
            [
                .. from requirement in CustomerRequirement.All
                   select Of(requirement, plan, shown, checks, rehearsal.Value?.Verdicts ?? [], evidence),
            ],
            Checks = checks,
            Drawing = Told(plan, DiagramCommand.DrawSvg),
            Rehearsal = rehearsal,
            Expected = Told(plan, stack => new DeclaredStack(stack).Expected!).Value,
            Cost = Told(plan, stack => CostEstimator.Estimate(stack, new(), PriceBook.Default)),
            Evidence = evidence,
        };
    }

    private static RequirementReport Of(
        CustomerRequirement requirement,
        LoadedPlan plan,
        ResourceGraph graph,
        CheckReport checks,
        IReadOnlyList<Verdict> rehearsed,
        EvidenceFiles evidence)
    {
        var controls = checks.Results.Where(result => result.Control.Requirements.Contains(requirement.Id)).ToList();
        var guarded = controls.SelectMany(result => result.Findings).Select(finding => finding.Resource.Urn).ToHashSet();
        return new()
        {
            Requirement = requirement,
            Design = Told(plan, stack => requirement.Design(new(stack))) is { Value: { } design }
                ? design
                : "How it is met, the plan does not tell.",
            Values = [.. requirement.Inputs.SelectMany(input => input.In(graph))],
            Resources = [.. graph.Nodes.Where(node => node.IsCustom && (guarded.Contains(node.Urn) || requirement.IsMetBy(node)))],
            Controls = controls,
            Rehearsed = [.. rehearsed.Where(verdict => verdict.Claim.Requirement == requirement.Id)],
            Claims = [.. evidence.Claims.Select(claim => claim.Of(requirement.Id)).Where(claim => claim.Verdicts.Count > 0)],
            Tests = [.. evidence.Tests.Select(tests => tests.Of(requirement.Id)).Where(tests => tests.All.Sum > 0)],
        };
    }

    private static async Task<Found<RehearsalReport>> RehearseAsync(LoadedPlan plan, CancellationToken cancellation)
    {
        try
        {
            return Found<RehearsalReport>.Of(await RehearseCommand.SimulateAsync(RehearsedPlan.Of(plan), cancellation));
        }
        catch (InvalidUsageException refused)
        {
            return Found<RehearsalReport>.None(refused.Message);
        }
    }

    // A stack that is refused has a report all the same, for it is the one whose report is needed.
    private static Found<T> Told<T>(LoadedPlan plan, Func<ResourceGraph, T> use)
        where T : class
    {
        try
        {
            return Found<T>.Of(plan.Told(use));
        }
        catch (InvalidUsageException refused)
        {
            return Found<T>.None(refused.Message);
        }
    }
}

using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>What all controls say of a stack.</summary>
internal sealed record CheckReport(ResourceGraph Graph, IReadOnlyList<ControlResult> Results, IReadOnlyList<WaiverProblem> WaiverProblems)
{
    /// <summary>Whether the stack may be deployed: nothing fails, and every waiver is needed.</summary>
    public bool Passed => Results.All(result => result.Outcome != ControlOutcome.Fail) && WaiverProblems.Count == 0;

    /// <summary>How many controls came out how.</summary>
    public static (int Pass, int Waived, int NotApplicable, int Fail) Counts(IReadOnlyCollection<ControlResult> results)
    {
        int Count(ControlOutcome outcome) => results.Count(result => result.Outcome == outcome);
        return (Count(ControlOutcome.Pass), Count(ControlOutcome.Waived), Count(ControlOutcome.NotApplicable), Count(ControlOutcome.Fail));
    }

    /// <summary>How many controls the plan tells too little for.</summary>
    public static int NotKnown(IEnumerable<ControlResult> results) => results.Count(result => result.Outcome == ControlOutcome.NotKnown);

    /// <summary>The controls that came out so for a resource at least.</summary>
    public IEnumerable<ControlResult> With(ControlOutcome outcome) =>
        Results.Where(result => result.Findings.Any(finding => finding.Outcome == outcome));

    /// <summary>Checks a stack.</summary>
    /// <param name="graph">The stack.</param>
    /// <param name="waivers">All waivers.</param>
    /// <param name="isWhatIf">Whether this is another stack than the waivers are written for, which need not need them.</param>
    public static CheckReport Of(ResourceGraph graph, IReadOnlyList<Waiver> waivers, bool isWhatIf = false)
    {
        var trial = new ControlTrial(graph, waivers);
        var results =
            from area in ControlCatalogue.Areas
            from control in area.Controls
            select new ControlResult(area, control, trial.Of(control));

        var all = results.ToList();
        return new(graph, all, [.. WaiverProblem.Unknown(waivers), .. isWhatIf ? [] : WaiverProblem.Stale(trial.Here, all)]);
    }
}

using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli;

/// <summary>What <c>infra diff</c> shows of the cost and the controls of a stack.</summary>
internal static class DiffFacts
{
    /// <summary>All of it.</summary>
    public static PlanFacts Of(ResourceGraph graph, string rootDirectory, bool isCheckout) => new(
        CostOf(graph),
        [.. CheckReport.Of(graph, WaiverFile.Read(rootDirectory, isCheckout), isWhatIf: true).Results.Select(ControlOf)]);

    private static CostFact CostOf(ResourceGraph graph)
    {
        try
        {
            var estimate = CostEstimator.Estimate(graph, new(), PriceBook.Default);
            return new(estimate.Servers.Minimum, estimate.Servers.Maximum, estimate.Minimum, estimate.Maximum)
            {
                Gaps = string.Join(", ", estimate.Gaps.Select(gap => gap.Price.Thing).Distinct()),
            };
        }
        catch (InvalidUsageException missing)
        {
            // What else is different is right without the price.
            return CostFact.NotKnown(missing.Message);
        }
    }

    private static ControlFact ControlOf(ControlResult result) => new(
        result.Control.Id,
        result.Control.Title,
        Judged(result.Outcome),
        [
            .. from finding in result.Findings
               where finding.Problem is not null
               select new ControlProblem(finding.Resource.Name, Judged(finding.Outcome), finding.Problem!),
        ]);

    private static Judgement Judged(ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.NotApplicable => Judgement.NotApplicable,
        ControlOutcome.Pass => Judgement.Pass,
        ControlOutcome.Waived => Judgement.Waived,
        ControlOutcome.NotKnown => Judgement.NotKnown,
        _ => Judgement.Fail,
    };
}

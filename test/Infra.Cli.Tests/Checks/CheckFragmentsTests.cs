using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>The tables for documents, word by word.</summary>
internal sealed class CheckFragmentsTests
{
    private static readonly Waiver Waiver = new()
    {
        ControlId = "alb-internal",
        Resources = ["web-alb", "other"],
        Stacks = WaivedStacks.Named("dev", "prod"),
        Reason = "It is a public site.",
        File = WaiverFile.ProjectPath,
        Line = 1,
    };

    // Most of dev passes, and without the design's waivers some fails; one is accepted.
    [Test]
    public async Task Counts_OfStacks_AreARowEach()
    {
        ResourceGraph[] stacks = [await RecordedStacks.Dev(), await RecordedStacks.Prod()];
        var rows = stacks.Select(stack =>
        {
            var outcomes = CheckReport.Of(stack, [Waiver]).Results.ToLookup(result => result.Outcome);
            Assert.That(outcomes[ControlOutcome.Waived].Count(), Is.EqualTo(1));
            Assert.That(outcomes[ControlOutcome.Fail], Is.Not.Empty);
            return $"| {stack.StackName} | {stack.Nodes.Count(node => node.Id is not null)} "
                + $"| {outcomes[ControlOutcome.Pass].Count()} | 1 | {outcomes[ControlOutcome.NotApplicable].Count()} "
                + $"| {outcomes[ControlOutcome.Fail].Count()} |\n";
        });

        Assert.That(CheckFragments.Counts(stacks, [Waiver]) + "\n", Is.EqualTo(
            "|  | Resources | Controls that pass | are waived | do not apply | fail |\n|---|---|---|---|---|---|\n" + string.Concat(rows)));
    }

    [Test]
    public void Accepted_IsARowForEachWaiver() => Assert.That(
        CheckFragments.Accepted([Waiver, Waiver with { Resources = ["a"], Stacks = WaivedStacks.All, Reason = "It is none." }]),
        Is.EqualTo(
            """
            | Control that is not met | By | Of | Accepted because |
            |---|---|---|---|
            | `alb-internal` | `web-alb`, `other` | dev, prod | It is a public site. |
            | `alb-internal` | `a` | every stack | It is none. |
            """));
}

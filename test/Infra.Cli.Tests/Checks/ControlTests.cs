using System.Text.RegularExpressions;
using Infra.Cli.Checks;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>Every control passes what is right, and fails what is wrong.</summary>
public sealed partial class ControlTests
{
    private static IEnumerable<TestCaseData> Breaking => BreakingCases.All.Select(@case => @case.ForTest());

    private static IEnumerable<TestCaseData> Mending => MendingCases.All.Select(@case => @case.ForTest());

    private static IEnumerable<TestCaseData> Beside => BesideCases.All.Select(@case => @case.ForTest());

    [TestCaseSource(nameof(Breaking))]
    public async Task Control_OfABadValue_Fails(object testCase)
    {
        var @case = (ControlCase)testCase;
        var good = await @case.Stack();

        var (before, after) = (Judged.By(@case.ControlId, good), Judged.By(@case.ControlId, @case.Edit(good)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Outcome, Is.Not.EqualTo(ControlOutcome.Fail), "as it is");
            Assert.That(after.Outcome, Is.EqualTo(ControlOutcome.Fail), "changed");
            Assert.That(KnownFindings.Of(after), Is.EqualTo(KnownFindings.Of(@case)), "findings.verified.txt; UPDATE_GOLDEN=1 writes it");
        }
    }

    [TestCaseSource(nameof(Mending))]
    public async Task Control_OfAGoodValue_Passes(object testCase)
    {
        var @case = (ControlCase)testCase;

        var result = Judged.By(@case.ControlId, @case.Edit(await @case.Stack()));

        Assert.That(result.Outcome, Is.EqualTo(ControlOutcome.Pass), string.Join("; ", result.Findings.Select(finding => finding.Problem)));
    }

    [TestCaseSource(nameof(Beside))]
    public async Task Control_OfAStackThatItIsNotAbout_DoesNotApply(object testCase)
    {
        var @case = (ControlCase)testCase;

        var result = Judged.By(@case.ControlId, @case.Edit(await @case.Stack()));

        Assert.That(result.Outcome, Is.EqualTo(ControlOutcome.NotApplicable));
    }

    [Test]
    public async Task Controls_All_AreSeenToPass()
    {
        ResourceGraph[] stacks =
        [
            await RecordedStacks.Dev(), await RecordedStacks.Prod(), await RecordedStacks.Nat(), await RecordedStacks.Closed(),
            await RecordedStacks.Application(),
        ];

        var passing = stacks.SelectMany(Judged.ByAll).Where(result => result.Outcome == ControlOutcome.Pass)
            .Select(result => result.Control.Id);
        var mended = MendingCases.All.Select(@case => @case.ControlId);

        Assert.That(Ids.Except(passing).Except(mended), Is.Empty);
    }

    [Test]
    public async Task Controls_All_AreSeenToFail()
    {
        var failing = Judged.Failing(await RecordedStacks.Prod());
        var broken = BreakingCases.All.Select(@case => @case.ControlId);

        Assert.That(Ids.Except(failing).Except(broken), Is.Empty);
    }

    [Test]
    public void Controls_All_HaveStableIdsAndSentences()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids, Is.Unique);
            foreach (var control in ControlCatalogue.All)
            {
                Assert.That(control.Id, Does.Match(Kebab()));
                Assert.That(control.Title, Does.EndWith("."), control.Id);
                Assert.That(control.Mend, Does.Not.EndWith("."), control.Id);
                Assert.That(control.Sources, Is.Unique, control.Id);
                Assert.That(control.Requirements, Is.SubsetOf(new[] { "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8" }), control.Id);
            }
        }
    }

    [Test]
    public void Requirements_All_HaveControls([Values("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8")] string id)
    {
        Assert.That(ControlCatalogue.All.Count(control => control.Requirements.Contains(id)), Is.GreaterThanOrEqualTo(2));
    }

    private static IEnumerable<string> Ids => ControlCatalogue.All.Select(control => control.Id);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex Kebab();
}

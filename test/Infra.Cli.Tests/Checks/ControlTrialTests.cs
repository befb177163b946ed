using Infra.Cli.Checks;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Checks;

/// <summary>What a control says of a plan that does not tell all, or holds what no stack has.</summary>
internal sealed class ControlTrialTests
{
    private const string NotKnownYet = "can't be judged: size is not known yet";

    // However a control takes what it gets in place of the size, it knows nothing.
    private static readonly Dictionary<string, Expectation> Judgements = new()
    {
        ["passes"] = (node, _) => node.Text("size") is null ? null : "is too large",
        ["fails"] = (node, _) => node.Text("size") is null ? "is not large enough" : null,
        ["gives up"] = (node, _) => node.Text("size") ?? throw new NotSupportedException("no size"),
        ["breaks"] = (node, _) => node.Text("size") ?? throw new TimeoutException("no size"),
    };

    private static IEnumerable<string> WaysToJudge => Judgements.Keys;

    [TestCaseSource(nameof(WaysToJudge))]
    public void Control_ThatAsksForWhatIsNotKnown_SaysNothing(string way) => Assert.That(
        TrialPlan.Said(TrialPlan.Of(), TrialPlan.Control(Judgements[way], "open")),
        Is.EqualTo(new[] { ("open", ControlOutcome.NotKnown, NotKnownYet) }));

    [Test]
    public void Control_ThatAsksForSeveral_NamesEachAndWhoseItIs()
    {
        var control = TrialPlan.Control(
            (node, graph) => $"{graph.Named("open").Text("size")}{node.Text("key")}{graph.Named("hidden").Text("key")}{node.Text("key")}",
            "hidden");

        Assert.That(TrialPlan.Said(TrialPlan.Of(), control), Is.EqualTo(new[]
        {
            ("hidden", ControlOutcome.NotKnown, "can't be judged: size of open is not known yet, key is secret"),
        }));
    }

    [Test]
    public void Control_ThatAsksForWhatIsKnown_JudgesIt() => Assert.That(
        TrialPlan.Said(TrialPlan.Of(), TrialPlan.Control(Judgements["passes"], "large", "open", "unsized")), Is.EqualTo(new[]
        {
            ("large", ControlOutcome.Fail, "is too large"),
            ("open", ControlOutcome.NotKnown, NotKnownYet),
            ("unsized", ControlOutcome.Pass, null),
        }));

    // Of what was asked before, whoever asked, this control knows nothing.
    [Test]
    public void Control_AfterSomebodyAsked_IsJudgedAlone()
    {
        var plan = TrialPlan.Of();
        _ = plan.Named("open").Text("size");

        Assert.That(TrialPlan.Said(plan, TrialPlan.Control((_, _) => "is wrong", "large")), Is.EqualTo(new[]
        {
            ("large", ControlOutcome.Fail, "is wrong"),
        }));
    }

    // It should perhaps have been about what has no known size, and perhaps not about what fails beside it.
    [Test]
    public void Control_WhoseSubjectsAreNotKnown_NeitherFailsNorLeavesThemOut()
    {
        var large = new Subjects("large", graph => graph.Nodes.Where(node => node.Text("size") == "3"));
        const string Beside = "can't be judged: size of open is not known yet";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(TrialPlan.Said(TrialPlan.Of(), TrialPlan.Control((_, _) => "is wrong", large)), Is.EqualTo(new[]
            {
                ("large", ControlOutcome.NotKnown, Beside), ("open", ControlOutcome.NotKnown, NotKnownYet),
            }));
            Assert.That(TrialPlan.Said(TrialPlan.Of(), TrialPlan.Control((_, _) => null, large)), Is.EqualTo(new[]
            {
                ("large", ControlOutcome.Pass, null), ("open", ControlOutcome.NotKnown, NotKnownYet),
            }));
        }
    }

    // Found all the same, it has one finding.
    [TestCase("is wrong", ControlOutcome.NotKnown)]
    [TestCase(null, ControlOutcome.Pass)]
    public void Control_WhoseSubjectsIncludeWhatIsNotKnown_JudgesItOnce(string? problem, ControlOutcome outcome)
    {
        var notSmall = new Subjects("not small", graph => graph.Nodes.Where(node => node.Name == "open" && node.Text("size") != "1"));

        Assert.That(
            TrialPlan.Said(TrialPlan.Of(), TrialPlan.Control((_, _) => problem, notSmall)),
            Is.EqualTo(new[] { ("open", outcome, problem is null ? null : NotKnownYet) }));
    }

    [TestCase(PlanKind.Preview)]
    [TestCase(PlanKind.State)]
    public void Control_OfAValueThatNoStackHas_FailsAndSaysIt(PlanKind origin)
    {
        var plan = TrialPlan.Of(origin);
        (Exception Fault, string Problem)[] faults =
        [
            (new InvalidUsageException("size must be a number"), "can't be judged: size must be a number"),
            (new FormatException("it is odd"), "has a value of a form that no stack has (it is odd)"),
        ];

        foreach (var (fault, problem) in faults)
        {
            Assert.That(TrialPlan.Said(plan, TrialPlan.Control((_, _) => throw fault, "large")), Is.EqualTo(new[]
            {
                ("large", ControlOutcome.Fail, problem),
            }));
            Assert.That(TrialPlan.Said(plan, TrialPlan.Control((_, _) => null, new Subjects("any", _ => throw fault))), Is.EqualTo(new[]
            {
                ("stack", ControlOutcome.Fail, problem),
            }));
        }
    }

    // Of a stack that was played here, or by another fault, it is the program that is wrong.
    [Test]
    public void Control_ThatIsWrongItself_ShowsItsFault()
    {
        (PlanKind? Origin, Exception Fault)[] faults =
        [
            (null, new InvalidUsageException("size must be a number")),
            (null, new FormatException("it is odd")),
            (PlanKind.Preview, new TimeoutException("it takes too long")),
        ];

        foreach (var (origin, fault) in faults)
        {
            Assert.That(
                () => TrialPlan.Said(TrialPlan.Of(origin), TrialPlan.Control((_, _) => throw fault, "large")),
                Throws.Exception.SameAs(fault));
        }
    }
}

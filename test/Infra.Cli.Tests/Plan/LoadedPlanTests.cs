using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Plan;

/// <summary>What is said of a plan that does not tell what somebody asks it for.</summary>
internal sealed class LoadedPlanTests
{
    private static readonly ResourceGraph Small = SmallStack.Of(SmallStack.Node(TypeToken.Topic, "topic"));

    private static readonly ResourceGraph Preview =
        new("infra", "s", "eu-west-1", Small.Nodes, Small.Outputs) { Origin = PlanKind.Preview };

    [Test]
    public void Use_OfAPlan_IsWhatIsMadeOfIt() => Assert.That(Plan(Small).Told(graph => graph.Nodes.Count), Is.EqualTo(2));

    [TestCase(1, "of this plan, a1 is not known yet")]
    [TestCase(2, "of this plan, a1 is not known yet, a2 is not known yet")]
    [TestCase(5, "a5 is not known yet")]
    [TestCase(6, "a5 is not known yet, and 1 more")]
    [TestCase(8, "a5 is not known yet, and 3 more")]
    public void Refusal_SaysWhatThePlanDoesNotTell(int unknowns, string end) => Assert.That(
        () => Plan(Small).Told<int>(graph =>
        {
            for (var number = 1; number <= unknowns; number++)
                graph.Unknowns.Note(graph.Stack, $"a{number}");
            throw new InvalidUsageException("why");
        }),
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("why; of this plan, a1 is").And.Message.EndsWith(end));

    // What was asked for by somebody else is not the reason.
    [Test]
    public void Refusal_OfAPlanThatTellsAll_IsAsItWas()
    {
        Small.Unknowns.Note(Small.Stack, "before");

        Assert.That(
            () => Plan(Small).Told<int>(_ => throw new InvalidUsageException("why")),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo("why"));
    }

    [Test]
    public void Value_ThatNoStackHas_IsTheFilesMistake_AndAProgramsIsAFault()
    {
        static int Use(ResourceGraph graph) => throw new FormatException("odd");

        Assert.That(() => Plan(Small).Told(Use), Throws.TypeOf<FormatException>());
        Assert.That(
            () => Plan(Preview).Told(Use),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "stack s of this plan has a value of a form that no stack has (odd): compare it with 'infra preview'"));
        Assert.That(() => Plan(Preview).Told<int>(_ => throw new IOException("away")), Throws.TypeOf<IOException>());
    }

    private static LoadedPlan Plan(ResourceGraph graph) => new(graph, ".", IsWhatIf: false);
}

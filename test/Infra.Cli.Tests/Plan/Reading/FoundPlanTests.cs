using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>The line that says what a file turned out to be, part by part.</summary>
internal sealed class FoundPlanTests
{
    private static readonly ImmutableSortedDictionary<string, ConfigValue> Set =
        ImmutableSortedDictionary<string, ConfigValue>.Empty.Add("infra:a", new("b"));

    [TestCase(PlanKind.OwnPreview, true, "a preview of this tool", "its configuration is in it")]
    [TestCase(PlanKind.Preview, true, "a preview of Pulumi's", "its configuration is in it")]
    [TestCase(PlanKind.Preview, false, "a preview of Pulumi's", "its configuration is not known")]
    [TestCase(PlanKind.Events, true, "a log of Pulumi's events",
        "its configuration is in it; events tell neither dependencies nor options")]
    [TestCase(PlanKind.Found, true, "a preview of Pulumi's, taken for what it found", "its configuration is in it")]
    [TestCase(PlanKind.State, true, "a state of Pulumi's", "its configuration is taken from Pulumi.s.yaml")]
    [TestCase(PlanKind.State, false, "a state of Pulumi's", "its configuration is not known")]
    public void Line_SaysWhatItIs(PlanKind origin, bool isSet, string kind, string configuration) => Assert.That(
        FoundPlan.Line("f", Graph(origin, isSet ? Set : Set.Clear())),
        Is.EqualTo($"f is {kind}: stack s of infra, 1 resources; {configuration}."));

    [TestCase(1, "left alone: 1 (t n0 is far)")]
    [TestCase(5, "left alone: 5 (t n0 is far, t n1 is far, t n2 is far, t n3 is far, t n4 is far)")]
    [TestCase(6, "left alone: 6 (t n0 is far, t n1 is far, t n2 is far, t n3 is far, t n4 is far, 1 more)")]
    [TestCase(8, "left alone: 8 (t n0 is far, t n1 is far, t n2 is far, t n3 is far, t n4 is far, 3 more)")]
    public void Others_AreNamedUpToFive(int count, string part)
    {
        var graph = Graph(
            PlanKind.OwnPreview, Set, others: [.. Enumerable.Range(0, count).Select(at => new OtherResource("t", $"n{at}", "is far"))]);

        Assert.That(FoundPlan.Line("f", graph), Does.EndWith($"its configuration is in it; {part}."));
    }

    [Test]
    public void HandMadeAndUnknown_AreCounted()
    {
        var node = SmallStack.Node("aws:ec2/route:Route", "route");
        var inputs = node.Inputs.Add("a", UnknownValue.Instance).Add("b", UnknownValue.Hidden)
            .Add("c", ImmutableArray.Create<object>(UnknownValue.Instance, "x", UnknownValue.Hidden, UnknownValue.Hidden))
            .Add("d", ImmutableDictionary<string, object>.Empty.Add("e", UnknownValue.Instance));
        var graph = Graph(
            PlanKind.OwnPreview,
            Set,
            changes: [new("web", ["a", "b"]), new("net", ["c"])],
            standIns: ["one", "two"],
            nodes: [node with { Inputs = inputs, IsAddedByHand = true }]);

        Assert.That(FoundPlan.Line("f", graph), Is.EqualTo(
            "f is a preview of this tool: stack s of infra, 2 resources; its configuration is in it; added by hand: 1 (Route route); "
            + "otherwise than the program made it: 3 (web a, web b, net c); not known yet: 5 values; secret: 3 values."));
    }

    [TestCase("vpc", ExpectedResult = "\u2013 x")]
    [TestCase("open", ExpectedResult = "open x")]
    public string Dash_StandsForWhatIsNotKnown(string value)
    {
        var inner = ImmutableArray.Create<object>(value == "open" ? value : UnknownValue.Instance, "x");
        var node = SmallStack.Node(TypeToken.Subnet, "subnet");
        node = node with
        {
            Inputs = node.Inputs.Add("tags", ImmutableDictionary<string, object>.Empty.Add("a", inner)).Add("vpcId", UnknownValue.Instance),
        };
        var dashed = DashedPlan.Of(SmallStack.Of(node)).Nodes[1];

        Assert.That(dashed.Inputs["vpcId"], Is.EqualTo(UnknownValue.Instance), "who refers to whom stays open");
        return string.Join(' ', dashed.Texts("tags.a"));
    }

    private static ResourceGraph Graph(
        PlanKind origin,
        ImmutableSortedDictionary<string, ConfigValue> configuration,
        OtherResource[]? others = null,
        HandChange[]? changes = null,
        string[]? standIns = null,
        ResourceNode[]? nodes = null) =>
        new("infra", "s", "eu-west-1", SmallStack.Of(nodes ?? []).Nodes, ImmutableSortedDictionary<string, object>.Empty)
        {
            Origin = origin,
            Configuration = configuration,
            Others = others ?? [],
            HandChanges = changes ?? [],
            StandIns = new(standIns ?? []),
        };
}

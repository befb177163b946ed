using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.Graph;

/// <summary>What a stack's graph finds, what it shows, and what it notes.</summary>
internal sealed class ResourceGraphTests
{
    private const string Secret = "a-long-secret";

    private static readonly ImmutableSortedDictionary<string, object> NoOutputs = ImmutableSortedDictionary<string, object>.Empty;

    [Test]
    public void Resources_AreFoundByTypeParentUrnIdAndArn()
    {
        var (one, two) = (SmallStack.Node("a:a:A", "one"), SmallStack.Node("a:a:A", "two"));
        var below = SmallStack.Node("b:b:B", "below") with { Parent = one.Urn };
        var graph = SmallStack.Of(one, below, two);

        Assert.Multiple(() =>
        {
            Assert.That(graph.Stack.Name, Is.EqualTo("infra-s"));
            Assert.That(graph.OfType("a:a:A"), Is.EqualTo([one, two]));
            Assert.That(graph.OfType("A:A:A"), Is.Empty);
            Assert.That(graph.ChildrenOf(one), Is.EqualTo([below]));
            Assert.That(graph.ChildrenOf(two), Is.Empty);
            Assert.That(graph[two.Urn], Is.EqualTo(two));
            Assert.That(graph.ByIdOrArn("a:a:A", "two-id"), Is.EqualTo(two));
            Assert.That(graph.ByIdOrArn("a:a:A", "arn:one"), Is.EqualTo(one));
            Assert.That(graph.ByIdOrArn("b:b:B", "arn:one"), Is.Null);
            Assert.That(graph.ByIdOrArn("a:a:A", value: null), Is.Null);
        });
    }

    [TestCase("infra:deletionProtection", "true", ExpectedResult = true)]
    [TestCase("infra:deletionProtection", "false", ExpectedResult = false)]
    [TestCase("shop:deletionProtection", "true", ExpectedResult = false)]
    [TestCase("infra:other", "true", ExpectedResult = false)]
    public bool Stack_IsProtected_ByItsSetting(string key, string value) => With(null, (key, value)).IsProtected;

    [Test]
    public void Setting_IsTheProjectsOwn()
    {
        var graph = With(null, ("infra:a", "1"), ("shop:b", "2"));

        Assert.That((graph.Setting("a"), graph.Setting("b")), Is.EqualTo(("1", (string?)null)));
        Assert.That(graph.Unknowns.HasAny, Is.False);
    }

    [TestCase(null, false, true)]
    [TestCase(null, true, true)]
    [TestCase(PlanKind.OwnPreview, false, false)]
    [TestCase(PlanKind.State, true, true)]
    public void Configuration_IsKnown_WhereItWasRecordedOrGiven(PlanKind? origin, bool isGiven, bool isKnown)
    {
        var graph = isGiven ? With(origin, ("infra:a", "1")) : With(origin);

        Assert.That(graph.IsConfigurationKnown, Is.EqualTo(isKnown));
        Assert.That(graph.Setting("b"), Is.Null);
        Assert.That(graph.Unknowns.Take().Select(unknown => unknown.Path), Is.EqualTo(isKnown ? [] : new[] { "its configuration" }));
    }

    [TestCase(null, ExpectedResult = false)]
    [TestCase(PlanKind.OwnPreview, ExpectedResult = false)]
    [TestCase(PlanKind.Preview, ExpectedResult = true)]
    [TestCase(PlanKind.Events, ExpectedResult = true)]
    [TestCase(PlanKind.Found, ExpectedResult = false)]
    [TestCase(PlanKind.State, ExpectedResult = false)]
    public bool Output_OfAStackWithoutAny_IsNotKnownYetInAPreview(PlanKind? origin)
    {
        var graph = new ResourceGraph("infra", "s", "eu-west-1", SmallStack.Of().Nodes, NoOutputs) { Origin = origin };

        Assert.That(graph.FindOutput("url"), Is.Null);
        return graph.Unknowns.Take().Any(unknown => unknown is { Path: "its output url", Resource.Name: "infra-s" });
    }

    [Test]
    public void Output_IsNotedWhereItIsNotKnown_AndNotWhereOthersAre()
    {
        var outputs = NoOutputs.Add("url", UnknownValue.Instance).Add("name", "n");
        var graph = new ResourceGraph("infra", "s", "eu-west-1", SmallStack.Of().Nodes, outputs) { Origin = PlanKind.Preview };

        Assert.That((graph.FindOutput("name"), graph.FindOutput("missing")), Is.EqualTo(((object?)"n", (object?)null)));
        Assert.That(graph.Unknowns.HasAny, Is.False);
        Assert.That(graph.FindOutput("url"), Is.EqualTo(UnknownValue.Instance));
        Assert.That(graph.Unknowns.Take().Select(unknown => unknown.Path), Is.EqualTo(["its output url"]));
    }

    [Test]
    public void SettingsFile_IsTheStacksUnlessItIsElsewhere()
    {
        var nodes = SmallStack.Of().Nodes;

        Assert.That(SmallStack.Of().SettingsFile, Is.EqualTo("Pulumi.s.yaml"));
        Assert.That(
            new ResourceGraph("infra", "s", "eu-west-1", nodes, NoOutputs) { SettingsFile = "stacks/Pulumi.s.yaml" }.SettingsFile,
            Is.EqualTo("stacks/Pulumi.s.yaml"));
    }

    [Test]
    public void Shown_HidesSecretsEverywhere_AndKeepsTheRest()
    {
        var graph = Full();
        var shown = graph.Shown;

        Assert.Multiple(() =>
        {
            Assert.That((shown.Nodes[1].Id, shown.Nodes[2].Id), Is.EqualTo(("[secret]", (string?)null)));
            Assert.That((shown.Nodes[1].Inputs["in"], shown.Nodes[1].Inputs["plain"]), Is.EqualTo(((object)"[secret]", (object)"p")));
            Assert.That(shown.Nodes[1].Outputs["out"], Is.EqualTo("[secret]"));
            Assert.That((shown.Outputs["secret"], shown.Outputs["plain"]), Is.EqualTo(((object)"[secret]", (object)"p")));
            Assert.That(shown.Configuration["infra:kept"], Is.EqualTo(new ConfigValue("[secret]", IsSecret: true)));
            Assert.That(shown.Configuration["infra:open"], Is.EqualTo(new ConfigValue("[secret]")), "a secret that stands elsewhere too");
            Assert.That(shown.Configuration["infra:plain"], Is.EqualTo(new ConfigValue("p")));
        });
        AssertIsOf(shown, graph);
    }

    [Test]
    public void Edit_ChangesResourcesAlone()
    {
        var graph = Full();
        var edited = graph.With(node => node with { Name = $"{node.Name}-2" });

        Assert.That(edited.Nodes.Select(node => node.Name), Is.EqualTo(graph.Nodes.Select(node => $"{node.Name}-2")));
        Assert.That(edited.Outputs, Is.SameAs(graph.Outputs));
        Assert.That(edited.Configuration, Is.SameAs(graph.Configuration));
        AssertIsOf(edited, graph);
    }

    private static void AssertIsOf(ResourceGraph graph, ResourceGraph first) => Assert.Multiple(() =>
    {
        Assert.That((graph.ProjectName, graph.StackName, graph.Region), Is.EqualTo(("infra", "s", "eu-west-1")));
        Assert.That((graph.Origin, graph.SettingsFile), Is.EqualTo(((PlanKind?)PlanKind.Found, "elsewhere.yaml")));
        Assert.That(graph.Others, Is.SameAs(first.Others));
        Assert.That(graph.HandChanges, Is.SameAs(first.HandChanges));
        Assert.That(graph.Unknowns, Is.SameAs(first.Unknowns));
        Assert.That(graph.StandIns, Is.SameAs(first.StandIns));
        Assert.That(graph.Secrets, Is.SameAs(first.Secrets));
    });

    private static ResourceGraph Full()
    {
        var node = SmallStack.Node("a:a:A", "node", $"'in': '= {Secret}', 'plain': 'p'", $"'out': '{Secret}'") with { Id = Secret };
        var component = SmallStack.Node("a:a:B", "component") with { Id = null };
        return new(
            "infra", "s", "eu-west-1", SmallStack.Of(node, component).Nodes, NoOutputs.Add("secret", Secret).Add("plain", "p"))
        {
            Origin = PlanKind.Found,
            SettingsFile = "elsewhere.yaml",
            Others = [new("a:a:C", "other", "why")],
            HandChanges = [new("node", ["in"])],
            StandIns = new(["stand-in"]),
            Secrets = new([Secret]),
            Configuration = ImmutableSortedDictionary<string, ConfigValue>.Empty
                .Add("infra:kept", new("anything", IsSecret: true)).Add("infra:open", new($"x{Secret}")).Add("infra:plain", new("p")),
        };
    }

    private static ResourceGraph With(PlanKind? origin, params (string Key, string Text)[] settings) =>
        new("infra", "s", "eu-west-1", SmallStack.Of().Nodes, NoOutputs)
        {
            Origin = origin,
            Configuration = settings.ToImmutableSortedDictionary(setting => setting.Key, setting => new ConfigValue(setting.Text)),
        };
}

using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Graph;

/// <summary>What is shown in place of secrets, of what is not known, and of stand-ins.</summary>
internal sealed class ShownValuesTests
{
    private static readonly ShownValues Shown = new(new(["a-secret"]));

    private static IEnumerable<TestCaseData> Values =>
    [
        Case("text", "plain", "plain"),
        Case("secret", "has a-secret in it", "[secret]"),
        Case("number", 5d, 5d),
        Case("flag", true, true),
        Case("unknown", UnknownValue.Instance, UnknownValue.Instance),
        Case("hidden", UnknownValue.Hidden, "[secret]"),
        Case("archive", new LocalArchive("site"), new LocalArchive("site")),
        Case("secret archive", new LocalArchive("a-secret", IsFile: true), new LocalArchive("[secret]", IsFile: true)),
    ];

    [TestCaseSource(nameof(Values))]
    public void Value_IsShown_AloneInAListAndInAMap(object value, object shown)
    {
        Assert.That(Shown.Of(value), Is.EqualTo(shown));
        Assert.That(Shown.Of((object)ImmutableArray.Create<object>("x", value)), Is.EqualTo(ImmutableArray.Create("x", shown)));
        Assert.That(
            ((ImmutableDictionary<string, object>)Shown.Of((object)ImmutableDictionary<string, object>.Empty.Add("key", value)))["key"],
            Is.EqualTo(shown));
        Assert.That(Shown.Of(ImmutableSortedDictionary<string, object>.Empty.Add("key", value))["key"], Is.EqualTo(shown));
    }

    [Test]
    public void StandIns_AreADash_TheLongestFirst()
    {
        var standIns = new StandIns(["alb-1", "alb-1-listener", "alb-1"]);

        Assert.That(standIns.Count, Is.EqualTo(2));
        Assert.That(standIns.ShownIn("alb-1-listener of alb-1, not of alb-2"), Is.EqualTo("\u2013 of \u2013, not of alb-2"));
        Assert.That((StandIns.None.Count, StandIns.None.ShownIn("alb-1")), Is.EqualTo((0, "alb-1")));
    }

    [Test]
    public void StandIns_AreRemovedFromAResource_AtAnyDepth()
    {
        const string Inputs = "'a': 'here', 'b': 'here not', 'c': ['here', 'x'], 'd': {'e': 'here'}, 'f': 5";
        var node = SmallStack.Node("a:a:A", "node", Inputs, "'g': 'here'") with { Id = "here" };
        var removed = new StandIns(["here"]).Removed(node);

        Assert.Multiple(() =>
        {
            Assert.That(removed.Id, Is.Null);
            Assert.That((removed.Inputs["a"], removed.Inputs["b"]), Is.EqualTo(((object)UnknownValue.Instance, (object)"here not")));
            Assert.That(removed.Inputs["c"], Is.EqualTo(ImmutableArray.Create<object>(UnknownValue.Instance, "x")));
            Assert.That(removed.Peek("d.e"), Is.EqualTo(UnknownValue.Instance));
            Assert.That(removed.Inputs["f"], Is.EqualTo(5d));
            Assert.That(removed.Outputs["g"], Is.EqualTo(UnknownValue.Instance));
            Assert.That(new StandIns(["elsewhere"]).Removed(node).Id, Is.EqualTo("here"));
            Assert.That(StandIns.None.Removed(node), Is.SameAs(node));
        });
    }

    [Test]
    public void Unknown_IsFoundAtAnyDepth()
    {
        var known = ImmutableDictionary<string, object>.Empty.Add("a", ImmutableArray.Create<object>("x", 5d));
        var unknown = known.Add("b", ImmutableArray.Create<object>("x", UnknownValue.Hidden));

        Assert.That(UnknownValue.IsWithin(UnknownValue.Instance), Is.True);
        Assert.That(UnknownValue.IsWithin("x"), Is.False);
        Assert.That((UnknownValue.IsWithin(known), UnknownValue.IsWithin(unknown)), Is.EqualTo((false, true)));
        Assert.That($"{UnknownValue.Instance} {UnknownValue.Hidden}", Is.EqualTo("(not known yet) [secret]"));
    }

    private static TestCaseData Case(string name, object value, object shown) => new TestCaseData(value, shown).SetArgDisplayNames(name);
}

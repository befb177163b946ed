using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Graph;

/// <summary>What is found in a resource by a path, and who is noted to have asked for what nobody knows.</summary>
internal sealed class ResourceNodeTests
{
    private const string Inputs =
        "'text': 't', 'empty': '', 'yes': true, 'no': false, 'one': 1.5, 'number': '2.5', 'trueText': 'true', 'TrueText': 'True', "
        + "'list': ['a', 5, 'b', true], 'none': [], 'map': {'in': {'deep': 'd'}}, 'rules': [{'name': 'r0'}, {'name': 'r1'}]";

    [TestCase("text", ExpectedResult = "t")]
    [TestCase("empty", ExpectedResult = "")]
    [TestCase("yes", ExpectedResult = "true")]
    [TestCase("no", ExpectedResult = "false")]
    [TestCase("one", ExpectedResult = "1.5")]
    [TestCase("number", ExpectedResult = "2.5")]
    [TestCase("list", ExpectedResult = null)]
    [TestCase("map", ExpectedResult = null)]
    [TestCase("missing", ExpectedResult = null)]
    [TestCase("map.in.deep", ExpectedResult = "d")]
    [TestCase("map.in.other", ExpectedResult = null)]
    [TestCase("map.out.deep", ExpectedResult = null)]
    [TestCase("text.in", ExpectedResult = null)]
    [TestCase("rules.0.name", ExpectedResult = "r0")]
    [TestCase("rules.1.name", ExpectedResult = "r1")]
    [TestCase("rules.2.name", ExpectedResult = null)]
    [TestCase("rules.-1.name", ExpectedResult = null)]
    [TestCase("rules.+1.name", ExpectedResult = null)]
    [TestCase("rules.x.name", ExpectedResult = null)]
    [TestCase("list.1", ExpectedResult = "5")]
    public string? Text_AtAPath_IsAsAwsWritesIt(string path) => Node().Text(path);

    [TestCase("one", ExpectedResult = 1.5)]
    [TestCase("number", ExpectedResult = 2.5)]
    [TestCase("text", ExpectedResult = null)]
    [TestCase("yes", ExpectedResult = null)]
    [TestCase("list.1", ExpectedResult = 5d)]
    [TestCase("missing", ExpectedResult = null)]
    public double? Number_AtAPath_MayBeAText(string path) => Node().Number(path);

    [TestCase("yes", ExpectedResult = true)]
    [TestCase("trueText", ExpectedResult = true)]
    [TestCase("TrueText", ExpectedResult = false)]
    [TestCase("no", ExpectedResult = false)]
    [TestCase("text", ExpectedResult = false)]
    [TestCase("missing", ExpectedResult = false)]
    public bool Flag_AtAPath_MayBeAText(string path) => Node().IsTrue(path);

    [Test]
    public void List_AtAPath_HasItsTextsItemsAndPaths()
    {
        var node = Node();

        Assert.Multiple(() =>
        {
            Assert.That(node.Texts("list"), Is.EqualTo(["a", "b"]));
            Assert.That(node.Items("list"), Is.EqualTo(new object[] { "a", 5d, "b", true }));
            Assert.That(node.Paths("rules"), Is.EqualTo(["rules.0", "rules.1"]));
            foreach (var path in new[] { "none", "text", "map", "missing" })
            {
                Assert.That(node.Texts(path), Is.Empty, path);
                Assert.That(node.Items(path), Is.Empty, path);
                Assert.That(node.Paths(path), Is.Empty, path);
            }
        });
    }

    [TestCase("text", ExpectedResult = true)]
    [TestCase("no", ExpectedResult = true)]
    [TestCase("none", ExpectedResult = true)]
    [TestCase("unknown", ExpectedResult = true)]
    [TestCase("unknown.in.it", ExpectedResult = true)]
    [TestCase("missing", ExpectedResult = false)]
    public bool Input_IsThere_AlsoWhereItsValueIsNotKnown(string path)
    {
        var (node, log) = Unknown();
        var has = node.Has(path);

        Assert.That(log.HasAny, Is.False, "who asks only whether, concludes nothing");
        return has;
    }

    [Test]
    public void Unknown_ThatIsAskedFor_IsNoted()
    {
        var (node, log) = Unknown();

        Assert.Multiple(() =>
        {
            Assert.That(Noted(log, () => node.Text("unknown")), Is.EqualTo(["unknown"]));
            Assert.That(Noted(log, () => node.Number("unknown.in.it")), Is.EqualTo(["unknown.in.it"]));
            Assert.That(Noted(log, () => node.IsTrue("unknown")), Is.EqualTo(["unknown"]));
            Assert.That(Noted(log, () => node.Items("unknown")), Is.EqualTo(["unknown"]));
            Assert.That(Noted(log, () => node.Texts("some")), Is.EqualTo(["some"]), "of which one item is not known");
            Assert.That(Noted(log, () => node.Find("some.0")), Is.Empty);
            Assert.That(Noted(log, () => node.Find("some.1")), Is.EqualTo(["some.1"]));
            Assert.That(Noted(log, () => node.Texts("list")), Is.Empty);
            Assert.That(Noted(log, () => node.Peek("unknown")), Is.Empty);
            Assert.That(Noted(log, () => node.Output("later")), Is.EqualTo(["later"]));
            Assert.That(Noted(log, () => node.Output("name")), Is.Empty);
            Assert.That(Noted(log, () => node.IsMeantBy("x")), Is.Empty);
            Assert.That(node.Output("later"), Is.Null);
            Assert.That(node.FindOutput("later"), Is.EqualTo(UnknownValue.Instance));
        });
    }

    [Test]
    public void Unknown_OfAResourceThatNobodyNotes_IsNone()
    {
        var node = Unknown().Node with { Unknowns = null, IsBare = true };

        Assert.That((node.Text("unknown"), node.Output("later")), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(node.Items("some"), Has.Length.EqualTo(2));
        Assert.That(node.Dependencies, Is.Empty);
    }

    [TestCase(false, false, "")]
    [TestCase(true, false, "dependsOn dependsOn ignoreChanges")]
    [TestCase(false, true, "dependsOn")]
    [TestCase(true, true, "dependsOn dependsOn ignoreChanges")]
    public void Options_ThatNobodyTells_AreNoted(bool isBare, bool hasNoPropertyDependencies, string noted)
    {
        var log = new UnknownLog();
        var node = Node() with { Unknowns = log, IsBare = isBare, HasNoPropertyDependencies = hasNoPropertyDependencies };
        var paths = new List<string>();
        foreach (var ask in new Func<object>[] { () => node.Dependencies, () => node.PropertyDependencies, () => node.Options })
            paths.AddRange(Noted(log, ask));

        Assert.That(string.Join(' ', paths), Is.EqualTo(noted));
    }

    [Test]
    public void Dependencies_OfWhichOnlyTheInputsAreNotTold_AreKnownThemselves()
    {
        var log = new UnknownLog();
        var node = Node() with { Unknowns = log, HasNoPropertyDependencies = true, Dependencies = ["urn"] };

        Assert.That(node.Dependencies, Is.EqualTo(["urn"]));
        Assert.That(log.HasAny, Is.False);
    }

    [TestCase("node-id", ExpectedResult = true)]
    [TestCase("arn:node", ExpectedResult = true)]
    [TestCase("node", ExpectedResult = false)]
    public bool Resource_IsMeant_ByItsIdOrArn(string value) => Node().IsMeantBy(value);

    [Test]
    public void Resource_WithoutAnArn_IsMeantByItsIdAlone()
    {
        var node = Node() with { Outputs = ImmutableDictionary<string, object>.Empty.Add("arn", UnknownValue.Instance) };

        Assert.That((node.IsMeantBy("node-id"), node.IsMeantBy("arn:node")), Is.EqualTo((true, false)));
    }

    [TestCase("aws:lb/listener:Listener", "Listener", "aws:lb/listener:Listener node")]
    [TestCase("plain", "plain", "plain node")]
    public void Resource_IsNamedByItsType(string type, string kind, string name)
    {
        var node = SmallStack.Node(type, "node");

        Assert.That((node.Kind, node.ToString()), Is.EqualTo((kind, name)));
    }

    private static ResourceNode Node() => SmallStack.Node(TypeToken.Listener, "node", Inputs);

    private static (ResourceNode Node, UnknownLog Log) Unknown()
    {
        var log = new UnknownLog();
        var node = Node();
        return (node with
        {
            Unknowns = log,
            Inputs = node.Inputs.SetItem("unknown", UnknownValue.Instance)
                .SetItem("some", ImmutableArray.Create<object>("a", UnknownValue.Hidden)),
            Outputs = node.Outputs.SetItem("later", UnknownValue.Instance),
        }, log);
    }

    private static IEnumerable<string> Noted(UnknownLog log, Func<object?> ask)
    {
        _ = ask();
        return log.Take().Select(unknown => unknown.Path);
    }
}

using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>References in lists and maps, of which all or some are not known.</summary>
internal sealed class ReferenceFormsTests
{
    private static readonly UnknownValue Unknown = UnknownValue.Instance;

    private static IEnumerable<TestCaseData> Lists =>
    [
        Case("unknown as a whole", Unknown, "table-0 table-1", TypeToken.RouteTable, TypeToken.RouteTable),
        Case("unknown as a whole, of nothing", Unknown, "?"),
        Case("unknown as a whole, of others too", Unknown, "?", TypeToken.RouteTable, TypeToken.Topic),
        Case("each item", List(Unknown, Unknown), "table-0 table-1", TypeToken.RouteTable, TypeToken.RouteTable),
        Case("one item", List("known", Unknown), "known table-0", TypeToken.RouteTable),
        Case("one item, which is there", List("table-0", Unknown), "table-0 table-1", TypeToken.RouteTable, TypeToken.RouteTable),
        Case("more items than resources", List(Unknown, Unknown), "? ?", TypeToken.RouteTable),
        Case("fewer items than resources", List(Unknown), "?", TypeToken.RouteTable, TypeToken.RouteTable),
        Case("known", List("known"), "known", TypeToken.RouteTable),
    ];

    [TestCaseSource(nameof(Lists))]
    public void List_OfReferences_IsRestored(object value, string expected, string[] sources)
    {
        var input = Linked(TypeToken.VpcEndpoint, "routeTableIds", value, sources).Inputs["routeTableIds"];

        Assert.That(
            input is ImmutableArray<object> items ? string.Join(' ', items.Select(Text)) : Text(input), Is.EqualTo(expected));
    }

    [Test]
    public void Reference_InEachItemOfAList_IsRestored()
    {
        var action = ImmutableDictionary<string, object>.Empty.Add("type", "forward");
        var actions = List(action.Add("targetGroupArn", Unknown), action.Add("targetGroupArn", "known"), action, "no map");
        var linked = Linked(TypeToken.Listener, "defaultActions", actions, TypeToken.TargetGroup, TypeToken.Topic);
        var node = SmallStack.Node(TypeToken.Listener, "listener") with { Inputs = linked.Inputs };

        string[] paths = ["defaultActions.0.targetGroupArn", "defaultActions.1.targetGroupArn", "defaultActions.0.type"];
        Assert.That(paths.Select(node.Peek), Is.EqualTo(["table-0", "known", "forward"]), "other parts may come from others");
        Assert.That((node.Has("defaultActions.2.targetGroupArn"), node.Peek("defaultActions.3")), Is.EqualTo((false, (object)"no map")));
    }

    [Test]
    public void Reference_InAMap_IsRestoredByTheOutputThatItRefersBy()
    {
        var profile = ImmutableDictionary<string, object>.Empty.Add("arn", Unknown);
        var linked = Linked(TypeToken.LaunchTemplate, "iamInstanceProfile", profile, TypeToken.InstanceProfile);
        var without = Linked(
            TypeToken.LaunchTemplate, "iamInstanceProfile", profile.Clear().Add("name", Unknown), TypeToken.InstanceProfile);

        Assert.That(((ImmutableDictionary<string, object>)linked.Inputs["iamInstanceProfile"])["arn"], Is.EqualTo("arn-0"));
        Assert.That(((ImmutableDictionary<string, object>)without.Inputs["iamInstanceProfile"])["name"], Is.EqualTo(Unknown));
    }

    [Test]
    public void Output_ThatShowsAnInput_IsTheInput()
    {
        var outputs = ImmutableDictionary<string, object>.Empty.Add("vpcId", Unknown).Add("other", Unknown);
        var linked = Linked(TypeToken.Subnet, "vpcId", Unknown, outputs, TypeToken.Vpc);
        var told = Linked(TypeToken.Subnet, "vpcId", Unknown, outputs.SetItem("vpcId", "told"), TypeToken.Vpc);

        Assert.That((linked.Inputs["vpcId"], linked.Outputs["vpcId"]), Is.EqualTo(((object)"table-0", (object)"table-0")));
        Assert.That((linked.Outputs["other"], told.Outputs["vpcId"]), Is.EqualTo(((object)Unknown, (object)"told")));
    }

    [Test]
    public void Reference_ToWhatIsNotInThePlan_IsNotKnown()
    {
        var subnet = Resource(TypeToken.Subnet, 0) with
        {
            Inputs = ImmutableDictionary<string, object>.Empty.Add("vpcId", Unknown),
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("vpcId", ["urn:elsewhere"]),
        };

        Assert.That(new ReferenceLinks([subnet], new("eu-west-1")).Resources[0].Inputs["vpcId"], Is.EqualTo(Unknown));
    }

    [TestCase(TypeToken.LoadBalancer, "arnSuffix", ExpectedResult = true)]
    [TestCase(TypeToken.LoadBalancer, "zoneId2", ExpectedResult = false)]
    [TestCase(TypeToken.Topic, "arnSuffix", ExpectedResult = false)]
    public bool Output_IsReferredTo(string type, string output) => ReferenceInputs.IsReferredTo(type, output);

    private static ReadResource Linked(string type, string input, object value, params string[] sources) =>
        Linked(type, input, value, ImmutableDictionary<string, object>.Empty, sources);

    private static ReadResource Linked(
        string type, string input, object value, ImmutableDictionary<string, object> outputs, params string[] sources)
    {
        var resources = sources.Select(Resource).ToList();
        var linked = Resource(type, 9) with
        {
            Inputs = ImmutableDictionary<string, object>.Empty.Add(input, value),
            Outputs = outputs,
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
                .Add(input, [.. resources.Select(resource => resource.Urn)]),
        };
        return new ReferenceLinks([.. resources, linked], new("eu-west-1")).Resources[^1];
    }

    private static ReadResource Resource(string type, int index) => new()
    {
        Urn = $"urn:pulumi:s::infra::{type}::{index}",
        Type = type,
        IsCustom = true,
        Id = $"table-{index}",
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty.Add("arn", $"arn-{index}"),
    };

    private static ImmutableArray<object> List(params object[] items) => [.. items];

    private static string Text(object value) => value is UnknownValue ? "?" : $"{value}";

    private static TestCaseData Case(string name, object value, string expected, params string[] sources) =>
        new TestCaseData(value, expected, sources).SetArgDisplayNames(name);
}

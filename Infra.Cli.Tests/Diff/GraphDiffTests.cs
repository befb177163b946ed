using System.Collections.Immutable;
using System.Text;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Preview;
using Infra.Cli.Tests.Properties;
using Reference = Infra.Tests.Support.Reference;

namespace Infra.Cli.Tests.Diff;

internal sealed class GraphDiffTests
{
    private const string Policy = "aws:iam/policy:Policy";

    [Test]
    public void Plan_AgainstItself_HasNoDifference() => Property.Holds(StackCases.All, count: 60, stack =>
    {
        var plan = PlanOf(stack);
        var diff = GraphDiff.Between(plan, PlanOf(stack));
        return diff.Nodes.Count == 0 && diff.Settings.Count == 0 ? null : "a difference";
    });

    [Test]
    public void Plans_TheOtherWayRound_HaveTheOtherDifference() => Property.Holds(PlanChange.All, count: 60, change =>
    {
        var (before, after) = (PlanOf(change.Before), PlanOf(change.After));
        var (there, back) = (GraphDiff.Between(before, after), GraphDiff.Between(after, before));
        return Sides(there).SetEquals(Sides(back).Select(side => (side.Urn, side.Path, side.After, side.Before)))
            && Urns(there, Change.Created).SetEquals(Urns(back, Change.Deleted))
            && Urns(there, Change.Deleted).SetEquals(Urns(back, Change.Created))
                ? null
                : "not the mirror image";
    });

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Plan_AgainstItsOwnFile_HasNoDifference(string stack)
    {
        var plan = await Graphs.Of(stack);
        var bytes = Encoding.UTF8.GetBytes(PreviewJson.Of(plan));
        var read = PlanGraph.Of(PlanFile.Read(bytes, "a.json"), "a.json", Reference.Root);

        Assert.That(GraphDiff.Between(read, plan).Nodes.SelectMany(node => node.Properties), Is.Empty);
        Assert.That(GraphDiff.Between(plan, read).Nodes, Is.Empty);
    }

    [Test]
    public void Ids_OfAnotherMaking_AreNoDifference()
    {
        var before = Plan(Bucket("logs", "logs-1111111"), PolicyOf("p", "logs", """{"Resource":"arn:aws:s3:::logs-1111111/*"}"""));
        var after = Plan(Bucket("logs", "logs-2222222"), PolicyOf("p", "logs", """{"Resource":"arn:aws:s3:::logs-2222222/*"}"""));

        Assert.That(GraphDiff.Between(before, after).Nodes, Is.Empty);
    }

    [Test]
    public void Reference_ToAnotherResource_IsADifferenceByName()
    {
        var before = Plan(Bucket("a", "a-1111111"), Bucket("b", "b-1111111"), PolicyOf("p", "a", """{"Resource":"a-1111111"}"""));
        var after = Plan(Bucket("a", "a-1111111"), Bucket("b", "b-1111111"), PolicyOf("p", "b", """{"Resource":"b-1111111"}"""));

        var property = GraphDiff.Between(before, after).Nodes.Single().Properties.Single();

        Assert.That((property.Path, property.Before, property.After), Is.EqualTo(("policy.Resource", "\"${a.id}\"", "\"${b.id}\"")));
    }

    [Test]
    public void Policy_ThatGrows_IsAPathInItsJson()
    {
        var before = Plan(PolicyOf("p", null, """{"Statement":[{"Action":["a:Get"]},{"Effect":"Deny"}]}"""));
        var after = Plan(PolicyOf("p", null, """{"Statement": [{"Action": ["a:Get","a:*"]},{"Effect":"Deny"}]}"""));

        var property = GraphDiff.Between(before, after).Nodes.Single().Properties.Single();

        Assert.That(
            (property.Path, property.Before, property.After),
            Is.EqualTo(("policy.Statement[0].Action[1]", (string?)null, "\"a:*\"")));
    }

    [Test]
    public void UserData_ThatChanges_IsItsLines()
    {
        var script = string.Join('\n', Enumerable.Range(1, 40).Select(line => $"echo line {line}"));
        var before = Plan(Template(script));
        var after = Plan(Template(script.Replace("line 20", "line twenty", StringComparison.Ordinal)));

        var property = GraphDiff.Between(before, after).Nodes.Single().Properties.Single();

        Assert.That(
            property.Lines.Select(line => $"{line.Mark}{line.Text}"),
            Is.EqualTo(new[] { " echo line 19", "-echo line 20", "+echo line twenty", " echo line 21" }));
    }

    [Test]
    public void Secret_ThatChanges_IsHiddenOnBothSides()
    {
        var before = Plan(new SecretTexts(["former@example.com"]), Subscription("former@example.com"));
        var after = Plan(new SecretTexts(["latter@example.com"]), Subscription("latter@example.com"));

        var node = GraphDiff.Between(before, after).Nodes.Single();

        Assert.That((node.Change, node.Properties.Single().Before, node.Properties.Single().After),
            Is.EqualTo((Change.Replaced, "\"[secret]\"", "\"[secret]\"")));
    }

    [Test]
    public void Secret_ThatNobodyCanRead_IsNoDifference()
    {
        var before = Plan(new SecretTexts(["former@example.com"]), Subscription("former@example.com"));
        var after = Plan(Subscription(UnknownValue.Hidden));

        Assert.That(GraphDiff.Between(before, after).Nodes, Is.Empty);
    }

    [Test]
    public void Value_ThatIsNotKnownYet_IsNoDifference()
    {
        var before = Plan(Subscription("a@example.com"));
        var after = Plan(Subscription(UnknownValue.Instance));

        Assert.That(GraphDiff.Between(before, after).Nodes, Is.Empty);
    }

    [Test]
    public async Task Types_OfTheProgram_AreKnownToReplaceOrNot()
    {
        var types = new HashSet<string>();
        foreach (var plan in new[]
        {
            await Graphs.Of("prod", "egress=nat"), await Graphs.Of("dev", "waf=true", "alarmEmail=a@example.com"), await Graphs.Of("prod"),
        })
        {
            types.UnionWith(plan.Nodes.Where(node => node.IsCustom).Select(node => node.Type));
        }

        Assert.That(types.Except(ReplacingInputs.Types), Is.Empty);
    }

    private static ResourceGraph PlanOf(StackCase stack) => OfflineRun.RunAsync(stack.Configuration).GetAwaiter().GetResult();

    private static HashSet<string> Urns(GraphDiff diff, Change change) => [.. diff.Of(change).Select(node => node.Node.Urn)];

    private static HashSet<(string Urn, string Path, string? Before, string? After)> Sides(GraphDiff diff) =>
    [
        .. from node in diff.Nodes
           from property in node.Properties
           where property.Follows is null
           // Of a list the places of what comes and goes are each side's own.
           where !property.Path.Contains('[', StringComparison.Ordinal)
           select (node.Node.Urn, property.Path, property.Before, property.After),
    ];

    private static ResourceGraph Plan(params ResourceNode[] nodes) => Plan(new([]), nodes);

    private static ResourceGraph Plan(SecretTexts secrets, params ResourceNode[] nodes) => new(
        "infra", "dev", "eu-west-1", [Node("pulumi:pulumi:Stack", "infra-dev", []) with { IsCustom = false }, .. nodes],
        ImmutableSortedDictionary<string, object>.Empty)
    {
        Secrets = secrets,
    };

    private static ResourceNode Bucket(string name, string id) => Node("aws:s3/bucket:Bucket", name, []) with
    {
        Id = id,
        Outputs = ImmutableDictionary<string, object>.Empty.Add("arn", $"arn:aws:s3:::{id}"),
    };

    private static ResourceNode PolicyOf(string name, string? bucket, string policy)
    {
        var none = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
        return Node(Policy, name, new() { ["policy"] = policy }) with
        {
            PropertyDependencies = bucket is null ? none : none.Add("policy", [Urn("aws:s3/bucket:Bucket", bucket)]),
        };
    }

    private static ResourceNode Template(string script) => Node("aws:ec2/launchTemplate:LaunchTemplate", "t", new()
    {
        ["userData"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(script)),
    });

    private static ResourceNode Subscription(object endpoint) =>
        Node("aws:sns/topicSubscription:TopicSubscription", "s", new() { ["endpoint"] = endpoint });

    private static string Urn(string type, string name) => $"urn:pulumi:dev::infra::{type}::{name}";

    private static ResourceNode Node(string type, string name, Dictionary<string, object> inputs) => new()
    {
        Urn = Urn(type, name),
        Type = type,
        Name = name,
        IsCustom = true,
        Id = $"{name}-id",
        Inputs = inputs.ToImmutableDictionary(),
        Outputs = ImmutableDictionary<string, object>.Empty,
        Options = new(),
    };
}

using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Preview;
using Infra.Cli.Tests.Plan.Reading;
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
        var read = Read(PreviewJson.Of(plan));

        Assert.That(GraphDiff.Between(read, plan).Nodes.SelectMany(node => node.Properties), Is.Empty);
        Assert.That(GraphDiff.Between(plan, read).Nodes, Is.Empty);
    }

    [Test]
    public async Task Plan_AgainstWhatTheEngineWritesOfIt_HasNoDifference([Values("dev", "prod")] string stack)
    {
        var plan = await Graphs.Of(stack);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (kind, write) in EngineFiles.Kinds)
            {
                var read = Read(write(new(plan)));
                Assert.That(Said(GraphDiff.Between(read, plan)), Is.Empty, $"{kind}, before");
                Assert.That(Said(GraphDiff.Between(plan, read)), Is.Empty, $"{kind}, after");
            }
        }
    }

    // As AWS would have it: other ids, generated names and another account.
    [Test]
    public async Task Plan_AgainstItsDeployment_HasNoDifference([Values("dev", "prod")] string stack)
    {
        var plan = await Graphs.Of(stack);
        var deployed = Read(OfAws(new EngineFiles(plan).Export()));

        Assert.That(deployed.OfType("aws:ec2/vpc:Vpc").Single().Id, Is.Not.EqualTo(plan.OfType("aws:ec2/vpc:Vpc").Single().Id));
        Assert.That(Said(GraphDiff.Between(deployed, plan)), Is.Empty);
    }

    // A provider puts in what the program left out, generated names above all.
    [Test]
    public void Default_ThatAProviderPutIn_IsNoDifference()
    {
        const string State =
            """
            {"version":3,"deployment":{"resources":[
              {"urn":"urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev","custom":false,"type":"pulumi:pulumi:Stack"},
              {"urn":"urn:pulumi:dev::infra::aws:sns/topic:Topic::alerts","custom":true,"id":"arn:aws:sns:eu-west-1:1:x",
               "type":"aws:sns/topic:Topic","parent":"urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev",
               "inputs":{"__defaults":["name"],"name":"alerts-7654321"}}
            ]}}
            """;

        var diff = GraphDiff.Between(Read(State), Plan(Node("aws:sns/topic:Topic", "alerts", [])));

        Assert.That(diff.Nodes, Is.Empty);
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

    // What the new program says is what the engine goes by.
    [Test]
    public void Input_ThatTheProgramIgnoresNow_IsNoDifference()
    {
        var (before, after) = (Ignoring([]), Ignoring(["policy"]) with { Inputs = Ignoring([]).Inputs.SetItem("policy", "other") });

        Assert.That(GraphDiff.Between(Plan(before), Plan(after)).Nodes, Is.Empty);
        Assert.That(GraphDiff.Between(Plan(after), Plan(before)).Nodes.Single().Properties.Single().Input, Is.EqualTo("policy"));
    }

    [Test]
    public void Input_ThatTheProgramReplacesOn_ReplacesIt([Values] bool replaces)
    {
        var before = Ignoring([]);
        var after = before with
        {
            Inputs = before.Inputs.SetItem("policy", "other"),
            Options = before.Options with { ReplaceOnChanges = replaces ? ["policy"] : ["name"] },
        };

        Assert.That(
            GraphDiff.Between(Plan(before), Plan(after)).Nodes.Single().Change,
            Is.EqualTo(replaces ? Change.Replaced : Change.Changed));
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

    private static ResourceGraph Read(string file) =>
        PlanGraph.Of(PlanFile.Read(Encoding.UTF8.GetBytes(file), "a.json"), "a.json", Reference.Root);

    private static IEnumerable<string> Said(GraphDiff diff) =>
        from node in diff.Nodes
        from property in node.Properties.Select(property => $"{property}").DefaultIfEmpty("")
        select $"{node.Change} {node.Node.Name} {property}";

    // In user data, too, which is Base64.
    private static string OfAws(string state) => Otherwise(Regex.Replace(state, "\"userData\": \"([^\"]*)\"", match =>
    {
        var encoded = match.Groups[1].Value.Replace("\\u002B", "+", StringComparison.Ordinal);
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        return $"\"userData\": \"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Otherwise(script)))}\"";
    }));

    private static string Otherwise(string text) => Regex.Replace(
        text.Replace("123456789012", "210987654321", StringComparison.Ordinal),
        "(?<=(?:[a-z]+-0|[a-z0-9]-))(?:[0-9a-f]{16}|[0-9a-f]{7})(?![0-9a-z])",
        match => new(match.Value.Select(letter => letter == 'f' ? '0' : (char)(letter == '9' ? 'a' : letter + 1)).ToArray()));

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

    private static ResourceNode Ignoring(ImmutableArray<string> inputs)
    {
        var policy = PolicyOf("p", null, "{}");
        return policy with { Options = policy.Options with { IgnoreChanges = inputs } };
    }

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

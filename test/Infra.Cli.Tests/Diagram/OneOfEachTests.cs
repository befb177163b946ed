using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

/// <summary>A drawing has one place for each thing: what it refuses to draw, told word by word.</summary>
internal sealed class OneOfEachTests
{
    private const string Zone = "eu-west-1a";

    [TestCaseSource(nameof(Refused))]
    public async Task Stack_WithNoneOrSeveral_IsNotDrawn(Func<ResourceGraph, ResourceGraph> edit, string message)
    {
        var graph = edit(await Graphs.Of("prod", "egress=nat"));

        Assert.That(() => ArchitectureReader.Read(new(graph)), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
    }

    [Test]
    public async Task Stack_WithTwoApplications_IsNotDrawn()
    {
        var graph = await RecordedStacks.Application();

        AssertIsOne(
            graph, graph.OfType(TypeToken.BucketObject).Single(upload => upload.Text("key") == "application.tar"),
            "stack prod", "uploaded application");
    }

    [Test]
    public async Task Zone_WithTwoNatGateways_IsNotDrawn()
    {
        var graph = await Graphs.Of("prod", "egress=nat");

        AssertIsOne(graph, graph.OfType(TypeToken.NatGateway).Single(), $"zone {Zone}", "NAT gateway");
    }

    [TestCase("net-flow-logs-log", nameof(Architecture.FlowLog))]
    [TestCase("watch-dashboard", nameof(Architecture.HasDashboard))]
    [TestCase("waf-association", nameof(Architecture.Firewall))]
    [TestCase("web-http", nameof(Architecture.Redirect))]
    public async Task Stack_WithoutWhatItCanDoWithout_IsDrawnWithoutIt(string gone, string fact)
    {
        var graph = await Graphs.Of("prod", "egress=nat");
        var property = typeof(Architecture).GetProperty(fact)!;

        Assert.That(property.GetValue(ArchitectureReader.Read(new(graph))), Is.Not.Null.And.Not.False);
        Assert.That(property.GetValue(ArchitectureReader.Read(new(graph.Without(gone)))), Is.Null.Or.False);
    }

    private static void AssertIsOne(ResourceGraph graph, ResourceNode node, string owner, string kind) => Assert.That(
        () => ArchitectureReader.Read(new(graph.Twice(node.Name))),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(Several(owner, kind, node.Name)));

    private static IEnumerable<TestCaseData> Refused() =>
    [
        .. NoneOrTwo("load balancer", "web-alb"),
        .. NoneOrTwo("Auto Scaling group", "fleet-group"),
        .. NoneOrTwo("VPC", "net-vpc"),
        .. NoneOrTwo("topic", "alerts-topic"),
        .. NoneOrTwo("uploaded site", "site-bundle"),
        None("web-https", "stack prod", "forwarding HTTPS listener"),
        None("fleet-launch-template", "Auto Scaling group fleet-group", "launch template"),
        None("web-servers", "listener web-https", "target group"),
        None("net-public-a", $"zone {Zone}", "public subnet"),
        None("net-private-a", $"zone {Zone}", "private subnet"),
        Two("net-flow-logs-log", "stack prod", "flow log"),
        Two("waf-association", "stack prod", "web ACL association"),
        Two("waf-logging", "web ACL waf-acl", "logging configuration"),
        Two("net-private-a", $"zone {Zone}", "private subnet"),
        Case("two public subnets", Several($"zone {Zone}", "public subnet", "net-public-a"), graph => graph
            .Twice("net-public-a")
            .Twice("net-public-a-association", With("subnetId", $"{graph.Named("net-public-a").Id}-2"))),
        Case(
            "two logs of servers", "stack prod has 2 server log groups (net-flow-logs-group-2, aws-waf-logs-waf-2), "
                + "and a drawing takes one: leave the others out",
            graph => graph.Twice("net-flow-logs-group").Twice("aws-waf-logs-waf")),
        Case("two names", Several("stack prod", "domain name", "alias-ipv4"), graph =>
            graph.Without("alias-ipv6").Twice("alias-ipv4", With("name", "www.example.org"))),
        Case(
            "a listener that forwards HTTP", "listener web-http must forward HTTPS or redirect to be drawn, got the action forward on HTTP",
            graph => graph.Set("web-http", "defaultActions.0.type", "forward")),
        Case(
            "a listener that answers itself",
            "listener web-https must forward HTTPS or redirect to be drawn, got the action fixed-response on HTTPS",
            graph => graph.Set("web-https", "defaultActions.0.type", "fixed-response")),
        Case(
            "one zone", "stack prod must have subnets in two Availability Zones or more to be drawn, got 1",
            graph => graph.Without("net-public-b").Without("net-private-b").Without("net-public-c").Without("net-private-c")),
    ];

    private static TestCaseData[] NoneOrTwo(string kind, string name) => [None(name, "stack prod", kind), Two(name, "stack prod", kind)];

    private static TestCaseData None(string name, string owner, string kind) => Case(
        $"no {kind}", $"{owner} has no {kind}, and a drawing needs one: declare it", graph => graph.Without(name));

    private static TestCaseData Two(string name, string owner, string kind) =>
        Case($"two {kind}s", Several(owner, kind, name), graph => graph.Twice(name));

    private static string Several(string owner, string kind, string name) =>
        $"{owner} has 2 {kind}s ({name}, {name}-2), and a drawing takes one: leave the others out";

    private static Func<ResourceNode, ResourceNode> With(string input, string value) =>
        node => node with { Inputs = node.Inputs.SetItem(input, value) };

    private static TestCaseData Case(string name, string message, Func<ResourceGraph, ResourceGraph> edit) =>
        new TestCaseData(edit, message).SetArgDisplayNames(name);
}

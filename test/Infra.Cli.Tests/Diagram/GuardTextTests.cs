using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What guards let in, in all the ways in which a drawing may say it.</summary>
internal sealed class GuardTextTests
{
    private const string PublicAcl = "net-acls-public-in-";
    private const string ServersRule = "access-server-from-load-balancer-443";
    private const string Requests = "80, 443 from 0.0.0.0/0, ::/0";
    private const string BalancersGroup = "the load balancer's group alone";

    [Test]
    public async Task Acl_IsSaidInLongAndInShort() => Assert.That((await PublicAsync(graph => graph)).Acl, Is.EqualTo([
        $"Network ACL: {Requests}; answers from 10.0.128.0/17", $"Network ACL: {Requests}; answers", $"ACL: {Requests}; answers",
    ]));

    [Test]
    public async Task Acl_ThatLetsInAnswersAlone_SaysSo()
    {
        var guard = await PublicAsync(graph => graph.Without(
            node => IsPublic(node) && !node.Name.Contains("answers", StringComparison.Ordinal)));

        Assert.That(guard.Acl, Is.EqualTo(["Network ACL: answers from 10.0.128.0/17", "Network ACL: answers", "ACL: answers"]));
    }

    [Test]
    public async Task Acl_ThatLetsInAnswersOfSeveral_ListsThem()
    {
        var guard = await PublicAsync(graph => graph.Nodes
            .Where(node => IsPublic(node) && node.Name.Contains("answers", StringComparison.Ordinal))
            .Aggregate(graph, (all, rule) => all.Twice(
                rule.Name, node => node with { Inputs = node.Inputs.SetItem("cidrBlock", "10.1.0.0/16") })));

        Assert.That(guard.Acl[0], Does.EndWith("; answers from 10.0.128.0/17, 10.1.0.0/16"));
    }

    [Test]
    public async Task Acl_ThatLetsNothingIn_SaysSo() =>
        Assert.That((await PublicAsync(graph => graph.Without(IsPublic))).Acl, Is.EqualTo(["Network ACL: nothing"]));

    [Test]
    public async Task Subnets_WithoutAnAcl_HaveThatOfTheVpc()
    {
        var guard = await PublicAsync(graph =>
            graph.Without("net-acls-public-a").Without("net-acls-public-b").Without("net-acls-public-c"));

        Assert.That(guard.Acl, Is.EqualTo(["Network ACL: all, as the VPC's own"]));
    }

    [Test]
    public async Task Group_OfSeveralSources_IsSaidInOneWay()
    {
        var guard = await PublicAsync(graph => graph);

        Assert.That(guard.SecurityGroup, Is.EqualTo([$"Security group: {Requests}"]));
        Assert.That(guard.Groups.Select(Text), Is.EqualTo(["80, 443 from 0.0.0.0/0, ::/0"]));
    }

    [Test]
    public async Task Group_ThatLetsNothingIn_SaysSo()
    {
        var guard = await PrivateAsync(graph => graph.Without(ServersRule));

        Assert.That(guard.SecurityGroup, Is.EqualTo(["Security group: nothing"]));
        Assert.That(guard.Groups, Is.Empty);
    }

    [TestCase(0, 65535, "all ports")]
    [TestCase(0, 65534, "0-65534")]
    [TestCase(443, 443, "443")]
    [TestCase(443, 444, "443-444")]
    public async Task Ports_OfARule_AreSaidAsOneOrAsARange(double from, double to, string said)
    {
        var guard = await PrivateAsync(graph => graph.Set(ServersRule, "fromPort", from).Set(ServersRule, "toPort", to));

        Assert.That(guard.SecurityGroup, Is.EqualTo([$"Security group: {said} from {BalancersGroup}"]));
    }

    // Another load balancer, or another group, does not hide whose group it is.
    [TestCase("access-load-balancer", BalancersGroup, "load balancer alone")]
    [TestCase("access-server", "the servers' group")]
    public async Task Source_ThatIsAGroup_IsSaidByWhoIsInIt(string group, params string[] ways)
    {
        var guard = await PrivateAsync(graph => graph
            .Set(ServersRule, "referencedSecurityGroupId", graph.Named(group).Id)
            .Twice("web-alb", node => node with { Inputs = node.Inputs.Remove("securityGroups") })
            .Twice("fleet-group", node => node with { Inputs = node.Inputs.Remove("launchTemplate") }));

        Assert.That(guard.Groups.Select(Text), Is.EqualTo([$"443 from {string.Join(" / ", ways)}"]));
    }

    [Test]
    public async Task Source_ThatIsAnotherGroup_IsSaidById() => Assert.That(
        (await PrivateAsync(graph => graph.Set(ServersRule, "referencedSecurityGroupId", "sg-0"))).SecurityGroup,
        Is.EqualTo(["Security group: 443 from sg-0"]));

    private static Task<Admission> PublicAsync(Func<ResourceGraph, ResourceGraph> edit) =>
        Of(edit, "web-alb", "subnets", "access-load-balancer");

    private static Task<Admission> PrivateAsync(Func<ResourceGraph, ResourceGraph> edit) =>
        Of(edit, "fleet-group", "vpcZoneIdentifiers", "access-server");

    private static async Task<Admission> Of(Func<ResourceGraph, ResourceGraph> edit, string owner, string subnets, string group)
    {
        var graph = edit(await RecordedStacks.Prod());
        return GuardText.Of(new(graph), graph.Named(owner).Texts(subnets), [graph.Named(group).Id!]);
    }

    private static bool IsPublic(ResourceNode node) => node.Name.StartsWith(PublicAcl, StringComparison.Ordinal);

    private static string Text(AdmittedPorts rule) => $"{rule.Ports} from {string.Join(" / ", rule.Sources)}";
}

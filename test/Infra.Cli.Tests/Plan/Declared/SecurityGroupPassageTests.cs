using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Plan.Declared;

internal sealed class SecurityGroupPassageTests
{
    [TestCase("tcp", 443d, 443d, ExpectedResult = true)]
    [TestCase("6", 443d, 443d, ExpectedResult = true)]
    [TestCase("tcp", 80d, 443d, ExpectedResult = true)]
    [TestCase("tcp", 443d, 8443d, ExpectedResult = true)]
    [TestCase("tcp", 0d, 65535d, ExpectedResult = true)]
    [TestCase("-1", null, null, ExpectedResult = true)]
    [TestCase("tcp", 80d, 442d, ExpectedResult = false)]
    [TestCase("tcp", 444d, 8443d, ExpectedResult = false)]
    [TestCase("tcp", null, null, ExpectedResult = false)]
    [TestCase("udp", 443d, 443d, ExpectedResult = false)]
    [TestCase("17", 443d, 443d, ExpectedResult = false)]
    public async Task<bool> Rule_IsAboutPort443(string protocol, double? from, double? to)
    {
        var stack = (await RecordedStacks.Prod()).Add(TypeToken.SecurityGroupIngressRule, ("ipProtocol", protocol));
        if (from is { } first && to is { } last)
            stack = stack.Set("added", "fromPort", first).Set("added", "toPort", last);

        return SecurityGroupPassage.IsAbout(stack.Named("added"), 443);
    }

    [Test]
    public void Rules_AreThoseOfTheGroups_EachWay()
    {
        var graph = SmallStack.Of(
            SmallStack.Node(TypeToken.SecurityGroupIngressRule, "in", "'securityGroupId': 'web'"),
            SmallStack.Node(TypeToken.SecurityGroupEgressRule, "out", "'securityGroupId': 'web'"),
            SmallStack.Node(TypeToken.SecurityGroupIngressRule, "in-too", "'securityGroupId': 'more'"),
            SmallStack.Node(TypeToken.SecurityGroupIngressRule, "far-in", "'securityGroupId': 'far', 'referencedSecurityGroupId': 'web'"),
            SmallStack.Node(TypeToken.SecurityGroupEgressRule, "far-out", "'securityGroupId': 'far'"));

        Assert.That(graph.Ingress(["web", "more"]).Select(rule => rule.Name), Is.EqualTo(["in", "in-too"]));
        Assert.That(graph.Egress(["web", "more"]).Select(rule => rule.Name), Is.EqualTo(["out"]));
        Assert.That(SecurityGroupPassage.Names(graph.Named("far-in"), ["more", "web"]), Is.True);
        Assert.That(SecurityGroupPassage.Names(graph.Named("far-in"), ["far"]), Is.False);
        Assert.That(SecurityGroupPassage.Names(graph.Named("in"), ["web"]), Is.False);
    }
}

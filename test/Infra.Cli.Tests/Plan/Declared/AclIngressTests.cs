using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Whom a network ACL admits, by each part of a rule.</summary>
internal sealed class AclIngressTests
{
    private const string Web = "'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '10.0.0.0/8', 'fromPort': 80, 'toPort': 443";

    [PlainCase("'protocol': 'tcp'", "'protocol': 'tcp'", ExpectedResult = "10.0.0.0/8 80-443")]
    [PlainCase("'tcp'", "'6'", ExpectedResult = "10.0.0.0/8 80-443")]
    [PlainCase("'tcp'", "'-1'", ExpectedResult = "10.0.0.0/8 0-65535")]
    [PlainCase("'tcp'", "'all'", ExpectedResult = "10.0.0.0/8 0-65535")]
    [PlainCase("'tcp'", "'udp'", ExpectedResult = "")]
    [PlainCase("'tcp'", "'17'", ExpectedResult = "")]
    [PlainCase("'tcp'", "null", ExpectedResult = "")]
    [PlainCase("'allow'", "'deny'", ExpectedResult = "")]
    [PlainCase("'allow'", "null", ExpectedResult = "")]
    [PlainCase("'fromPort': 80, ", "", ExpectedResult = "10.0.0.0/8 0-443")]
    [PlainCase(", 'toPort': 443", "", ExpectedResult = "10.0.0.0/8 80-65535")]
    [PlainCase("'fromPort'", "'egress': false, 'fromPort'", ExpectedResult = "10.0.0.0/8 80-443")]
    [PlainCase("'fromPort'", "'egress': true, 'fromPort'", ExpectedResult = "")]
    [PlainCase("'cidrBlock': '10.0.0.0/8'", "'ipv6CidrBlock': '::/0'", ExpectedResult = "::/0 80-443")]
    [PlainCase("'cidrBlock'", "'ipv6CidrBlock': '::/0', 'cidrBlock'", ExpectedResult = "10.0.0.0/8 80-443")]
    [PlainCase("'cidrBlock': '10.0.0.0/8', ", "", ExpectedResult = "")]
    public string Rule_OfEachForm_AdmitsOrDoesNot(string old, string other)
    {
        var rule = Web.Replace(old, other, StringComparison.Ordinal);
        Assert.That(rule, old == other ? Is.EqualTo(Web) : Is.Not.EqualTo(Web), "an edit that changes nothing proves nothing");
        return Admitted($"'networkAclId': 'acl-id', {rule}");
    }

    [Test]
    public void Rule_OfAnotherAcl_AdmitsNobody() => Assert.That(Admitted($"'networkAclId': 'other-id', {Web}"), Is.Empty);

    [Test]
    public void Rules_StandInTheOrderOfTheirNumbers_AndThoseWithoutOneLast() => Assert.That(
        Admitted(Numbered("null", "10.3.0.0/16"), Numbered("200", "10.2.0.0/16"), Numbered("100", "10.1.0.0/16")),
        Is.EqualTo("10.1.0.0/16 80-443, 10.2.0.0/16 80-443, 10.3.0.0/16 80-443"));

    [Test]
    public void Subnet_WithoutAnAcl_HasNoAnswer()
    {
        var subnet = SmallStack.Node(TypeToken.Subnet, "subnet");
        var graph = SmallStack.Of(subnet, SmallStack.Node(TypeToken.NetworkAcl, "acl", "'subnetIds': ['other-id']"));

        Assert.That(AclIngress.Of(graph, subnet), Is.Null);
    }

    private static string Numbered(string number, string block) =>
        $"'networkAclId': 'acl-id', 'ruleNumber': {number}, {Web.Replace("10.0.0.0/8", block, StringComparison.Ordinal)}";

    private static string Admitted(params string[] rules)
    {
        var subnet = SmallStack.Node(TypeToken.Subnet, "subnet");
        var acl = SmallStack.Node(TypeToken.NetworkAcl, "acl", "'subnetIds': ['subnet-id']");
        var nodes = rules.Select((rule, at) => SmallStack.Node(TypeToken.NetworkAclRule, $"rule-{at}", rule));
        var declared = new DeclaredSubnet(
            subnet, "a", "10.0.0.0/24", IPv6Prefix: null, HasRouteTable: false, InternetRoute: null, NatGatewayZone: null);
        var admitted = new DeclaredStack(SmallStack.Of([subnet, acl, .. nodes])).AclIngressOf(declared);
        return string.Join(", ", admitted!.Select(ingress => $"{ingress.Source} {ingress.FromPort}-{ingress.ToPort}"));
    }
}

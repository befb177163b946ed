using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Which ACL a subnet has, and what one stops on the way in, on the way out, and of what a rule leaves out.</summary>
internal sealed class AclWayTests
{
    private const string All = "'ruleAction': 'allow', 'protocol': '-1', 'cidrBlock': '0.0.0.0/0'";
    private const string Low = "'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0', 'fromPort': 0, 'toPort': 1023";
    private const string Low6 = "'ruleAction': 'allow', 'protocol': 'tcp', 'ipv6CidrBlock': '::/0', 'fromPort': 0, 'toPort': 1023";
    private const string All6 = "'ruleAction': 'allow', 'protocol': 'all', 'ipv6CidrBlock': '::/0'";

    private static readonly ResourceNode Subnet = SmallStack.Node(TypeToken.Subnet, "subnet", "'cidrBlock': '10.1.0.0/24'");
    private static readonly ResourceNode Other = SmallStack.Node(TypeToken.Subnet, "other", "'cidrBlock': '10.2.0.0/24'");

    [PlainCase("'subnetIds': ['other-id', 'subnet-id']", null, ExpectedResult = "acl")]
    [PlainCase("'subnetIds': ['other-id']", null, ExpectedResult = null)]
    [PlainCase("", null, ExpectedResult = null)]
    [PlainCase("", "'subnetId': 'subnet-id', 'networkAclId': 'acl-id'", ExpectedResult = "acl")]
    [PlainCase("", "'subnetId': 'other-id', 'networkAclId': 'acl-id'", ExpectedResult = null)]
    [PlainCase("'subnetIds': ['subnet-id']", "'subnetId': 'subnet-id', 'networkAclId': 'unknown'", ExpectedResult = null)]
    [PlainCase("'subnetIds': ['subnet-id']", "'subnetId': 'other-id', 'networkAclId': 'unknown'", ExpectedResult = "acl")]
    public string? Acl_OfASubnet_IsThatOfItsAssociationOrTheOneThatNamesIt(string acl, string? association)
    {
        ResourceNode[] nodes = [SmallStack.Node(TypeToken.NetworkAcl, "acl", acl)];
        if (association is not null)
            nodes = [.. nodes, SmallStack.Node(TypeToken.NetworkAclAssociation, "association", association)];

        return SmallStack.Of([Subnet, Other, .. nodes]).AclOf(Subnet)?.Name;
    }

    [TestCase(true, "", "", ExpectedResult = "acl stops what comes from 10.2.0.0/24 on port 443")]
    [PlainCase(true, All, "", ExpectedResult = "acl stops answers to 10.2.0.0/24")]
    [PlainCase(true, "", All, ExpectedResult = "acl stops what comes from 10.2.0.0/24 on port 443")]
    [PlainCase(true, Low, All, ExpectedResult = null)]
    [PlainCase(true, All, All, ExpectedResult = null)]
    [TestCase(false, "", "", ExpectedResult = "acl stops what goes to 10.2.0.0/24 on port 443")]
    [PlainCase(false, "", All, ExpectedResult = "acl stops answers from 10.2.0.0/24")]
    [PlainCase(false, All, "", ExpectedResult = "acl stops what goes to 10.2.0.0/24 on port 443")]
    [PlainCase(false, All, Low, ExpectedResult = null)]
    public string? Way_InOrOut_NeedsBothDirections(bool isIn, string ingress, string egress) =>
        Stack(ingress, egress).Stopped(Subnet, isIn, "10.2.0.0/24", 443);

    [TestCase(null, "acl stops what goes to  on port 443")]
    [TestCase("somewhere", "acl stops what goes to somewhere on port 443")]
    public void Way_ToNoBlock_IsStopped(string? block, string stopped) =>
        Assert.That(Stack(All, All).Stopped(Subnet, isIn: false, block, 443), Is.EqualTo(stopped));

    [PlainCase(All6, Low6, ExpectedResult = null)]
    [PlainCase(All, Low, ExpectedResult = "acl stops what goes to 2001:db8::/64 on port 443")]
    public string? Way_ByIPv6_NeedsRulesOfIPv6(string ingress, string egress) =>
        Stack(ingress, egress).Stopped(Subnet, isIn: false, "2001:db8::/64", 443);

    [PlainCase("'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0'", ExpectedResult = false)]
    [PlainCase("'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0', 'toPort': 443", ExpectedResult = true)]
    [PlainCase("'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0', 'fromPort': 443", ExpectedResult = false)]
    [PlainCase("'ruleAction': 'allow', 'cidrBlock': '0.0.0.0/0', 'fromPort': 443, 'toPort': 443", ExpectedResult = false)]
    [PlainCase("'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0', 'fromPort': 443, 'toPort': 443", ExpectedResult = false)]
    [PlainCase("'ruleAction': 'allow', 'protocol': 'tcp', 'fromPort': 443, 'toPort': 443", ExpectedResult = false)]
    [PlainCase(
        "'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '10.2.0.0/24', 'ipv6CidrBlock': '::/0', 'toPort': 443",
        ExpectedResult = true)]
    public bool Rule_ThatLeavesOut_IsOpenOrNot(string rule) =>
        Stack(All, rule).Stopped(Subnet, isIn: false, "10.2.0.0/24", 443) is null;

    [TestCase(442, ExpectedResult = true)]
    [TestCase(443, ExpectedResult = false)]
    [TestCase(500, ExpectedResult = false)]
    [TestCase(501, ExpectedResult = true)]
    public bool Refusal_OfSomePorts_LeavesTheRest(int port)
    {
        var denied = Ports(1, 443, 500).Replace("allow", "deny", StringComparison.Ordinal);
        return Stack(All, "'ruleNumber': 2, " + All, "", denied).Stopped(Subnet, isIn: false, "10.2.0.0/24", port) is null;
    }

    [Test]
    public void Rule_WithoutANumber_ComesLast()
    {
        var refusal = All.Replace("allow", "deny", StringComparison.Ordinal);

        Assert.That(Stack(All, refusal, "", "'ruleNumber': 32766, " + All).Stopped(Subnet, isIn: false, "10.2.0.0/24", 443), Is.Null);
    }

    // Of which the middle is open in between: what is left on both sides is asked of the rules behind it.
    [TestCase(2000, 3000, ExpectedResult = true)]
    [TestCase(1024, 65535, ExpectedResult = true)]
    [TestCase(0, 1023, ExpectedResult = true)]
    [TestCase(0, 0, ExpectedResult = true)]
    public bool Answers_AreAskedForPieceByPiece(int from, int to)
    {
        var stack = Stack(Ports(1, from, to), All, "'ruleNumber': 2, " + All);
        return stack.Stopped(Subnet, isIn: false, "10.2.0.0/24", 443) is null;
    }

    [TestCase(0, 1999, ExpectedResult = true)]
    [TestCase(0, 1998, ExpectedResult = false)]
    [TestCase(1024, 1999, ExpectedResult = true)]
    [TestCase(1025, 1999, ExpectedResult = false)]
    public bool Answers_BelowTheMiddle_AreMissedByTheLastPort(int from, int to) => Stack(
        Ports(1, 2000, 3000), All, Ports(2, from, to), "", Ports(3, 3001, 65535)).Stopped(Subnet, isIn: false, "10.2.0.0/24", 443) is null;

    [TestCase(3001, ExpectedResult = true)]
    [TestCase(3002, ExpectedResult = false)]
    public bool Answers_AboveTheMiddle_AreMissedByTheFirstPort(int from) => Stack(
        Ports(1, 2000, 3000), All, Ports(2, 0, 1999), "", Ports(3, from, 65535)).Stopped(Subnet, isIn: false, "10.2.0.0/24", 443) is null;

    [Test]
    public void Subnet_WithoutAnAcl_StopsNothing() =>
        Assert.That(SmallStack.Of(Subnet).Stopped(Subnet, isIn: true, "10.2.0.0/24", 443), Is.Null);

    [Test]
    public void Way_BetweenSubnets_IsStoppedByTheFirstOfTwoAcls()
    {
        var open = SmallStack.Of(Subnet, Other);
        var both = SmallStack.Of(Subnet, Other, Acl("first", "subnet-id"), Acl("second", "other-id"));
        var last = SmallStack.Of(Subnet, Other, Acl("second", "other-id"));

        Assert.That(open.StoppedBetween(Subnet, Other, 443), Is.Null);
        Assert.That(both.StoppedBetween(Subnet, Other, 443), Is.EqualTo("first stops what goes to 10.2.0.0/24 on port 443"));
        Assert.That(last.StoppedBetween(Subnet, Other, 443), Is.EqualTo("second stops what comes from 10.1.0.0/24 on port 443"));
    }

    private static string Ports(int number, int from, int to) =>
        $"'ruleNumber': {number}, 'ruleAction': 'allow', 'protocol': 'tcp', 'cidrBlock': '0.0.0.0/0', 'fromPort': {from}, 'toPort': {to}";

    private static ResourceNode Acl(string name, string subnet) =>
        SmallStack.Node(TypeToken.NetworkAcl, name, $"'subnetIds': ['{subnet}']");

    // One rule for what comes in, then one for what goes out, and so on.
    private static ResourceGraph Stack(params string[] rules)
    {
        var nodes = rules.Select((rule, at) => (rule, at)).Where(rule => rule.rule.Length > 0).Select(rule => SmallStack.Node(
            TypeToken.NetworkAclRule,
            $"rule-{rule.at}",
            $"'networkAclId': 'acl-id', 'egress': {(rule.at % 2 == 1 ? "true" : "false")}, {rule.rule}"));
        return SmallStack.Of([Subnet, Other, Acl("acl", "subnet-id"), .. nodes]);
    }
}

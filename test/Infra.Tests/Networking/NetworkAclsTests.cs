using System.Net;
using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Networking;

public sealed class NetworkAclsTests
{
    private const string Rule = "aws:ec2/networkAclRule:NetworkAclRule";

    [Test]
    [Requirement("R1")]
    public async Task Subnets_Always_HaveTheAclOfTheirTier()
    {
        var cloud = await Networks.Run(Networks.Args);

        var associations = cloud.All("aws:ec2/networkAclAssociation:NetworkAclAssociation");
        string[] expected =
        [
            "net-acls-private-id net-private-a-id",
            "net-acls-private-id net-private-b-id",
            "net-acls-public-id net-public-a-id",
            "net-acls-public-id net-public-b-id",
        ];
        Assert.That(associations.Select(one => $"{one.Text("networkAclId")} {one.Text("subnetId")}").Order(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Acls_Always_HaveRulesAndSubnetsOfTheirOwnResources()
    {
        var acls = (await Networks.Run(Networks.Args)).All("aws:ec2/networkAcl:NetworkAcl");

        Assert.Multiple(() =>
        {
            Assert.That(acls, Has.Count.EqualTo(2));
            Assert.That(acls.SelectMany(acl => acl.Inputs.Keys), Has.All.EqualTo("vpcId"));
        });
    }

    [Test]
    public async Task Rules_Always_AreThoseOfThePlan([Values] Egress egress)
    {
        var args = Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = true);
        var plan = new NetworkAclPlan
        {
            Subnets = new(IPNetwork.Parse(args.VpcCidr)),
            Ipv6 = true,
            Egress = egress,
        };

        var names = (await Networks.Run(args)).All(Rule).Select(rule => rule.Name);

        var expected = plan.Public.Select(entry => $"net-acls-public-{entry.Name}")
            .Concat(plan.Private.Select(entry => $"net-acls-private-{entry.Name}"));
        Assert.That(names, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task Rule_ForTcp_NamesItsPortsAndBlock()
    {
        var rule = (await Networks.Run(Networks.Args)).Named("net-acls-public-in-https");

        Assert.Multiple(() =>
        {
            Assert.That(rule.Text("networkAclId"), Is.EqualTo("net-acls-public-id"));
            Assert.That(rule.Number("ruleNumber"), Is.EqualTo(210));
            Assert.That(rule.Text("ruleAction"), Is.EqualTo("allow"));
            Assert.That(rule.Flag("egress"), Is.False);
            Assert.That(rule.Text("protocol"), Is.EqualTo("6"));
            Assert.That(rule.Text("cidrBlock"), Is.EqualTo("0.0.0.0/0"));
            Assert.That(rule.Number("fromPort"), Is.EqualTo(443));
            Assert.That(rule.Number("toPort"), Is.EqualTo(443));
            Assert.That(rule.Inputs.Keys, Has.None.AnyOf("ipv6CidrBlock", "icmpType", "icmpCode"));
        });
    }

    [TestCase("net-acls-public-in-too-big", false, "1", "cidrBlock", "0.0.0.0/0", 3, 4)]
    [TestCase("net-acls-public-out-too-big", true, "1", "cidrBlock", "0.0.0.0/0", 3, 4)]
    [TestCase("net-acls-public-in-too-big-ipv6", false, "58", "ipv6CidrBlock", "::/0", 2, 0)]
    [TestCase("net-acls-public-out-too-big-ipv6", true, "58", "ipv6CidrBlock", "::/0", 2, 0)]
    public async Task Rule_ForPathMtuDiscovery_NamesItsMessage(
        string name, bool egress, string protocol, string family, string block, int icmpType, int icmpCode)
    {
        var rule = (await Networks.Run(Networks.Args.With(it => it.Ipv6 = true))).Named(name);

        Assert.Multiple(() =>
        {
            Assert.That(rule.Flag("egress"), Is.EqualTo(egress));
            Assert.That(rule.Text("protocol"), Is.EqualTo(protocol));
            Assert.That(rule.Text(family), Is.EqualTo(block));
            Assert.That(rule.Number("icmpType"), Is.EqualTo(icmpType));
            Assert.That(rule.Number("icmpCode"), Is.EqualTo(icmpCode));
            Assert.That(rule.Inputs.Keys, Has.None.AnyOf("fromPort", "toPort"));
        });
    }

    [Test]
    public async Task Rules_WhenReplaced_GoBeforeTheirSuccessors()
    {
        var rules = (await Networks.Run(Networks.Args)).All(Rule);

        Assert.That(rules.Select(rule => ((CustomResourceOptions)rule.Options).DeleteBeforeReplace), Has.All.True);
    }

    [Test]
    public async Task Subnets_JoinTheirAcl_WhenItsRulesAreComplete()
    {
        var cloud = await Networks.Run(Networks.Args);

        var rules = cloud.All(Rule).Where(rule => rule.Text("networkAclId") == "net-acls-private-id").Select(rule => rule.Name);
        Assert.That(await cloud.Named("net-acls-private-a").DependsOnAsync(), Is.EquivalentTo(rules));
    }
}

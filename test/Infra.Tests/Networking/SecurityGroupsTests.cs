using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;
using static System.FormattableString;

namespace Infra.Tests.Networking;

public sealed class SecurityGroupsTests
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private static SecurityGroupsArgs Args => new()
    {
        VpcId = "vpc-1",
        AllowedCidrs = ["0.0.0.0/0"],
        ServerPort = 80,
        Egress = Egress.None,
        S3PrefixListId = "pl-s3",
    };

    [Test]
    [Requirement("R1")]
    public async Task Rules_WithoutEgress_LetClientsReachTheLoadBalancerAndItTheServers() =>
        Assert.That(Table(await Run(Args)), Is.EqualTo("""
            sg-load-balancer in tcp 443 cidrIpv4=0.0.0.0/0
            sg-load-balancer in tcp 80 cidrIpv4=0.0.0.0/0
            sg-load-balancer out tcp 80 referencedSecurityGroupId=sg-server-id
            sg-server in tcp 80 referencedSecurityGroupId=sg-load-balancer-id
            sg-server out tcp 443 prefixListId=pl-s3
            """));

    [Test]
    [Requirement("R1")]
    public async Task Rules_WithEndpoints_LetServersReachThem() =>
        Assert.That(Table(await Run(Args.With(it => it.Egress = Egress.Endpoints))), Is.EqualTo("""
            sg-endpoint in tcp 443 referencedSecurityGroupId=sg-server-id
            sg-load-balancer in tcp 443 cidrIpv4=0.0.0.0/0
            sg-load-balancer in tcp 80 cidrIpv4=0.0.0.0/0
            sg-load-balancer out tcp 80 referencedSecurityGroupId=sg-server-id
            sg-server in tcp 80 referencedSecurityGroupId=sg-load-balancer-id
            sg-server out tcp 443 prefixListId=pl-s3
            sg-server out tcp 443 referencedSecurityGroupId=sg-endpoint-id
            """));

    [TestCase(Egress.Nat)]
    [TestCase(Egress.NatPerZone)]
    [Requirement("R1")]
    public async Task Rules_WithNat_LetServersReachTheInternetOnHttpsAlone(Egress egress) =>
        Assert.That(Table(await Run(Args.With(it => it.Egress = egress))), Is.EqualTo("""
            sg-load-balancer in tcp 443 cidrIpv4=0.0.0.0/0
            sg-load-balancer in tcp 80 cidrIpv4=0.0.0.0/0
            sg-load-balancer out tcp 80 referencedSecurityGroupId=sg-server-id
            sg-server in tcp 80 referencedSecurityGroupId=sg-load-balancer-id
            sg-server out tcp 443 cidrIpv4=0.0.0.0/0
            sg-server out tcp 443 prefixListId=pl-s3
            """));

    [Test]
    [Requirement("R1")]
    public async Task Rules_WithAllowedBlocks_AdmitThoseClientsAlone() =>
        Assert.That(Table(await Run(Args.With(it =>
        {
            it.AllowedCidrs = ["203.0.113.0/24", "2001:db8::/32"];
            it.ServerPort = 443;
        }))), Is.EqualTo("""
            sg-load-balancer in tcp 443 cidrIpv4=203.0.113.0/24
            sg-load-balancer in tcp 443 cidrIpv6=2001:db8::/32
            sg-load-balancer in tcp 80 cidrIpv4=203.0.113.0/24
            sg-load-balancer in tcp 80 cidrIpv6=2001:db8::/32
            sg-load-balancer out tcp 443 referencedSecurityGroupId=sg-server-id
            sg-server in tcp 443 referencedSecurityGroupId=sg-load-balancer-id
            sg-server out tcp 443 prefixListId=pl-s3
            """));

    [Test]
    [Requirement("R1")]
    public async Task Rules_WithPrefixListsAlone_AdmitThemByHttpsAlone() =>
        Assert.That(Table(await Run(Args.With(it =>
        {
            it.AllowedCidrs = [];
            it.AllowedPrefixLists = [new("cdn", "pl-cdn", 55)];
        }))), Is.EqualTo("""
            sg-load-balancer in tcp 443 prefixListId=pl-cdn
            sg-load-balancer out tcp 80 referencedSecurityGroupId=sg-server-id
            sg-server in tcp 80 referencedSecurityGroupId=sg-load-balancer-id
            sg-server out tcp 443 prefixListId=pl-s3
            """));

    [Test]
    public async Task Rules_WithinTheQuota_AreMade() =>
        Assert.That((await Run(OneBlockAndLists(weights: [55, 3]))).All(IngressRule), Has.Count.EqualTo(5));

    [Test]
    public void Rules_BeyondTheQuota_AreRefused() =>
        Assert.That(
            () => Run(OneBlockAndLists(weights: [55, 4])),
            Throws.Exception.With.Message.Contains(
                "the load balancer's group takes 60 inbound rules by AWS's quota, and allowedCidrs and allowedPrefixLists weigh 61: "
                + "a block counts as 2, a list as its maximum of entries"));

    [Test]
    [Requirement("R4")]
    public async Task Rules_BetweenLoadBalancerAndServers_AreNewOnesForAnotherPort([Values(80, 443)] int port)
    {
        var cloud = await Run(Args.With(it => it.ServerPort = port));

        foreach (var name in new[] { "sg-load-balancer-to-server", "sg-server-from-load-balancer" })
        {
            var rule = cloud.Named($"{name}-{port}");
            Assert.That(rule.Number("fromPort"), Is.EqualTo(port));
            Assert.That(AliasesOf(rule), Is.EqualTo([name]), "a stack of before would lose its rule for a moment");
        }
    }

    [Test]
    public async Task Rule_ToTheInternet_HasAName() =>
        Assert.That(
            (await Run(Args.With(it => it.Egress = Egress.Nat))).Named("sg-server-to-internet").Text("cidrIpv4"),
            Is.EqualTo("0.0.0.0/0"));

    [Test]
    public async Task Rules_OfABlock_KeepTheirNamesWhereverItIsListed()
    {
        var one = await Run(Args.With(it => it.AllowedCidrs = ["203.0.113.0/24"]));
        var two = await Run(Args.With(it => it.AllowedCidrs = ["::/0", "203.0.113.0/24"]));

        Assert.Multiple(() =>
        {
            Assert.That(one.Named("sg-load-balancer-https-from-203.0.113.0-24").Text("cidrIpv4"), Is.EqualTo("203.0.113.0/24"));
            Assert.That(two.Named("sg-load-balancer-https-from-203.0.113.0-24").Text("cidrIpv4"), Is.EqualTo("203.0.113.0/24"));
            Assert.That(two.Named("sg-load-balancer-https-from----0").Text("cidrIpv6"), Is.EqualTo("::/0"));
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task Groups_Always_AreInTheVpcWithNoInlineRules([Values] Egress egress)
    {
        var groups = (await Run(Args.With(it => it.Egress = egress))).All(Group);

        Assert.Multiple(() =>
        {
            Assert.That(groups, Has.Count.EqualTo(egress == Egress.Endpoints ? 3 : 2));
            Assert.That(groups.Select(group => group.Text("vpcId")), Has.All.EqualTo("vpc-1"));
            Assert.That(groups.SelectMany(group => group.Inputs.Keys), Has.All.AnyOf("description", "vpcId"));
        });
    }

    [Test]
    public async Task Descriptions_OfGroupsAndRules_SayWhatTheyAreForInCharactersThatAwsAccepts([Values] Egress egress)
    {
        var cloud = await Run(Args.With(it => it.Egress = egress));

        Assert.That(
            cloud.All(Group).Concat(cloud.All(IngressRule)).Concat(cloud.All(EgressRule)).Select(one => one.Text("description")),
            Has.All.Matches(@"^(?!Managed by)[A-Za-z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{5,255}$"));
    }

    [Test]
    public async Task GroupIds_AreHandedOut_OnceTheirRulesAreMade()
    {
        await Cloud.Run(options =>
        {
            var groups = new SecurityGroups("sg", Args.With(it => it.Egress = Egress.Endpoints), options);
            AssertWaits(groups.LoadBalancerGroupId, "sg-load-balancer-id", [
                "sg-load-balancer-http-from-0.0.0.0-0", "sg-load-balancer-https-from-0.0.0.0-0", "sg-load-balancer-to-server-80"]);
            AssertWaits(
                groups.ServerGroupId, "sg-server-id", ["sg-server-from-load-balancer-80", "sg-server-to-endpoint", "sg-server-to-s3"]);
            AssertWaits(groups.EndpointGroupId!, "sg-endpoint-id", ["sg-endpoint-from-server"]);
        });
    }

    [TestCase(Egress.None)]
    [TestCase(Egress.Nat)]
    [TestCase(Egress.NatPerZone)]
    public async Task EndpointGroup_WithoutEndpoints_IsAbsent(Egress egress) =>
        await Cloud.Run(options =>
            Assert.That(new SecurityGroups("sg", Args.With(it => it.Egress = egress), options).EndpointGroupId, Is.Null));

    private static Task<Recorded> Run(SecurityGroupsArgs args) => Cloud.Run(options => _ = new SecurityGroups("sg", args, options));

    private static void AssertWaits(Output<string> groupId, string id, string[] rules)
    {
        var dependencies = OutputUtilities.GetDependenciesAsync(groupId).GetAwaiter().GetResult();

        Assert.That(dependencies.Select(resource => resource.GetResourceName()).Order(), Is.EqualTo(rules));
        Assert.That(OutputUtilities.GetValueAsync(groupId).GetAwaiter().GetResult(), Is.EqualTo(id));
    }

    private static string Table(Recorded cloud) => string.Join(
        '\n',
        cloud.All(IngressRule).Select(rule => Line(rule, "in")).Concat(cloud.All(EgressRule).Select(rule => Line(rule, "out")))
            .Order(StringComparer.Ordinal));

    private static SecurityGroupsArgs OneBlockAndLists(int[] weights) => Args.With(it =>
    {
        it.AllowedCidrs = ["203.0.113.0/24"];
        it.AllowedPrefixLists = [.. weights.Select((weight, index) => new PrefixList($"list-{index}", $"pl-{index}", weight))];
    });

    private static IEnumerable<string> AliasesOf(RecordedResource resource) =>
        resource.Options.Aliases.Select(alias => OutputUtilities.GetValueAsync(alias.ToOutput()).Result.Name!)
            .Select(name => OutputUtilities.GetValueAsync(name.ToOutput()).Result);

    private static string Line(RecordedResource rule, string direction)
    {
        string[] known = ["securityGroupId", "ipProtocol", "fromPort", "toPort", "description"];
        var peers = rule.Inputs.Where(input => !known.Contains(input.Key)).Select(input => $"{input.Key}={input.Value}");
        var (from, to) = (rule.Number("fromPort"), rule.Number("toPort"));
        var ports = from.Equals(to) ? Invariant($"{from}") : Invariant($"{from}-{to}");
        return $"{rule.Text("securityGroupId")[..^"-id".Length]} {direction} {rule.Text("ipProtocol")} {ports} {string.Join(' ', peers)}";
    }
}

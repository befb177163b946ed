using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Networking;

public sealed class NetworkTests
{
    [Test]
    public async Task Resources_WithoutEgress_AreExactlyThese()
    {
        var cloud = await Networks.Run(Networks.Args);

        Assert.That(Networks.Counts(cloud), Is.EqualTo("""
            1 aws:cloudwatch/logGroup:LogGroup
            1 aws:ec2/defaultSecurityGroup:DefaultSecurityGroup
            1 aws:ec2/flowLog:FlowLog
            1 aws:ec2/internetGateway:InternetGateway
            2 aws:ec2/networkAcl:NetworkAcl
            4 aws:ec2/networkAclAssociation:NetworkAclAssociation
            15 aws:ec2/networkAclRule:NetworkAclRule
            1 aws:ec2/route:Route
            3 aws:ec2/routeTable:RouteTable
            4 aws:ec2/routeTableAssociation:RouteTableAssociation
            4 aws:ec2/subnet:Subnet
            1 aws:ec2/vpc:Vpc
            1 aws:ec2/vpcEndpoint:VpcEndpoint
            1 aws:iam/policy:Policy
            1 aws:iam/role:Role
            1 aws:iam/rolePolicyAttachment:RolePolicyAttachment
            1 infra:networking:FlowLogs
            1 infra:networking:Network
            1 infra:networking:NetworkAcls
            1 infra:networking:PrivateSubnets
            1 infra:networking:PublicSubnets
            """));
    }

    [Test]
    public async Task Children_Always_BelongToAndAreNamedAfterTheirComponent([Values] Egress egress)
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = true));

        var strangers = cloud.Resources.Where(one => one.Name != "net" && !one.Name.StartsWith($"{one.Parent?.GetResourceName()}-"));
        Assert.Multiple(() =>
        {
            Assert.That(strangers, Is.Empty);
            Assert.That(cloud.Resources.Where(one => one.Name != "net").Select(one => one.Parent), Has.All.InstanceOf<ComponentResource>());
            Assert.That(cloud.Resources.Select(one => (one.Type, one.Name)), Is.Unique);
        });
    }

    [Test]
    public async Task Vpc_Always_ResolvesNamesForEndpoints()
    {
        var vpc = (await Networks.Run(Networks.Args)).Single("aws:ec2/vpc:Vpc");

        Assert.Multiple(() =>
        {
            Assert.That(vpc.Name, Is.EqualTo("net-vpc"));
            Assert.That(vpc.Text("cidrBlock"), Is.EqualTo("10.0.0.0/16"));
            Assert.That(vpc.Flag("enableDnsSupport"), Is.True);
            Assert.That(vpc.Flag("enableDnsHostnames"), Is.True);
            Assert.That(vpc.Flag("assignGeneratedIpv6CidrBlock"), Is.True);
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task DefaultSecurityGroup_Always_HasNoRules()
    {
        var group = (await Networks.Run(Networks.Args)).Single("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

        Assert.Multiple(() =>
        {
            Assert.That(group.Text("vpcId"), Is.EqualTo("net-vpc-id"));
            Assert.That(group.Inputs.Keys, Is.EquivalentTo(["vpcId"]));
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task Subnets_WithEveryChoice_NeverGiveAwayPublicAddresses([Values] Egress egress, [Values] bool ipv6)
    {
        var subnets = (await Networks.Run(Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = ipv6)))
            .All("aws:ec2/subnet:Subnet");

        Assert.Multiple(() =>
        {
            Assert.That(subnets, Has.Count.EqualTo(4));
            Assert.That(subnets.Select(subnet => subnet.Flag("mapPublicIpOnLaunch")), Has.All.False);
            Assert.That(subnets.Select(subnet => subnet.Flag("assignIpv6AddressOnCreation")), Has.All.False);
        });
    }

    [TestCase("net-public-a", "eu-west-1a", "10.0.0.0/20")]
    [TestCase("net-public-b", "eu-west-1b", "10.0.16.0/20")]
    [TestCase("net-private-a", "eu-west-1a", "10.0.128.0/20")]
    [TestCase("net-private-b", "eu-west-1b", "10.0.144.0/20")]
    public async Task Subnet_OfAZone_HasItsPlannedBlock(string name, string zone, string block)
    {
        var subnet = (await Networks.Run(Networks.Args)).Named(name);

        Assert.Multiple(() =>
        {
            Assert.That(subnet.Type, Is.EqualTo("aws:ec2/subnet:Subnet"));
            Assert.That(subnet.Text("availabilityZone"), Is.EqualTo(zone));
            Assert.That(subnet.Text("cidrBlock"), Is.EqualTo(block));
        });
    }

    [Test]
    public async Task Zones_InAnotherOrder_MakeTheSameResources([Values(Egress.None, Egress.Endpoints, Egress.NatPerZone)] Egress egress)
    {
        var args = Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = true);

        var ordered = await Networks.Run(args);
        var reordered = await Networks.Run(args.With(it => it.Zones = ["eu-west-1b", "eu-west-1a"]));

        Assert.That(Described(reordered), Is.EqualTo(Described(ordered)));
    }

    [Test]
    public async Task Zones_WhenOneIsAddedOrRemoved_LeaveTheOthersAsTheyAre()
    {
        var two = await Networks.Run(Networks.Args.With(it => it.Zones = ["eu-west-1a", "eu-west-1c"]));
        var three = await Networks.Run(Networks.Args.With(it => it.Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]));

        Assert.That(SubnetsAndRoutes(three), Is.SupersetOf(SubnetsAndRoutes(two)));
    }

    [Test]
    public async Task Egress_WhenItChanges_RenamesNothing([Values] Egress egress)
    {
        var none = await Networks.Run(Networks.Args);
        var other = await Networks.Run(Networks.Args.With(it => it.Egress = egress));

        Assert.That(other.Resources.Select(one => one.ToString()), Is.SupersetOf(none.Resources.Select(one => one.ToString())));
    }

    // With or without IPv6, since a block that a subnet has a part of can't be taken back.
    [Test]
    public async Task IPv6Blocks_Always_AreOfThePublicSubnetsAlone([Values] bool ipv6)
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Ipv6 = ipv6));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.Named("net-public-a").Text("ipv6CidrBlock"), Is.EqualTo("2001:db8:1234:1a00::/64"));
            Assert.That(cloud.Named("net-public-b").Text("ipv6CidrBlock"), Is.EqualTo("2001:db8:1234:1a01::/64"));
            Assert.That(cloud.Named("net-private-a").Has("ipv6CidrBlock"), Is.False);
            Assert.That(cloud.Named("net-private-b").Has("ipv6CidrBlock"), Is.False);
        });
    }

    [Test]
    public async Task S3Endpoint_Always_ServesThePrivateRouteTables([Values] Egress egress)
    {
        var endpoint = (await Networks.Run(Networks.Args.With(it => it.Egress = egress))).Single("aws:ec2/vpcEndpoint:VpcEndpoint");

        Assert.Multiple(() =>
        {
            Assert.That(endpoint.Text("vpcEndpointType"), Is.EqualTo("Gateway"));
            Assert.That(endpoint.Text("serviceName"), Is.EqualTo("com.amazonaws.eu-west-1.s3"));
            Assert.That(endpoint.Texts("routeTableIds"), Is.EqualTo(["net-private-a-routes-id", "net-private-b-routes-id"]));
            Assert.That(endpoint.Has("subnetIds"), Is.False);
        });
    }

    [Test]
    public async Task Outputs_Always_ListSubnetsByZone()
    {
        var args = Networks.Args.With(it => it.Zones = ["eu-west-1c", "eu-west-1a"]);
        var values = await Cloud.OutputOf(() =>
        {
            var network = new Network("net", args);
            return Output.All([network.VpcId, .. network.PublicSubnetIds, .. network.PrivateSubnetIds, network.S3PrefixListId]);
        });

        string[] expected =
            ["net-vpc-id", "net-public-a-id", "net-public-c-id", "net-private-a-id", "net-private-c-id", "net-s3-prefix-list"];
        Assert.That(values, Is.EqualTo(expected));
    }

    private static IEnumerable<string> SubnetsAndRoutes(Recorded cloud) =>
        cloud.All("aws:ec2/subnet:Subnet")
            .Concat(cloud.All("aws:ec2/routeTable:RouteTable"))
            .Concat(cloud.All("aws:ec2/routeTableAssociation:RouteTableAssociation"))
            .Select(Described);

    private static List<string> Described(Recorded cloud) => [.. cloud.Resources.Select(Described).Order()];

    private static string Described(RecordedResource one) =>
        $"{one} {string.Join(' ', one.Inputs.Where(input => input.Value is string).Select(input => $"{input.Key}={input.Value}").Order())}";
}

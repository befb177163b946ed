using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

/// <summary>Who has a way to the internet, and through what.</summary>
public sealed class RoutingTests
{
    private const string Route = "aws:ec2/route:Route";

    [Test]
    public async Task PublicSubnets_Always_ReachTheInternet()
    {
        var cloud = await Networks.Run(Networks.Args);

        var route = cloud.Single(Route);
        Assert.Multiple(() =>
        {
            Assert.That(route.Text("routeTableId"), Is.EqualTo("net-public-routes-id"));
            Assert.That(route.Text("destinationCidrBlock"), Is.EqualTo("0.0.0.0/0"));
            Assert.That(route.Text("gatewayId"), Is.EqualTo("net-public-internet-id"));
            Assert.That(cloud.Named("net-public-a-association").Text("routeTableId"), Is.EqualTo("net-public-routes-id"));
            Assert.That(cloud.Named("net-public-b-association").Text("routeTableId"), Is.EqualTo("net-public-routes-id"));
        });
    }

    [Test]
    public async Task PublicSubnets_WithIPv6_ReachTheInternetOverBoth()
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Ipv6 = true));

        Assert.That(cloud.All(Route), Has.Count.EqualTo(2));
        var route = cloud.Named("net-public-to-internet-ipv6");
        Assert.Multiple(() =>
        {
            Assert.That(route.Text("routeTableId"), Is.EqualTo("net-public-routes-id"));
            Assert.That(route.Text("destinationIpv6CidrBlock"), Is.EqualTo("::/0"));
            Assert.That(route.Text("gatewayId"), Is.EqualTo("net-public-internet-id"));
        });
    }

    [Test]
    public async Task PrivateSubnets_WhenTheirZoneIsNoLongerNamed_WaitForTheirServersToLeave()
    {
        var subnets = (await Networks.Run(Networks.Args)).All("aws:ec2/subnet:Subnet")
            .Where(subnet => subnet.Name.StartsWith("net-private-", StringComparison.Ordinal)).ToList();

        Assert.That(subnets, Has.Count.EqualTo(2));
        Assert.That(subnets.Select(subnet => subnet.Options.CustomTimeouts?.Delete), Has.All.EqualTo(TimeSpan.FromMinutes(33)));
    }

    [Test]
    public async Task IPv6_SwitchedOff_TakesRoutesAway_AndChangesNoSubnetAndNoVpc()
    {
        var on = await Networks.Run(Networks.Args.With(it => it.Ipv6 = true));
        var off = await Networks.Run(Networks.Args.With(it => it.Ipv6 = false));

        Assert.That(
            on.Resources.Select(one => one.ToString()).Except(off.Resources.Select(one => one.ToString())),
            Has.Some.EndsWith("net-public-to-internet-ipv6").And.None.Contains("vpc:Vpc").And.None.Contains("subnet:Subnet"));
        foreach (var kept in off.All("aws:ec2/subnet:Subnet").Concat(off.All("aws:ec2/vpc:Vpc")))
            Assert.That(kept.Inputs, Is.EqualTo(on.Named(kept.Name).Inputs), kept.Name);
    }

    [TestCase(Egress.None)]
    [TestCase(Egress.Endpoints)]
    [Requirement("R1")]
    public async Task PrivateSubnets_WithoutNat_HaveNoRouteOut(Egress egress)
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = true));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.All(Route).Select(route => route.Text("routeTableId")), Has.All.EqualTo("net-public-routes-id"));
            Assert.That(cloud.All("aws:ec2/natGateway:NatGateway"), Is.Empty);
            Assert.That(cloud.All("aws:ec2/eip:Eip"), Is.Empty);
        });
    }

    [Test]
    public async Task PrivateSubnets_Always_HaveARouteTableEach([Values] Egress egress)
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = egress));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.Named("net-private-a-association").Text("subnetId"), Is.EqualTo("net-private-a-id"));
            Assert.That(cloud.Named("net-private-a-association").Text("routeTableId"), Is.EqualTo("net-private-a-routes-id"));
            Assert.That(cloud.Named("net-private-b-association").Text("subnetId"), Is.EqualTo("net-private-b-id"));
            Assert.That(cloud.Named("net-private-b-association").Text("routeTableId"), Is.EqualTo("net-private-b-routes-id"));
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task InternetGateway_WithEveryEgress_IsNoPrivateSubnetsRoute([Values] Egress egress)
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = egress).With(it => it.Ipv6 = true));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.All("aws:ec2/routeTable:RouteTable").Select(table => table.Has("routes")), Has.All.False);
            Assert.That(
                cloud.All(Route).Where(route => route.Has("gatewayId")).Select(route => route.Text("routeTableId")),
                Is.EqualTo(["net-public-routes-id", "net-public-routes-id"]));
        });
    }

    [Test]
    public async Task Nat_Shared_IsOneGatewayInTheZoneListedFirst()
    {
        var cloud = await Networks.Run(
            Networks.Args.With(it => it.Egress = Egress.Nat).With(it => it.Zones = ["eu-west-1c", "eu-west-1b"]));

        var gateway = cloud.Single("aws:ec2/natGateway:NatGateway");
        Assert.Multiple(() =>
        {
            Assert.That(gateway.Name, Is.EqualTo("net-public-nat-c"));
            Assert.That(gateway.Text("subnetId"), Is.EqualTo("net-public-c-id"));
            Assert.That(gateway.Text("allocationId"), Is.EqualTo("net-public-nat-c-address-id"));
            Assert.That(cloud.Single("aws:ec2/eip:Eip").Text("domain"), Is.EqualTo("vpc"));
            Assert.That(cloud.Named("net-private-b-to-nat").Text("natGatewayId"), Is.EqualTo("net-public-nat-c-id"));
            Assert.That(cloud.Named("net-private-c-to-nat").Text("natGatewayId"), Is.EqualTo("net-public-nat-c-id"));
        });
    }

    [Test]
    public async Task Nat_PerZone_StaysWithinTheZone()
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = Egress.NatPerZone));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.All("aws:ec2/natGateway:NatGateway"), Has.Count.EqualTo(2));
            Assert.That(cloud.All("aws:ec2/eip:Eip"), Has.Count.EqualTo(2));
            Assert.That(cloud.Named("net-public-nat-a").Text("subnetId"), Is.EqualTo("net-public-a-id"));
            Assert.That(cloud.Named("net-public-nat-b").Text("subnetId"), Is.EqualTo("net-public-b-id"));
            Assert.That(cloud.Named("net-private-a-to-nat").Text("natGatewayId"), Is.EqualTo("net-public-nat-a-id"));
            Assert.That(cloud.Named("net-private-b-to-nat").Text("natGatewayId"), Is.EqualTo("net-public-nat-b-id"));
            Assert.That(cloud.Named("net-private-a-to-nat").Text("destinationCidrBlock"), Is.EqualTo("0.0.0.0/0"));
        });
    }

    [Test]
    public async Task Subnets_AreHandedOut_OnceTheyAreRouted()
    {
        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = Egress.Nat).With(it => it.Ipv6 = true));

        string[] publicRoutes = ["net-public-to-internet", "net-public-to-internet-ipv6"];
        Assert.That(await cloud.Named("net-public-a-association").DependsOnAsync(), Is.EqualTo(publicRoutes));
        Assert.That(await cloud.Named("net-private-a-association").DependsOnAsync(), Is.EqualTo(["net-private-a-to-nat"]));
        Assert.That(await cloud.Named("net-public-nat-a").DependsOnAsync(), Is.EqualTo(["net-public-internet"]));
    }
}

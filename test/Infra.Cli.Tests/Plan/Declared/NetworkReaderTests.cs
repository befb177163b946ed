using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Networks of a few resources, read part by part.</summary>
internal sealed class NetworkReaderTests
{
    private static readonly ResourceNode Subnet =
        SmallStack.Node(TypeToken.Subnet, "subnet", "'availabilityZone': 'zone-a', 'cidrBlock': '10.0.0.0/24'");

    [PlainCase("'ipv6CidrBlock': '2001:db8::/56'", ExpectedResult = "/56")]
    [PlainCase("'ipv6CidrBlock': '2001:db8::'", ExpectedResult = null)]
    [PlainCase("'ipv6CidrBlock': '2001:db8::/56/64'", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? Vpc_HasTheLengthOfItsPrefix(string outputs)
    {
        var read = new DeclaredStack(SmallStack.Of(SmallStack.Node(TypeToken.Vpc, "vpc", "'cidrBlock': '10.0.0.0/16'", outputs))).Vpcs;

        Assert.That(read.Select(vpc => (vpc.Name, vpc.Cidr)), Is.EqualTo([("vpc", "10.0.0.0/16")]));
        return read[0].IPv6Prefix;
    }

    [Test]
    public void Subnet_WithoutAnythingMore_IsPrivate() => Assert.That(
        Read(),
        Is.EqualTo(new DeclaredSubnet(
            Subnet, "zone-a", "10.0.0.0/24", IPv6Prefix: null, HasRouteTable: false, InternetRoute: null, NatGatewayZone: null)));

    [Test]
    public void Subnet_WithIPv6_HasTheLengthOfItsPrefix()
    {
        var subnet = Subnet with { Inputs = Subnet.Inputs.SetItem("ipv6CidrBlock", "2001:db8::/64") };

        Assert.That(new DeclaredStack(SmallStack.Of(subnet)).Subnets.Select(read => read.IPv6Prefix), Is.EqualTo(["/64"]));
    }

    [PlainCase("subnet-id", "table-id", "'gatewayId': 'gateway-id'", ExpectedResult = "True route -")]
    [PlainCase("subnet-id", "table-id", "'natGatewayId': 'nat-id'", ExpectedResult = "True - zone-b")]
    [PlainCase("subnet-id", "table-id", "'gatewayId': 'elsewhere'", ExpectedResult = "True - -")]
    [PlainCase("subnet-id", "table-id", "'natGatewayId': 'elsewhere'", ExpectedResult = "True - -")]
    [PlainCase("subnet-id", "table-id", "'gatewayId': 'nat-id', 'natGatewayId': 'gateway-id'", ExpectedResult = "True - -")]
    [PlainCase("subnet-id", "other-id", "'gatewayId': 'gateway-id'", ExpectedResult = "True - -")]
    [PlainCase("other-id", "table-id", "'gatewayId': 'gateway-id'", ExpectedResult = "False - -")]
    public string Subnet_WithATable_HasItsRoutes(string subnet, string table, string route)
    {
        var read = Read(
            SmallStack.Node(TypeToken.InternetGateway, "gateway"),
            SmallStack.Node(TypeToken.Subnet, "far", "'availabilityZone': 'zone-b', 'cidrBlock': '10.0.1.0/24'"),
            SmallStack.Node(TypeToken.NatGateway, "nat", "'subnetId': 'far-id'"),
            SmallStack.Node(TypeToken.RouteTableAssociation, "association", $"'subnetId': '{subnet}', 'routeTableId': '{table}'"),
            SmallStack.Node(TypeToken.Route, "local", "'routeTableId': 'table-id'"),
            SmallStack.Node(TypeToken.Route, "route", $"'routeTableId': 'table-id', {route}"));
        return $"{read.HasRouteTable} {read.InternetRoute ?? "-"} {read.NatGatewayZone ?? "-"}";
    }

    [PlainCase("'subnetId': 'subnet-id'", ExpectedResult = "zone-a")]
    [PlainCase("'subnetId': 'elsewhere'", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? NatGateway_IsInTheZoneOfItsSubnet(string inputs)
    {
        var read = new DeclaredStack(SmallStack.Of(Subnet, SmallStack.Node(TypeToken.NatGateway, "nat", inputs))).NatGateways;

        Assert.That(read.Select(nat => nat.Name), Is.EqualTo(["nat"]));
        return read[0].Zone;
    }

    [PlainCase("'serviceName': 'com.amazonaws.eu-west-1.ssm', 'vpcEndpointType': 'Interface', 'subnetIds': ['a', 'b']",
        ExpectedResult = "endpoint ssm True 2")]
    [PlainCase("'serviceName': 'com.amazonaws.eu-west-1.s3', 'vpcEndpointType': 'Gateway'", ExpectedResult = "endpoint s3 False 0")]
    [PlainCase("'serviceName': 's3'", ExpectedResult = "endpoint s3 False 0")]
    public string Endpoint_IsOfItsServiceAndKind(string inputs)
    {
        var read = new DeclaredStack(SmallStack.Of(SmallStack.Node(TypeToken.VpcEndpoint, "endpoint", inputs))).Endpoints.Single();
        return $"{read.Name} {read.Service} {read.IsInterface} {read.SubnetCount}";
    }

    private static DeclaredSubnet Read(params ResourceNode[] nodes) =>
        new DeclaredStack(SmallStack.Of([Subnet, .. nodes])).Subnets.Single(subnet => subnet.Name == "subnet");
}

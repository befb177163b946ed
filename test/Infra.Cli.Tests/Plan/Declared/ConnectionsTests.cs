using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Who is whose, and whose it only seems to be.</summary>
internal sealed class ConnectionsTests
{
    private static readonly ResourceNode Balancer = SmallStack.Node(TypeToken.LoadBalancer, "alb");
    private static readonly ResourceNode Targets = SmallStack.Node(TypeToken.TargetGroup, "targets");
    private static readonly ResourceNode Subnet =
        SmallStack.Node(TypeToken.Subnet, "subnet", "'availabilityZone': 'zone-a', 'cidrBlock': '10.0.0.0/24'");
    private static readonly ResourceNode Beside =
        SmallStack.Node(TypeToken.Subnet, "beside", "'availabilityZone': 'zone-a', 'cidrBlock': '10.0.1.0/24'");

    [PlainCase("'loadBalancerArn': 'arn:alb'", ExpectedResult = 1)]
    [PlainCase("'loadBalancerArn': 'arn:other'", ExpectedResult = 0)]
    [TestCase("", ExpectedResult = 0)]
    public int Listener_IsOfTheBalancerThatItNames(string listener) =>
        SmallStack.Of(Balancer, SmallStack.Node(TypeToken.Listener, "listener", listener)).ListenersOf(Balancer).Count();

    [Test]
    public void Listener_OfNoBalancer_IsNotOfOneWithoutAnArn()
    {
        var unmade = Balancer with { Outputs = Balancer.Outputs.Remove("arn") };

        Assert.That(SmallStack.Of(unmade, SmallStack.Node(TypeToken.Listener, "listener")).ListenersOf(unmade), Is.Empty);
    }

    [PlainCase("forward", "arn:targets", "arn:alb", ExpectedResult = true)]
    [PlainCase("forward", "targets-id", "arn:alb", ExpectedResult = true)]
    [PlainCase("redirect", "arn:targets", "arn:alb", ExpectedResult = false)]
    [PlainCase("forward", "arn:other", "arn:alb", ExpectedResult = false)]
    [PlainCase("forward", "arn:targets", "arn:other", ExpectedResult = false)]
    public bool Balancer_IsBeforeTheTargetsThatAListenerForwardsTo(string type, string targets, string balancer)
    {
        var listener = SmallStack.Node(
            TypeToken.Listener,
            "listener",
            $"'loadBalancerArn': '{balancer}', 'defaultActions': [{{'type': '{type}', 'targetGroupArn': '{targets}'}}]");
        var graph = SmallStack.Of(Balancer, Targets, SmallStack.Node(TypeToken.TargetGroup, "other"), listener);

        return graph.BalancersBefore(Targets).Contains(Balancer);
    }

    [PlainCase("'targetGroupArns': ['arn:other', 'arn:targets']", ExpectedResult = "one two three")]
    [PlainCase("'targetGroupArns': ['arn:other']", ExpectedResult = "")]
    [TestCase("", ExpectedResult = "")]
    public string Groups_OfServersBehindTargets_AreThoseOfTheirTemplates(string group)
    {
        var template = SmallStack.Node(
            TypeToken.LaunchTemplate,
            "template",
            "'vpcSecurityGroupIds': ['one', 'two'], 'networkInterfaces': [{'securityGroups': ['two', 'three']}]");
        var graph = SmallStack.Of(
            Targets,
            template,
            SmallStack.Node(TypeToken.AutoScalingGroup, "fleet", $"{Comma(group)}'launchTemplate': {{'id': 'template-id'}}"),
            SmallStack.Node(TypeToken.AutoScalingGroup, "untold", group));

        return string.Join(' ', graph.ServerGroupsBehind(Targets));
    }

    [Test]
    public void Zones_OfSubnets_AreEachOnce()
    {
        var far = SmallStack.Node(TypeToken.Subnet, "far", "'availabilityZone': 'zone-b', 'cidrBlock': '10.0.2.0/24'");
        var graph = SmallStack.Of(Subnet, Beside, far);

        Assert.That(graph.ZonesAmong(["subnet-id", "beside-id"]), Is.EqualTo(["zone-a"]));
        Assert.That(graph.ZonesAmong(["far-id", "subnet-id", "unknown"]), Is.EqualTo(["zone-a", "zone-b"]));
        Assert.That(graph.SubnetsAmong(["far-id", "subnet-id", "unknown"]), Is.EqualTo([Subnet, far]));
    }

    [PlainCase("'arn': 'arn:profile'", ExpectedResult = "profile")]
    [PlainCase("'name': 'profile-id'", ExpectedResult = "profile")]
    [PlainCase("'arn': 'arn:profile', 'name': 'other'", ExpectedResult = "profile")]
    [PlainCase("'arn': 'arn:other', 'name': 'profile-id'", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? Profile_OfATemplate_IsFoundByItsArnOrItsName(string profile)
    {
        var template = SmallStack.Node(TypeToken.LaunchTemplate, "template", $"'iamInstanceProfile': {{{profile}}}");
        return SmallStack.Of(template, SmallStack.Node(TypeToken.InstanceProfile, "profile")).ProfileOf(template)?.Name;
    }

    [Test]
    public void Subnets_OfServers_AreThoseOfAllGroups()
    {
        var graph = SmallStack.Of(
            Subnet,
            SmallStack.Node(TypeToken.Subnet, "idle"),
            Beside,
            SmallStack.Node(TypeToken.AutoScalingGroup, "one", "'vpcZoneIdentifiers': ['beside-id']"),
            SmallStack.Node(TypeToken.AutoScalingGroup, "two", "'vpcZoneIdentifiers': ['subnet-id', 'elsewhere']"));

        Assert.That(graph.ServerSubnets(), Is.EqualTo([Subnet, Beside]));
    }

    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "table-id", "0.0.0.0/0", null, "gateway-id",
        ExpectedResult = "gateway")]
    [PlainCase("'subnetId': 'beside-id', 'routeTableId': 'table-id'", "table-id", "0.0.0.0/0", null, "gateway-id", ExpectedResult = null)]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'other'", "table-id", "0.0.0.0/0", null, "gateway-id", ExpectedResult = null)]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "other", "0.0.0.0/0", null, "gateway-id", ExpectedResult = null)]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "table-id", "10.0.0.0/8", null, "gateway-id", ExpectedResult = null)]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "table-id", null, "0.0.0.0/0", "gateway-id",
        ExpectedResult = "gateway")]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "table-id", null, "::/0", "gateway-id", ExpectedResult = null)]
    [PlainCase("'subnetId': 'subnet-id', 'routeTableId': 'table-id'", "table-id", "0.0.0.0/0", null, "nat-id", ExpectedResult = null)]
    public string? Gateway_OfASubnet_IsFoundByItsTableAndARoute(
        string association, string table, string? block, string? blockOfIPv6, string gateway)
    {
        var graph = SmallStack.Of(
            Subnet,
            Beside,
            SmallStack.Node(TypeToken.InternetGateway, "gateway"),
            SmallStack.Node(TypeToken.RouteTable, "table"),
            SmallStack.Node(TypeToken.RouteTableAssociation, "association", association),
            SmallStack.Node(
                TypeToken.Route,
                "route",
                $"'routeTableId': '{table}', 'destinationCidrBlock': {Json(block)}, 'destinationIpv6CidrBlock': {Json(blockOfIPv6)}, "
                + $"'gatewayId': '{gateway}'"));

        return graph.InternetGatewayOf(Subnet, "0.0.0.0/0")?.Name;
    }

    [Test]
    public void Route_OfNoTable_IsNone()
    {
        var graph = SmallStack.Of(SmallStack.Node(TypeToken.Route, "route", "'destinationCidrBlock': '0.0.0.0/0'"));

        Assert.That(graph.RouteTo(table: null, "0.0.0.0/0"), Is.Null);
    }

    private static string Comma(string text) => text.Length > 0 ? $"{text}, " : "";

    private static string Json(string? text) => text is null ? "null" : $"'{text}'";
}

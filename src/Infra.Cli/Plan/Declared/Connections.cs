using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>Follows what resources say of each other: who is whose, and what a thing leads to.</summary>
internal static class Connections
{
    /// <summary>The listeners of a load balancer.</summary>
    public static IEnumerable<ResourceNode> ListenersOf(this ResourceGraph graph, ResourceNode balancer) =>
        graph.OfType(TypeToken.Listener).Where(listener => IsSet(balancer.Output("arn"), listener.Text("loadBalancerArn")));

    /// <summary>The load balancers with a listener that forwards to a target group.</summary>
    public static IEnumerable<ResourceNode> BalancersBefore(this ResourceGraph graph, ResourceNode targets) =>
        graph.OfType(TypeToken.LoadBalancer)
            .Where(balancer => graph.ListenersOf(balancer).Any(listener => graph.ForwardsTo(listener, targets)));

    /// <summary>Whether a listener's default action is to forward to a target group.</summary>
    public static bool ForwardsTo(this ResourceGraph graph, ResourceNode listener, ResourceNode targets) =>
        listener.Text("defaultActions.0.type") == "forward"
        && graph.ByIdOrArn(TypeToken.TargetGroup, listener.Text("defaultActions.0.targetGroupArn")) == targets;

    /// <summary>The Auto Scaling groups that register their servers with a target group.</summary>
    public static IEnumerable<ResourceNode> GroupsBehind(this ResourceGraph graph, ResourceNode targets) =>
        graph.OfType(TypeToken.AutoScalingGroup).Where(group => group.Texts("targetGroupArns").Contains(targets.Output("arn")));

    /// <summary>What a group's servers start from; none if that is not of the stack.</summary>
    public static ResourceNode? TemplateOf(this ResourceGraph graph, ResourceNode group) =>
        graph.ByIdOrArn(TypeToken.LaunchTemplate, group.Text("launchTemplate.id"));

    /// <summary>The ids of the security groups of the servers behind a target group.</summary>
    public static IReadOnlyList<string> ServerGroupsBehind(this ResourceGraph graph, ResourceNode targets) =>
        [.. graph.GroupsBehind(targets).Select(graph.TemplateOf).OfType<ResourceNode>().SelectMany(SecurityGroupsOf).Distinct()];

    /// <summary>The ids of the security groups that servers of a launch template have.</summary>
    public static IEnumerable<string> SecurityGroupsOf(ResourceNode template) =>
        template.Texts("vpcSecurityGroupIds").Concat(template.Texts("networkInterfaces.0.securityGroups"));

    /// <summary>The subnets of the stack among ids.</summary>
    public static IEnumerable<ResourceNode> SubnetsAmong(this ResourceGraph graph, IReadOnlyCollection<string> ids) =>
        graph.OfType(TypeToken.Subnet).Where(subnet => ids.Contains(subnet.Id));

    /// <summary>The zones of the subnets of the stack among ids, each once.</summary>
    public static IEnumerable<string> ZonesAmong(this ResourceGraph graph, IReadOnlyCollection<string> ids) =>
        NetworkReader.Subnets(graph).Where(subnet => ids.Contains(subnet.Node.Id)).Select(subnet => subnet.Zone).Distinct();

    /// <summary>The instance profile of a launch template; none if that is not of the stack.</summary>
    public static ResourceNode? ProfileOf(this ResourceGraph graph, ResourceNode template) => graph.ByIdOrArn(
        TypeToken.InstanceProfile, template.Text("iamInstanceProfile.arn") ?? template.Text("iamInstanceProfile.name"));

    /// <summary>The subnets in which servers start.</summary>
    public static IEnumerable<ResourceNode> ServerSubnets(this ResourceGraph graph) =>
        graph.SubnetsAmong([.. graph.OfType(TypeToken.AutoScalingGroup).SelectMany(group => group.Texts("vpcZoneIdentifiers"))]);

    /// <summary>The route table that a subnet is associated with; none if it is left to the VPC's main one.</summary>
    public static ResourceNode? RouteTableOf(this ResourceGraph graph, ResourceNode subnet) =>
        graph.OfType(TypeToken.RouteTableAssociation).FirstOrDefault(association => association.Text("subnetId") == subnet.Id) is { } found
            ? graph.ByIdOrArn(TypeToken.RouteTable, found.Text("routeTableId"))
            : null;

    /// <summary>The route of a table to a block of addresses.</summary>
    public static ResourceNode? RouteTo(this ResourceGraph graph, ResourceNode? table, string block) =>
        graph.OfType(TypeToken.Route).FirstOrDefault(route => table is not null && route.Text("routeTableId") == table.Id
            && (route.Text("destinationCidrBlock") == block || route.Text("destinationIpv6CidrBlock") == block));

    /// <summary>What a subnet reaches the internet by over IPv4; none if it does not.</summary>
    public static ResourceNode? InternetGatewayOf(this ResourceGraph graph, ResourceNode subnet, string block) =>
        graph.RouteTo(graph.RouteTableOf(subnet), block) is { } route
            ? graph.ByIdOrArn(TypeToken.InternetGateway, route.Text("gatewayId"))
            : null;

    private static bool IsSet(string? arn, string? value) => arn is not null && arn == value;
}

using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Finds the one of each thing that a drawing shows.</summary>
internal static class ArchitectureReader
{
    /// <exception cref="InvalidUsageException">The stack lacks one, or has several that can't be drawn as one.</exception>
    public static Architecture Read(DeclaredStack stack)
    {
        var one = new OneOf($"stack {stack.StackName}", "a drawing");
        var loadBalancer = one.Only("load balancer", stack.LoadBalancers);
        var (https, redirect) = ListenerChoice.Of(one, loadBalancer.Listeners);
        var group = one.Only("Auto Scaling group", stack.Groups);
        RequirePlace(stack, "load balancer", loadBalancer, loadBalancer.SubnetIds, isPublic: true);
        RequirePlace(stack, "Auto Scaling group", group, group.SubnetIds, isPublic: false);
        var template = group.LaunchTemplate ?? throw (one with { Owner = $"Auto Scaling group {group.Name}" }).None("launch template");
        var application = one.AtMostOne("uploaded application", stack.Applications);
        return new()
        {
            ProjectName = stack.ProjectName,
            StackName = stack.StackName,
            Region = stack.Region,
            ClientCidrs =
            [
                .. loadBalancer.Ingress
                    .Where(rule => https.Ports.Any(port => rule.FromPort <= port && port <= rule.ToPort))
                    .Select(rule => rule.Source)
                    .Distinct(),
            ],
            SiteName = SiteNameOf(one, loadBalancer),
            Firewall = FirewallText.Of(one, loadBalancer),
            Vpc = one.Only("VPC", stack.Vpcs),
            Zones = ZonesOf(stack),
            InterfaceEndpoints = [.. stack.Endpoints.Where(endpoint => endpoint.IsInterface).Select(endpoint => endpoint.Service)],
            GatewayEndpoints = [.. stack.Endpoints.Where(endpoint => !endpoint.IsInterface).Select(endpoint => endpoint.Service)],
            FlowLog = one.AtMostOne("flow log", stack.FlowLogs),
            ServerLog = one.AtMostOne("server log group", stack.ServerLogs),
            LoadBalancer = loadBalancer,
            Https = https,
            Redirect = redirect,
            TargetGroup = TargetGroupOf(one, https.First, group),
            Group = group,
            LaunchTemplate = template,
            PublicGuard = GuardText.Of(stack, loadBalancer.SubnetIds, loadBalancer.SecurityGroupIds),
            PrivateGuard = GuardText.Of(stack, group.SubnetIds, template.SecurityGroupIds),
            Objects = [.. Uploads(one, stack, application)],
            ApplicationObject = application?.Key,
            Topic = one.Only("topic", stack.Topics),
            HasDashboard = stack.DashboardCount > 0,
        };
    }

    private static IEnumerable<string> Uploads(OneOf one, DeclaredStack stack, DeclaredSite? application) => application is null
        ? [one.Only("uploaded site", stack.Sites).Key]
        : stack.Sites.Select(site => site.Key).Append(application.Key);

    // A way down the page runs between two zones.
    private static List<Zone> ZonesOf(DeclaredStack stack)
    {
        var zones = stack.Subnets.GroupBy(subnet => subnet.Zone)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => ZoneOf(stack, zone))
            .ToList();
        return zones.Count > 1 ? zones : throw new InvalidUsageException(
            $"stack {stack.StackName} must have subnets in two Availability Zones or more to be drawn, got {zones.Count}");
    }

    // A drawing has the load balancer in the public subnets and the servers in the private ones.
    private static void RequirePlace(
        DeclaredStack stack, string kind, INamed owner, IReadOnlyList<string> subnetIds, bool isPublic)
    {
        if (stack.Subnets.FirstOrDefault(subnet => subnetIds.Contains(subnet.Node.Id) && subnet.InternetRoute is not null != isPublic)
            is { } elsewhere)
        {
            throw new InvalidUsageException(
                $"{kind} {owner.Name} must stand in {(isPublic ? "public" : "private")} subnets to be drawn, and {elsewhere.Name} is none");
        }
    }

    private static SiteName? SiteNameOf(OneOf one, DeclaredLoadBalancer loadBalancer)
    {
        var names = loadBalancer.Aliases.DistinctBy(alias => alias.Domain).ToList();
        return one.AtMostOne("domain name", names) is { } alias
            ? new(alias.Domain, [.. loadBalancer.Aliases.Select(record => record.RecordType).Distinct()])
            : null;
    }

    private static Zone ZoneOf(DeclaredStack stack, IGrouping<string, DeclaredSubnet> zone)
    {
        var one = new OneOf($"zone {zone.Key}", "a drawing");
        return new(
            zone.Key,
            one.Only("public subnet", [.. zone.Where(subnet => subnet.InternetRoute is not null)]),
            one.Only("private subnet", [.. zone.Where(subnet => subnet.InternetRoute is null)]),
            one.AtMostOne("NAT gateway", [.. stack.NatGateways.Where(nat => nat.Zone == zone.Key)]) is not null);
    }

    private static DeclaredTargetGroup TargetGroupOf(OneOf one, DeclaredListener listener, DeclaredGroup group)
    {
        var targetGroup = listener.TargetGroup ?? throw (one with { Owner = $"listener {listener.Name}" }).None("target group");
        return group.TargetGroups.Contains(targetGroup) ? targetGroup : throw new InvalidUsageException(
            $"Auto Scaling group {group.Name} must register its servers with target group {targetGroup.Name}, "
            + $"to which listener {listener.Name} forwards, to be drawn");
    }
}

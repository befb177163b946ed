using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The site stays up, and mends itself.</summary>
internal static class HealingControls
{
    // Without any of these the group stops replacing what is broken.
    private static readonly string[] HealingProcesses =
        ["Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer", "InstanceRefresh", "AlarmNotification"];

    public static ControlArea Area { get; } = new("Healing",
    [
        new("zones-load-balancer", Severity.Medium, "The load balancer stands in two zones or more.")
        {
            Sources = ["FSBP ELB.13"],
            On = Subjects.LoadBalancers,
            Problem = TwoZones("subnets"),
            Mend = "set zones to two or more",
        },
        new("zones-servers", Severity.Medium, "Servers stand in two zones or more.")
        {
            Sources = ["FSBP AutoScaling.2", "prowler autoscaling_group_multiple_az"],
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = TwoZones("vpcZoneIdentifiers"),
            Mend = "set zones to two or more",
        },
        new("zones-match", Severity.High, "The load balancer stands in every zone with servers; it reaches no others.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("has servers, and no load balancer, in", (group, graph) => graph
                .ZonesAmong(group.Texts("vpcZoneIdentifiers"))
                .Except(graph.ZonesAmong([.. graph.OfType(TypeToken.LoadBalancer).SelectMany(balancer => balancer.Texts("subnets"))]))),
            Mend = "give the load balancer a subnet in the zone",
        },
        new("healing-health-check", Severity.Low, "A server that fails the load balancer's check is replaced.")
        {
            Sources = ["FSBP AutoScaling.1", "checkov CKV2_AWS_15", "cdk-nag AS2", "cdk-nag AutoScalingGroupELBHealthCheckRequired"],
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All(Expect.OneOf("healthCheckType", "ELB"), Expect.AtLeast("healthCheckGracePeriod", 1)),
            Mend = "set healthCheckType to ELB, and healthCheckGracePeriod",
        },
        new("healing-boot-time", Severity.High, "A server has its time to boot before a failed check replaces it.")
        {
            // Too short a grace ends every server before it is ready, for ever.
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Number("healthCheckGracePeriod") >= group.Number("defaultInstanceWarmup")
                ? null
                : $"{Expect.Actual(group, "healthCheckGracePeriod")}, and {Expect.Actual(group, "defaultInstanceWarmup")}",
            Mend = "set bootBudget to what a server needs; both follow from it",
        },
        new("healing-processes", Severity.High, "The processes that replace servers run.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("suspends", (group, _) => group.Texts("suspendedProcesses").Intersect(HealingProcesses)),
            Mend = "drop it from suspendedProcesses",
        },
        new("healing-pinned-version", Severity.Medium,
            "The group names its template's version, so a new one rolls out and an old one can come back.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("launchTemplate")),
            Problem = (group, graph) => group.Number("launchTemplate.version") is >= 1 and var version
                && version <= LatestVersion(group, graph)
                ? null
                : Expect.Actual(group, "launchTemplate.version"),
            Mend = "set launchTemplate.version to the template's latestVersion, never $Latest or $Default",
        },
        new("healing-roll-back", Severity.Medium, "A change rolls through the servers, and rolls back when they don't become healthy.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All(
                Expect.OneOf("instanceRefresh.strategy", "Rolling"),
                Expect.True("instanceRefresh.preferences.autoRollback")),
            Mend = "set instanceRefresh with autoRollback",
        },
        new("healing-roll-in-turn", Severity.Medium, "A roll never takes all servers at once, where there are two or more.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("instanceRefresh")),
            Problem = (group, _) => TakenAtOnce(group) is { } servers
                ? string.Create(CultureInfo.InvariantCulture, $"takes all {servers} servers at once")
                : null,
            Mend = "set instanceRefresh.preferences.checkpointPercentages to 33, 66 and 100",
        },
        new("healing-roll-on", Severity.Medium, "A roll goes on as soon as a new server is healthy.")
        {
            // Unset, AWS waits for an hour at each checkpoint.
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("instanceRefresh.preferences.checkpointPercentages")),
            Problem = Expect.OneOf("instanceRefresh.preferences.checkpointDelay", "0"),
            Mend = "set instanceRefresh.preferences.checkpointDelay to 0",
        },
        new("healing-deployment-beside-scaling", Severity.Medium,
            "A deployment does not fail because scaling adds or removes a server meanwhile.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.OneOf("waitForCapacityTimeout", "0"),
            Mend = "set waitForCapacityTimeout to 0, and wait for servers by 'infra roll'",
        },
        new("healing-network-first", Severity.Medium, "No server starts before its subnets have their routes and rules.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("does not wait for", (group, graph) => Connections(group, graph)
                .Where(node => !group.Dependencies.Contains(node.Urn))
                .Select(node => node.Name)),
            Mend = "make the group depend on the network",
        },
        new("healing-alarm", Severity.High, "An alarm is raised when no server is healthy.")
        {
            Requirements = ["R6"],
            On = Subjects.TargetGroups,
            Problem = (targets, graph) => graph.OfType(TypeToken.MetricAlarm)
                .Where(alarm => alarm.Text("metricName") == "HealthyHostCount" && alarm.Text("treatMissingData") == "breaching")
                .Any(alarm => alarm.Text("dimensions.TargetGroup") == targets.Output("arnSuffix"))
                    ? null
                    : "has no alarm on HealthyHostCount that takes silence as a failure",
            Mend = "add the alarm, with treatMissingData breaching",
        },
    ]);

    private static double LatestVersion(ResourceNode group, ResourceGraph graph) =>
        graph.TemplateOf(group)?.FindOutput("latestVersion") switch
        {
            int latest => latest,
            double latest => latest,
            _ => double.MaxValue,
        };

    private static Expectation TwoZones(string path) =>
        (node, graph) => graph.ZonesAmong(node.Texts(path)).Take(2).Count() == 2
            ? null
            : $"stands in {graph.ZonesAmong(node.Texts(path)).FirstOrDefault("no zone")} only";

    private static IEnumerable<ResourceNode> Connections(ResourceNode group, ResourceGraph graph)
    {
        var subnets = group.Texts("vpcZoneIdentifiers").ToHashSet(StringComparer.Ordinal);
        return graph.OfType(TypeToken.RouteTableAssociation).Concat(graph.OfType(TypeToken.NetworkAclAssociation))
            .Where(association => subnets.Contains(association.Text("subnetId")!));
    }

    // A size, from two on, at which the percentage keeps no server, and the first checkpoint asks for every one.
    private static int? TakenAtOnce(ResourceNode group)
    {
        const string Refresh = "instanceRefresh.preferences";
        var kept = group.Number($"{Refresh}.minHealthyPercentage") ?? group.Number("instanceMaintenancePolicy.minHealthyPercentage");
        var first = group.Number($"{Refresh}.checkpointPercentages.0") ?? 100;
        var fewest = Math.Max(2, (int)(group.Number("minSize") ?? 0));
        var most = (int)(group.Number("maxSize") ?? 0);
        for (var servers = fewest; kept == 0 && servers <= most; servers++)
        {
            if (Math.Ceiling(servers * first / 100) >= servers)
                return servers;
        }

        return null;
    }
}

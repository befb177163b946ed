using Infra.Cli.Plan.Graph;
using Infra.Servers;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads Auto Scaling groups and their policies.</summary>
internal static class GroupReader
{
    private const string Tracking = "targetTrackingConfiguration";

    public static IReadOnlyList<DeclaredGroup> Read(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.AutoScalingGroup).Select(group => Read(graph, group))];

    private static DeclaredGroup Read(ResourceGraph graph, ResourceNode group)
    {
        var policies = graph.OfType(TypeToken.ScalingPolicy)
            .Where(policy => policy.Text("autoscalingGroupName") == group.Output("name"))
            .ToLookup(policy => policy.Has(Tracking));
        // AWS leaves a new server alone for 0 s, and waits for none to warm up, unless the group says otherwise:
        // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html.
        var warmup = TimeSpan.FromSeconds(group.Number("defaultInstanceWarmup") ?? 0);
        var minSize = (int)group.NeedNumber("minSize");
        return new()
        {
            Name = group.Name,
            LaunchTemplate = graph.ByIdOrArn(TypeToken.LaunchTemplate, group.Text("launchTemplate.id")) is { } template
                ? DeclaredLaunchTemplate.Of(graph, template)
                : null,
            TargetGroups =
            [
                .. group.Texts("targetGroupArns")
                    .Select(arn => graph.ByIdOrArn(TypeToken.TargetGroup, arn))
                    .OfType<ResourceNode>()
                    .Select(DeclaredTargetGroup.Of),
            ],
            MinSize = minSize,
            MaxSize = (int)group.NeedNumber("maxSize"),
            DesiredCapacity = (int)(group.Number("desiredCapacity") ?? minSize),
            SubnetIds = group.Texts("vpcZoneIdentifiers"),
            Zones =
            [
                .. group.Texts("vpcZoneIdentifiers")
                    .Select(subnet => graph.ByIdOrArn(TypeToken.Subnet, subnet)?.Need("availabilityZone") ?? subnet)
                    .Distinct(),
            ],
            FollowsLoadBalancerHealth = group.Text("healthCheckType") == "ELB",
            HealthCheckGracePeriod = TimeSpan.FromSeconds(group.Number("healthCheckGracePeriod") ?? 0),
            InstanceWarmup = warmup,
            Maintenance = PercentagesAt(group, "instanceMaintenancePolicy"),
            Refresh = group.Has("instanceRefresh")
                ? new(
                    PercentagesAt(group, "instanceRefresh.preferences"),
                    group.Number("instanceRefresh.preferences.instanceWarmup") is { } seconds ? TimeSpan.FromSeconds(seconds) : warmup)
                {
                    Checkpoints =
                    [
                        .. group.Items("instanceRefresh.preferences.checkpointPercentages")
                            .OfType<double>()
                            .Select(percent => (int)percent),
                    ],
                    Alarms = AlarmsOf(graph, group),
                }
                : null,
            // What Pulumi leaves alone only a promotion changes.
            Rollout = group.Options.IgnoreChanges.Contains("launchTemplate") ? Rollout.Promote : Rollout.Up,
            SuspendedProcesses = group.Texts("suspendedProcesses"),
            Tracking = [.. policies[true].Select(TrackingOf)],
            OtherPolicies = [.. policies[false].Select(policy => policy.Name)],
        };
    }

    private static IReadOnlyList<DeclaredAlarm> AlarmsOf(ResourceGraph graph, ResourceNode group)
    {
        var names = group.Texts("instanceRefresh.preferences.alarmSpecification.alarms");
        return
        [
            .. graph.OfType(TypeToken.MetricAlarm)
                .Where(alarm => names.Contains(alarm.Output("name")))
                .Select(alarm => new DeclaredAlarm(alarm.Output("name")!, alarm.Text("metricName"), alarm.Number("threshold") ?? 0)),
        ];
    }

    private static DeclaredPercentages? PercentagesAt(ResourceNode group, string path) =>
        group.Number($"{path}.minHealthyPercentage") is { } minimum && group.Number($"{path}.maxHealthyPercentage") is { } maximum
            ? new((int)minimum, (int)maximum)
            : null;

    private static DeclaredTracking TrackingOf(ResourceNode policy)
    {
        var name = policy.Text($"{Tracking}.predefinedMetricSpecification.predefinedMetricType") ?? policy.Name;
        var metric = name switch
        {
            "ASGAverageCPUUtilization" => TrackedMetric.AverageCpu,
            "ALBRequestCountPerTarget" => TrackedMetric.RequestsPerTarget,
            _ => TrackedMetric.Other,
        };
        return new(metric, policy.NeedNumber($"{Tracking}.targetValue"), !policy.IsTrue($"{Tracking}.disableScaleIn"))
        {
            OtherMetric = metric == TrackedMetric.Other ? name : null,
        };
    }
}

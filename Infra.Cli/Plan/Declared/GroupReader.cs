using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads the Auto Scaling group and its policies.</summary>
internal static class GroupReader
{
    public static DeclaredGroup Read(ResourceGraph graph, ResourceNode group)
    {
        // AWS leaves a new server alone for 0 s, and waits for none to warm up, unless the group says otherwise:
        // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html.
        var warmup = TimeSpan.FromSeconds(group.Number("defaultInstanceWarmup") ?? 0);
        var minSize = (int)group.NeedNumber("minSize");
        return new()
        {
            MinSize = minSize,
            MaxSize = (int)group.NeedNumber("maxSize"),
            DesiredCapacity = (int)(group.Number("desiredCapacity") ?? minSize),
            Zones = [.. group.Texts("vpcZoneIdentifiers").Select(subnet => graph.ByIdOrArn(subnet)?.Need("availabilityZone") ?? subnet).Distinct()],
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
                        .. group.Items("instanceRefresh.preferences.checkpointPercentages").OfType<double>().Select(percent => (int)percent),
                    ],
                }
                : null,
            SuspendedProcesses = group.Texts("suspendedProcesses"),
            Tracking =
            [
                .. graph.OfType(TypeToken.ScalingPolicy)
                    .Where(policy => policy.Text("autoscalingGroupName") == group.Output("name"))
                    .Select(TrackingOf),
            ],
        };
    }

    private static DeclaredPercentages? PercentagesAt(ResourceNode group, string path) =>
        group.Number($"{path}.minHealthyPercentage") is { } minimum && group.Number($"{path}.maxHealthyPercentage") is { } maximum
            ? new((int)minimum, (int)maximum)
            : null;

    private static DeclaredTracking TrackingOf(ResourceNode policy)
    {
        const string Tracking = "targetTrackingConfiguration";
        var metric = policy.Text($"{Tracking}.predefinedMetricSpecification.predefinedMetricType") switch
        {
            "ASGAverageCPUUtilization" => TrackedMetric.AverageCpu,
            "ALBRequestCountPerTarget" => TrackedMetric.RequestsPerTarget,
            _ => throw new InvalidUsageException($"{policy} must track the average CPU or the requests per target to be rehearsed"),
        };
        return new(metric, policy.NeedNumber($"{Tracking}.targetValue"), !policy.IsTrue($"{Tracking}.disableScaleIn"));
    }
}

using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The group of servers.</summary>
internal static class AutoScalingControls
{
    private const double HalfAYear = 180 * 24 * 60 * 60;

    private static readonly string[] Events =
    [
        "autoscaling:EC2_INSTANCE_LAUNCH",
        "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
        "autoscaling:EC2_INSTANCE_TERMINATE",
        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
    ];

    // What the alarms on the ceiling and the dashboard look at.
    private static readonly string[] Metrics =
    [
        "GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize", "GroupMinSize", "GroupPendingInstances",
        "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances",
    ];

    public static ControlArea Area { get; } = new("Auto Scaling",
    [
        new("group-launch-template", Severity.Medium, "Servers come from a launch template, not from a launch configuration.")
        {
            Sources = ["FSBP AutoScaling.9", "checkov CKV_AWS_315"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All(
                Expect.Unset("launchConfiguration"),
                (group, _) => group.Has("launchTemplate") || group.Has("mixedInstancesPolicy.launchTemplate")
                    ? null
                    : Expect.Actual(group, "launchTemplate")),
            Mend = "set launchTemplate",
        },
        new("group-several-types", Severity.Medium, "The group can launch another instance type where one is sold out.")
        {
            Sources = ["FSBP AutoScaling.6", "prowler autoscaling_group_multiple_instance_types"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Items("mixedInstancesPolicy.launchTemplate.overrides").Length >= 2
                ? null
                : "launches one instance type only",
            Mend = "set mixedInstancesPolicy with two overrides, without weights",
        },
        new("group-cooldown", Severity.Low, "Scaling pauses between two steps.")
        {
            Sources = ["cdk-nag AS1"],
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All((group, _) => group.Number("defaultCooldown") is 0
                ? "defaultCooldown is 0"
                : null, Expect.AtLeast("defaultInstanceWarmup", 1)),
            Mend = "set defaultInstanceWarmup to what a server needs to boot",
        },
        new("group-notifications", Severity.Low, "Somebody is told of every launch and termination, and of those that fail.")
        {
            Sources = ["cdk-nag AS3"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("tells nobody of", (group, graph) => Events.Except(graph
                .OfType(TypeToken.GroupNotification)
                .Where(notification => notification.Has("topicArn") && notification.Texts("groupNames").Contains(group.Id))
                .SelectMany(notification => notification.Texts("notifications")))),
            Mend = "add a Notification with all four events",
        },
        new("group-metrics", Severity.Low, "The group reports how many servers it has, also of those that leave or stand by.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("does not report", (group, _) => Metrics.Except(group.Texts("enabledMetrics"))),
            Mend = "list the metric in enabledMetrics",
        },
        new("group-oldest-leaves", Severity.Low, "Of the servers that can leave, those of an older version leave first.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Texts("terminationPolicies") is ["OldestLaunchTemplate", "Default"]
                ? null
                : "terminationPolicies are not OldestLaunchTemplate, then Default",
            Mend = "set terminationPolicies to OldestLaunchTemplate and Default",
        },
        new("group-rolls-for-subnets", Severity.Medium, "Servers move when the group gets other subnets.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Texts("instanceRefresh.triggers").Contains("vpc_zone_identifier")
                ? null
                : "has no trigger vpc_zone_identifier",
            Mend = "list vpc_zone_identifier in instanceRefresh.triggers",
        },
        new("group-instance-lifetime", Severity.Low, "No server lives longer than half a year.")
        {
            Sources = ["CIS Compute 2.5"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Number("maxInstanceLifetime") is > 0 and <= HalfAYear
                ? null
                : Expect.Actual(group, "maxInstanceLifetime"),
            Mend = "set maxInstanceLifetime to 15552000 seconds or less",
        },
        new("group-capacity-rebalance", Severity.Low, "A Spot server about to be taken away is replaced before it goes.")
        {
            Sources = ["prowler autoscaling_group_capacity_rebalance_enabled"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.True("capacityRebalance"),
            Mend = "set capacityRebalance",
        },
        new("group-scales", Severity.Medium, "Load adds a server and its end removes it again.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.Companion(TypeToken.ScalingPolicy, "autoscalingGroupName", Expect.All(
                Expect.OneOf("policyType", "TargetTrackingScaling"),
                Expect.NotTrue("targetTrackingConfiguration.disableScaleIn"))),
            Mend = "add a target tracking Policy that may scale in",
        },
        new("group-keeps-extra-servers", Severity.Medium, "A deployment leaves the number of servers to scaling.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Has("desiredCapacity") && !group.Options.IgnoreChanges.Contains("desiredCapacity")
                ? Expect.Actual(group, "desiredCapacity")
                : null,
            Mend = "leave desiredCapacity unset, or every deployment takes away what load has added",
        },
    ]);
}

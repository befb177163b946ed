using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Never more than three servers in service or starting. Auto Scaling has several ways past a group's maximum.</summary>
internal static class CeilingControls
{
    private const double Ceiling = 3;
    private const string Refresh = "instanceRefresh.preferences";

    public static ControlArea Area { get; } = new("Ceiling",
    [
        new("ceiling-maximum", Severity.Critical, "The group's maximum is three servers or fewer.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.AtMost("maxSize", Ceiling),
            Mend = "set maxServers to 3 or less",
        },
        new("ceiling-wanted", Severity.Critical, "No more than three servers are wanted.")
        {
            // Scaling decides how many, so only a state has a number.
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.FindOutput("desiredCapacity") is double wanted && wanted > Ceiling
                ? string.Create(CultureInfo.InvariantCulture, $"wants {wanted} servers")
                : null,
            Mend = "set the desired capacity to 3 or less by hand; a deployment leaves it to scaling",
        },
        new("ceiling-replacement", Severity.High, "A replacement starts no earlier than the server that it replaces leaves.")
        {
            // Without a policy, or with more than 100 percent, the new one comes first and the group is one too many for minutes.
            // https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.OneOf("instanceMaintenancePolicy.maxHealthyPercentage", "100"),
            Mend = "set instanceMaintenancePolicy.maxHealthyPercentage to 100",
        },
        new("ceiling-replacement-feasible", Severity.High, "One server can leave before its replacement starts, however few there are.")
        {
            // Where both percentages can't be met, AWS launches first. The fewest servers are the strictest case.
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All(Feasible("instanceMaintenancePolicy.minHealthyPercentage"), Feasible($"{Refresh}.minHealthyPercentage")),
            Mend = "lower minHealthyPercentage until one server can leave: 0 for one server, 50 for two, 66 for three",
        },
        new("ceiling-roll", Severity.High, "Rolling out a change replaces servers, and adds none.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("instanceRefresh")),
            // Not set, it is the maintenance policy's.
            Problem = (group, _) => group.Number($"{Refresh}.maxHealthyPercentage") is null or 100
                ? null
                : Expect.Actual(group, $"{Refresh}.maxHealthyPercentage"),
            Mend = "set instanceRefresh.preferences.maxHealthyPercentage to 100",
        },
        new("ceiling-zone-rebalance", Severity.High, "Balancing the zones does not add a server.")
        {
            // It launches first, one beyond the maximum: https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html.
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Texts("suspendedProcesses").Contains("AZRebalance") ? null : "does not suspend AZRebalance",
            Mend = "list AZRebalance in suspendedProcesses; launches still go to the emptiest zone",
        },
        new("ceiling-no-surplus", Severity.High, "Nothing else starts servers: no warm pool, no weights, no Spot replacements.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.All(Expect.Unset("warmPool"), Expect.NotTrue("capacityRebalance"), Weights),
            Mend = "drop warmPool, capacityRebalance and weightedCapacity",
        },
        new("ceiling-not-raised", Severity.High, "No schedule and no forecast raises the maximum.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("is raised by", (group, graph) =>
                Expect.Companions(group, graph, TypeToken.ScalingSchedule, "autoscalingGroupName")
                    .Where(schedule => schedule.Number("maxSize") > Ceiling)
                    .Concat(Expect.Companions(group, graph, TypeToken.ScalingPolicy, "autoscalingGroupName").Where(MayExceed))
                    .Select(raiser => raiser.Name)),
            Mend = "keep schedules at maxSize 3, and maxCapacityBreachBehavior at HonorMaxCapacity",
        },
        new("ceiling-alarm", Severity.High, "An alarm is raised when there are more than three servers all the same.")
        {
            Requirements = ["R8"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, graph) => graph.OfType(TypeToken.MetricAlarm).Any(alarm => WatchesTotal(alarm, group))
                ? null
                : "has no alarm on GroupTotalInstances above 3",
            Mend = "add an alarm on GroupTotalInstances above 3",
        },
    ]);

    private static Expectation Feasible(string path) => (group, _) =>
        group.Number("minSize") is { } servers && servers * (group.Number(path) ?? 0) / 100 > servers - 1
            ? string.Create(CultureInfo.InvariantCulture, $"{Expect.Actual(group, path)}, which none of {servers} servers can leave")
            : null;

    private static string? Weights(ResourceNode group, ResourceGraph graph) =>
        group.Paths("mixedInstancesPolicy.launchTemplate.overrides").Any(path => group.Has($"{path}.weightedCapacity"))
            ? "weighs instance types"
            : null;

    private static bool MayExceed(ResourceNode policy) =>
        policy.Text("predictiveScalingConfiguration.maxCapacityBreachBehavior") == "IncreaseMaxCapacity";

    private static bool WatchesTotal(ResourceNode alarm, ResourceNode group) =>
        alarm.Text("comparisonOperator") == "GreaterThanThreshold"
        && alarm.Number("threshold") <= Ceiling
        && alarm.Paths("metricQueries").Any(query =>
            alarm.Text($"{query}.metric.metricName") == "GroupTotalInstances"
            && alarm.Text($"{query}.metric.dimensions.AutoScalingGroupName") == group.Id);
}

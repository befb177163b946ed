using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Load adds servers: scaling looks at the right metric of the right group, and its numbers make sense.</summary>
internal static class LoadControls
{
    private const string Tracking = "targetTrackingConfiguration";
    private const string Cpu = "ASGAverageCPUUtilization";
    private const string Requests = "ALBRequestCountPerTarget";

    // The settings' own limits.
    private const double LongestBoot = 20 * 60;
    private const double LongestInterval = 5 * 60;
    private const double MostCpu = 90;

    private static readonly Subjects Policies = Subjects.OfType(TypeToken.ScalingPolicy, "scaling policy");

    public static ControlArea Area { get; } = new("Load",
    [
        new("load-processor", Severity.High, "A busy processor adds a server.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, graph) => Expect.Companions(group, graph, TypeToken.ScalingPolicy, "autoscalingGroupName")
                .Any(policy => MetricOf(policy) == Cpu)
                    ? null
                    : "has no scaling policy that follows the processor",
            Mend = $"add a target tracking Policy on {Cpu}",
        },
        new("load-own-group", Severity.High, "Every scaling policy, schedule and notification is of this stack's group.")
        {
            Requirements = ["R7"],
            On = new("scaling policy, schedule or notification", graph => graph.OfType(TypeToken.ScalingPolicy)
                .Concat(graph.OfType(TypeToken.ScalingSchedule)).Concat(graph.OfType(TypeToken.GroupNotification))),
            Problem = Expect.None("is about", (node, graph) =>
                (node.Type == TypeToken.GroupNotification ? node.Texts("groupNames") : [node.Text("autoscalingGroupName") ?? "no group"])
                .Where(name => graph.ByIdOrArn(TypeToken.AutoScalingGroup, name) is null)),
            Mend = "set autoscalingGroupName, or groupNames, to the group's name",
        },
        new("load-metric", Severity.High,
            "Scaling follows the processor, or the requests of this stack's load balancer to its target group.")
        {
            Requirements = ["R7"],
            On = Policies.Where("target tracking policy", policy => policy.Has(Tracking)),
            Problem = Metric,
            Mend = "set predefinedMetricType, and for requests the resourceLabel LOAD-BALANCER-SUFFIX/TARGET-GROUP-SUFFIX",
        },
        new("load-target", Severity.Medium, "The target can be exceeded, and leaves room for the minutes until a server is there.")
        {
            Requirements = ["R7"],
            On = Policies.Where("target tracking policy", policy => policy.Has(Tracking)),
            Problem = (policy, _) => (MetricOf(policy), policy.Number($"{Tracking}.targetValue")) switch
            {
                (Cpu, >= 1 and <= MostCpu) or (Requests, >= 1) => null,
                _ => Expect.Actual(policy, $"{Tracking}.targetValue"),
            },
            Mend = "set cpuTarget to 90 or less, and requestsPerServer to 1 or more",
        },
        new("load-policies-work", Severity.High, "No scaling policy is switched off.")
        {
            Requirements = ["R7"],
            On = Policies,
            Problem = (policy, _) => policy.Text("enabled") == "false" ? Expect.Actual(policy, "enabled") : null,
            Mend = "leave enabled on",
        },
        new("load-may-leave", Severity.Medium, "A server that load has added may leave again.")
        {
            Requirements = ["R7"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.NotTrue("protectFromScaleIn"),
            Mend = "leave protectFromScaleIn off",
        },
        new("load-range", Severity.High, "The group has at least one server, and may have no fewer than it must.")
        {
            Requirements = ["R6", "R7"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Number("minSize") is not >= 1
                ? Expect.Actual(group, "minSize")
                : group.Number("minSize") > group.Number("maxSize")
                    ? $"{Expect.Actual(group, "minSize")}, and {Expect.Actual(group, "maxSize")}"
                    : null,
            Mend = "set minServers and maxServers",
        },
        new("load-starts-soon", Severity.Medium, "A server's time to boot has an end, after which it counts.")
        {
            Requirements = ["R6", "R7"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, graph) => group.Number("defaultInstanceWarmup") > LongestBoot
                ? Expect.Actual(group, "defaultInstanceWarmup")
                : group.Number("healthCheckGracePeriod") > LongestBoot + ToHealthy(graph)
                    ? Expect.Actual(group, "healthCheckGracePeriod")
                    : null,
            Mend = "set bootBudget to 20 minutes or less",
        },
        new("load-health-numbers", Severity.High, "Servers are asked at least every five minutes, and one lost answer ends none.")
        {
            Requirements = ["R5", "R6"],
            On = Subjects.TargetGroups,
            Problem = HealthNumbers,
            Mend = "set healthCheckInterval, healthCheckTimeout, healthyThreshold and unhealthyThreshold",
        },
    ]);

    private static string? MetricOf(ResourceNode policy) => policy.Text($"{Tracking}.predefinedMetricSpecification.predefinedMetricType");

    private static string? Metric(ResourceNode policy, ResourceGraph graph)
    {
        var label = policy.Text($"{Tracking}.predefinedMetricSpecification.resourceLabel");
        return MetricOf(policy) switch
        {
            Cpu => label is null ? null : $"follows the processor of {label}",
            Requests => Labels(policy, graph).Contains(label) ? null : $"follows requests of {label ?? "nothing"}",
            var other => $"follows {other ?? "no predefined metric"}",
        };
    }

    private static IEnumerable<string?> Labels(ResourceNode policy, ResourceGraph graph) =>
        from targets in graph.OfType(TypeToken.TargetGroup)
        where graph.GroupsBehind(targets).Any(servers => servers.Id == policy.Text("autoscalingGroupName"))
        from balancer in graph.BalancersBefore(targets)
        select $"{balancer.Output("arnSuffix")}/{targets.Output("arnSuffix")}";

    // From a server's first right answer until the load balancer believes it.
    private static double ToHealthy(ResourceGraph graph) => graph.OfType(TypeToken.TargetGroup)
        .Select(targets => DeclaredTargetGroup.Of(targets).HealthCheck)
        .Select(check => check.Interval.TotalSeconds * check.HealthyThreshold)
        .DefaultIfEmpty()
        .Max();

    private static string? HealthNumbers(ResourceNode targets, ResourceGraph graph)
    {
        var check = DeclaredTargetGroup.Of(targets).HealthCheck;
        if (!check.IsEnabled)
            return "checks no server";
        if (check.UnhealthyThreshold is < 2 or > 10)
            return Expect.Actual(targets, "healthCheck.unhealthyThreshold");
        if (check.HealthyThreshold is < 2 or > 10)
            return Expect.Actual(targets, "healthCheck.healthyThreshold");
        if (check.Timeout.TotalSeconds < 2)
            return Expect.Actual(targets, "healthCheck.timeout");

        return check.Interval.TotalSeconds is >= 5 and <= LongestInterval
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"asks every {check.Interval.TotalSeconds} s");
    }
}

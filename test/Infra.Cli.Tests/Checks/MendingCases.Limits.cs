using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>What lies just on a limit.</summary>
internal static partial class MendingCases
{
    private const string AclRule = "net-acls-public-out-servers-https";
    private const string Refresh = "instanceRefresh.preferences";

    private static IEnumerable<ControlCase> Limits => [.. LimitsOfTheGroup, .. LimitsOfLoad, .. LimitsOfOthers];

    private static IEnumerable<ControlCase> LimitsOfTheGroup =>
    [
        At("ceiling-maximum", Group, "maxSize", 3),
        new("ceiling-wanted", "three", stack => stack.With(Group, group =>
            group with { Outputs = group.Outputs.SetItem("desiredCapacity", 3d) })),
        new("ceiling-not-raised", "a schedule of three", stack => stack.Add(
            "aws:autoscaling/schedule:Schedule", ("autoscalingGroupName", stack.Named(Group).Id!), ("maxSize", 3d))),
        new("ceiling-not-raised", "a forecast that keeps the maximum", stack => stack.Set(
            "fleet-scaling-requests", "predictiveScalingConfiguration", Map(("maxCapacityBreachBehavior", "HonorMaxCapacity")))),
        new("ceiling-not-raised", "a schedule of another group", stack => stack.Add(
            "aws:autoscaling/schedule:Schedule", ("autoscalingGroupName", "other"), ("maxSize", 4d))),
        new("ceiling-replacement-feasible", "66 of three", stack => stack
            .Set(Group, "minSize", 3d).Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 66d)
            .Set(Group, $"{Refresh}.minHealthyPercentage", 66d)),
        At("ceiling-replacement-feasible", Group, "instanceMaintenancePolicy.minHealthyPercentage", 50),
        At("ceiling-roll", Group, $"{Refresh}.maxHealthyPercentage", null),
        At("ceiling-roll", Group, $"{Refresh}.maxHealthyPercentage", 100),
        At("group-instance-lifetime", Group, "maxInstanceLifetime", 15552000),
        At("group-cooldown", Group, "defaultInstanceWarmup", 1),
        At("group-cooldown", Group, "defaultCooldown", 1),
        At("healing-health-check", Group, "healthCheckGracePeriod", 1),
        At("healing-pinned-version", Group, "launchTemplate.version", 1),
        new("healing-boot-time", "just as long", stack =>
            stack.Set(Group, "healthCheckGracePeriod", stack.Named(Group).Number("defaultInstanceWarmup"))),
        new("alarms-roll", "one server, one alarm", stack => stack.Set(Group, "minSize", 1d).Set(
            Group, $"{Refresh}.alarmSpecification.alarms", List(stack.Named("watch-server-errors").Output("name")!))),
    ];

    private static IEnumerable<ControlCase> LimitsOfLoad =>
    [
        At("load-target", "fleet-scaling-cpu", "targetTrackingConfiguration.targetValue", 1),
        At("load-target", "fleet-scaling-cpu", "targetTrackingConfiguration.targetValue", 90),
        At("load-target", "fleet-scaling-requests", "targetTrackingConfiguration.targetValue", 1),
        At("load-range", Group, "minSize", 1),
        At("load-range", Group, "minSize", 3),
        At("load-starts-soon", Group, "defaultInstanceWarmup", 1200),
        new("load-starts-soon", "the longest grace", stack => stack.Set(
            Group, "healthCheckGracePeriod", 1200 + (stack.Named(Targets).Number("healthCheck.interval")!
                * stack.Named(Targets).Number("healthCheck.healthyThreshold")!))),
        At("load-health-numbers", Targets, "healthCheck.unhealthyThreshold", 2),
        At("load-health-numbers", Targets, "healthCheck.unhealthyThreshold", 10),
        At("load-health-numbers", Targets, "healthCheck.healthyThreshold", 2),
        At("load-health-numbers", Targets, "healthCheck.healthyThreshold", 10),
        At("load-health-numbers", Targets, "healthCheck.timeout", 2),
        At("load-health-numbers", Targets, "healthCheck.interval", 5),
        At("load-health-numbers", Targets, "healthCheck.interval", 300),
    ];

    private static IEnumerable<ControlCase> LimitsOfOthers =>
    [
        At("sound-acl-rules", AclRule, "ruleNumber", 1),
        At("sound-acl-rules", AclRule, "ruleNumber", 32766),
        .. from ports in new[] { (1, 1), (1023, 1023), (1024, 1024), (1024, 65535) }
           select new ControlCase("sound-acl-rules", $"ports {ports.Item1} to {ports.Item2}", stack => stack
               .Set(AclRule, "fromPort", (double)ports.Item1).Set(AclRule, "toPort", (double)ports.Item2)),
        new("way-subnet-addresses", "all of the VPC's", stack => stack
            .Without(node => node.Type == TypeToken.Subnet && node.Name != "net-public-a")
            .Set("net-public-a", "cidrBlock", stack.Named("net-vpc").Text("cidrBlock"))),
        new("key-described", "by six letters", stack => stack.Set("alerts-key", "description", "Alerts")),
        At("key-deletion-window", "alerts-key", "deletionWindowInDays", null),
        At("key-deletion-window", "alerts-key", "deletionWindowInDays", 30),
        At("target-drains-fast", Targets, "deregistrationDelay", 120),
        At("health-check-timeout", Targets, "healthCheck.timeout", 9),
        At("log-retention", "net-flow-logs-group", "retentionInDays", 365),
        At("bucket-lifecycle", "logs-storage-lifecycle", "rules.0.abortIncompleteMultipartUpload.daysAfterInitiation", 7),
        At("bucket-lifecycle", "logs-storage-lifecycle", "rules.0.noncurrentVersionExpiration.noncurrentDays", 30),
        At("certificate-strong-key", "cert-self-signed-key", "rsaBits", 2048) with
        {
            Stack = async () => (await RecordedStacks.Dev()).Set("cert-self-signed-key", "algorithm", "RSA"),
        },
    ];

    private static ControlCase At(string control, string resource, string path, double? value) =>
        new(control, $"{resource} {path} {(value is null ? "not set" : value)}", stack => stack.Set(resource, path, value));
}

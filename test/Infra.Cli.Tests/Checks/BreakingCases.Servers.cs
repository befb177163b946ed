using System.Text;
using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string Template = "fleet-launch-template";
    private const string Group = "fleet-group";

    private static ControlCase[] LaunchTemplate =>
    [
        new("server-imdsv2", "optional", stack => stack.Set(Template, "metadataOptions.httpTokens", "optional")),
        new("server-imdsv2", "not set", stack => stack.Set(Template, "metadataOptions.httpTokens", null)),
        new("server-metadata-hop-limit", "2", stack => stack.Set(Template, "metadataOptions.httpPutResponseHopLimit", 2d)),
        new("server-no-public-address", "given", stack => stack.Set(Template, "networkInterfaces.0.associatePublicIpAddress", "true")),
        new("server-no-public-address", "left to the subnet", stack =>
            stack.Set(Template, "networkInterfaces.0.associatePublicIpAddress", null)),
        new("server-single-interface", "two", stack => stack.Set(Template, "networkInterfaces", List(
            stack.Named(Template).Find("networkInterfaces.0")!, Map(("deviceIndex", 1d))))),
        new("server-disks-encrypted", "open", stack => stack.Set(Template, "blockDeviceMappings.0.ebs.encrypted", "false")),
        new("server-disks-encrypted", "none named", stack => stack.Set(Template, "blockDeviceMappings.0", null)),
        new("server-disks-deleted", "kept", stack => stack.Set(Template, "blockDeviceMappings.0.ebs.deleteOnTermination", "false")),
        new("server-ebs-optimized", "off", stack => stack.Set(Template, "ebsOptimized", "false")),
        new("server-no-secrets", "an access key", stack => stack.Appended("aws configure set k AKIAIOSFODNN7EXAMPLE")),
        new("server-no-secrets", "a password", stack => stack.Appended("export DB_PASSWORD='correct-horse'")),
        new("server-no-secrets", "a private key", stack => stack.Appended("-----BEGIN RSA PRIVATE KEY-----")),
        new("server-no-secrets", "a secret setting", stack => stack.Appended("echo ops@example.net").WithSecrets("ops@example.net")),
        new("server-detailed-monitoring", "off", stack => stack.Set(Template, "monitoring.enabled", false)),
        new("server-role", "none", stack => stack.Set(Template, "iamInstanceProfile", null))
            { Also = ["server-session-manager", "delivery-used"] },
        new("server-no-ssh-key", "one", stack => stack.Set(Template, "keyName", "admin")),
        new("server-session-manager", "an action short", stack =>
            stack.Replace("fleet-identity-policy", "policy", "\"ssmmessages:OpenDataChannel\"", "\"ssmmessages:None\"")),
        new("server-disk-kind", "magnetic", stack => stack.Set(Template, "blockDeviceMappings.0.ebs.volumeType", "standard")),
        new("server-interface", "a second one", stack => stack.Set(Template, "networkInterfaces.0.deviceIndex", 1d)),
        new("server-interface", "kept", stack => stack.Set(Template, "networkInterfaces.0.deleteOnTermination", "false")),
        new("server-image", "none", stack => stack.Set(Template, "imageId", null)),
        new("server-credits", "held to the baseline", stack => stack.Set(Template, "creditSpecification.cpuCredits", "standard")),
        new("server-default-version", "the first", stack => stack.Set(Template, "updateDefaultVersion", false)),
        new("server-hvm", "an old type", stack => stack.Set(Template, "instanceType", "m1.small")),
    ];

    private static ControlCase[] AutoScaling =>
    [
        new("group-launch-template", "a launch configuration", stack => stack.Set(Group, "launchConfiguration", "old")),
        new("group-cooldown", "0", stack => stack.Set(Group, "defaultCooldown", 0d)),
        new("group-cooldown", "no warm-up", stack => stack.Set(Group, "defaultInstanceWarmup", 0d)),
        new("group-notifications", "none", stack => stack.Without("watch-group-events")),
        new("group-notifications", "an event short", stack => stack.Set("watch-group-events", "notifications.3", null)),
        new("group-metrics", "none", stack => stack.Set(Group, "enabledMetrics", null)),
        new("group-metrics", "of the dashboard", stack => stack.Set(Group, "enabledMetrics.0", null)),
        new("group-oldest-leaves", "the newest does", stack => stack.Set(Group, "terminationPolicies", List("NewestInstance"))),
        new("group-rolls-for-subnets", "no trigger", stack => stack.Set(Group, "instanceRefresh.triggers", List("tag"))),
        new("group-scales", "no policy", stack => stack.Without(node => node.Type == "aws:autoscaling/policy:Policy"))
            { Also = ["load-processor"] },
        new("group-scales", "in steps", stack => stack.Set("fleet-scaling-cpu", "policyType", "StepScaling")),
        new("group-scales", "never back", stack => stack.Set("fleet-scaling-cpu", "targetTrackingConfiguration.disableScaleIn", true)),
        new("group-keeps-extra-servers", "a fixed number", stack => stack.Set(Group, "desiredCapacity", 2d)),
    ];

    private static ControlCase[] Ceiling =>
    [
        new("ceiling-maximum", "4", stack => stack.Set(Group, "maxSize", 4d)),
        new("ceiling-wanted", "4", stack => stack.With(Group, group =>
            group with { Outputs = group.Outputs.SetItem("desiredCapacity", 4d) })),
        new("ceiling-maximum", "not set", stack => stack.Set(Group, "maxSize", null)),
        new("ceiling-replacement", "110", stack => stack.Set(Group, "instanceMaintenancePolicy.maxHealthyPercentage", 110d)),
        new("ceiling-replacement", "AWS's default", stack => stack.Set(Group, "instanceMaintenancePolicy", null)),
        new("ceiling-replacement-feasible", "51 of two", stack => stack.Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 51d)),
        new("ceiling-replacement-feasible", "in a roll", stack =>
            stack.Set(Group, "instanceRefresh.preferences.minHealthyPercentage", 90d)),
        new("ceiling-replacement-feasible", "50 of one", stack => stack.Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 50d))
            { Stack = RecordedStacks.Dev },
        new("ceiling-roll", "150", stack => stack.Set(Group, "instanceRefresh.preferences.maxHealthyPercentage", 150d)),
        new("ceiling-zone-rebalance", "runs", stack => stack.Set(Group, "suspendedProcesses", null)),
        new("ceiling-no-surplus", "a warm pool", stack => stack.Set(Group, "warmPool", Map(("poolState", "Running")))),
        new("ceiling-no-surplus", "capacity rebalancing", stack => stack.Set(Group, "capacityRebalance", true)),
        new("ceiling-no-surplus", "weights", stack => stack.Set(Group, "mixedInstancesPolicy", Map(
            ("launchTemplate", Map(("overrides", List(Map(("instanceType", "t4g.large"), ("weightedCapacity", "2"))))))))),
        new("ceiling-not-raised", "by a schedule", stack => stack.Add(
            "aws:autoscaling/schedule:Schedule", ("autoscalingGroupName", stack.Named(Group).Id!), ("maxSize", 6d))),
        new("ceiling-not-raised", "by a forecast", stack => stack.Set(
            "fleet-scaling-requests", "predictiveScalingConfiguration", Map(("maxCapacityBreachBehavior", "IncreaseMaxCapacity")))),
        new("ceiling-alarm", "none", stack => stack.Without("watch-more-than-three-servers")),
        new("ceiling-alarm", "above four", stack => stack.Set("watch-more-than-three-servers", "threshold", 4d)),
        new("ceiling-alarm", "of another group", stack =>
            stack.Set("watch-more-than-three-servers", "metricQueries.1.metric.dimensions.AutoScalingGroupName", "other")),
    ];

    private static ControlCase[] Healing =>
    [
        new("zones-load-balancer", "one", stack =>
            stack.Set("web-alb", "subnets", List(stack.Named("net-public-a").Id!))) { Also = ["zones-match", "acl-servers-narrow"] },
        new("zones-servers", "one", stack => stack.Set(Group, "vpcZoneIdentifiers", List(stack.Named("net-private-a").Id!)))
            { Also = ["sound-zones"] },
        new("zones-match", "one short", stack => stack.Set("web-alb", "subnets.2", null))
            { Also = ["acl-servers-narrow"] },
        new("healing-health-check", "EC2's", stack => stack.Set(Group, "healthCheckType", "EC2")),
        new("healing-boot-time", "too short", stack => stack.Set(Group, "healthCheckGracePeriod", 149d)),
        new("healing-processes", "no replacing", stack => stack.Set(Group, "suspendedProcesses", List("AZRebalance", "ReplaceUnhealthy"))),
        new("healing-pinned-version", "$Latest", stack => stack.Set(Group, "launchTemplate.version", "$Latest")),
        new("healing-pinned-version", "$Default", stack => stack.Set(Group, "launchTemplate.version", "$Default")),
        new("healing-roll-back", "off", stack => stack.Set(Group, "instanceRefresh.preferences.autoRollback", false)),
        new("healing-roll-back", "no roll", stack => stack.Set(Group, "instanceRefresh", null)) { Also = ["group-rolls-for-subnets"] },
        new("healing-roll-on", "an hour at each checkpoint", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointDelay", null)),
        new("healing-roll-in-turn", "no checkpoints", stack => stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", null))
            { Stack = RecordedStacks.Dev },
        new("healing-roll-in-turn", "one for both of two", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(51d, 100d))) { Stack = RecordedStacks.Dev },
        new("healing-deployment-beside-scaling", "waits", stack => stack.Set(Group, "waitForCapacityTimeout", "10m")),
        new("healing-deployment-beside-scaling", "waits by default", stack => stack.Set(Group, "waitForCapacityTimeout", null)),
        new("healing-network-first", "a route later", stack => stack.With(Group, node => node with
        {
            Dependencies = node.Dependencies.Remove(stack.Named("net-private-a-association").Urn),
        })),
        new("healing-alarm", "silence is fine", stack => stack.Set("watch-no-healthy-server", "treatMissingData", "notBreaching")),
        new("healing-alarm", "none", stack => stack.Without("watch-no-healthy-server")),
    ];

    private static ControlCase[] Application =>
    [
        new("web-application", "another version", stack => stack.Rewritten("application_version='", "application_version='x"))
            { Stack = RecordedStacks.Application },
        new("web-application", "another folder", stack => stack.Rewritten("application_hash='", "application_hash='0"))
            { Stack = RecordedStacks.Application },
        new("web-application", "not started", stack => stack.Rewritten("systemctl start --no-block application", "true"))
            { Stack = RecordedStacks.Application },
        new("web-application", "another port", stack => stack.Rewritten("server 127.0.0.1:8080;", "server 127.0.0.1:8081;"))
            { Stack = RecordedStacks.Application },
        new("grant-server-logs", "another log group", stack => stack.Rewritten("\"log_group_name\": \"", "\"log_group_name\": \"x"))
            { Stack = RecordedStacks.Application },
        new("grant-server-logs", "a role that may not make streams", stack =>
            stack.Replace("fleet-identity-policy", "policy", "logs:CreateLogStream", "logs:DescribeLogStreams"))
            { Stack = RecordedStacks.Application },
        new("grant-server-logs", "an endpoint that lets none through", stack =>
            stack.Replace("endpoints-logs", "policy", "logs:PutLogEvents", "logs:GetLogEvents"))
            { Stack = RecordedStacks.Application },
        new("web-health", "not of the application", stack => stack.Rewritten("return 418;", "return 200;"))
            { Stack = RecordedStacks.Application },
        new("exit-endpoint-own", "a secret for everybody", stack =>
            stack.Replace("endpoints-secretsmanager", "policy", "\"StringEquals\"", "\"StringNotEquals\""))
            { Stack = RecordedStacks.Application },
    ];

    private static ResourceGraph Appended(this ResourceGraph stack, string line)
    {
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(stack.Named(Template).Text("userData")!));
        return stack.Set(Template, "userData", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{script}\n{line}\n")));
    }
}

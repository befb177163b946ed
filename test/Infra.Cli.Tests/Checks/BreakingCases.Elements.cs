using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Each element of a control's lists, and what lies just beyond each of its limits.</summary>
internal static partial class BreakingCases
{
    private static readonly string[] NoMore = [];

    private static IEnumerable<ControlCase> Elements =>
    [
        .. SpentCertificates, .. EventsOfTheGroup, .. MetricsOfTheGroup, .. SuspendedHealing, .. SensitivePorts, .. Escalations,
        .. AdministrationOfKeys, .. AdministrationOfTopics, .. FlowLogWriting, .. FirewallGroups, .. RoutesOfServers, .. Limits,
        .. Patterns, .. ContextsOfSecrets,
    ];

    private static IEnumerable<ControlCase> Escalations =>
        from action in new[]
        {
            "iam:AttachRolePolicy", "iam:AddUserToGroup", "iam:CreateAccessKey", "iam:PutUserPolicy", "iam:UpdateAssumeRolePolicy",
            "iam:SetDefaultPolicyVersion", "sts:AssumeRole",
        }
        select new ControlCase("policy-no-escalation", action, stack => stack.Replace(ServerPolicy, "policy", ReadSite, $"\"{action}\""));

    private static IEnumerable<ControlCase> AdministrationOfKeys =>
        from action in new[]
        {
            "CancelKeyDeletion", "DescribeKey", "DisableKey", "DisableKeyRotation", "EnableKey", "EnableKeyRotation", "GetKeyPolicy",
            "GetKeyRotationStatus", "ListKeyPolicies", "ListResourceTags", "PutKeyPolicy", "ScheduleKeyDeletion", "TagResource",
            "UntagResource", "UpdateKeyDescription",
        }
        select new ControlCase("grant-administration", $"a key without {action}", stack => stack.Replace(
            "alerts-key", "policy", $"\"kms:{action}\"", "\"kms:ListGrants\""));

    private static IEnumerable<ControlCase> AdministrationOfTopics =>
        from action in new[]
        {
            "DeleteTopic", "GetTopicAttributes", "ListSubscriptionsByTopic", "Publish", "SetTopicAttributes", "Subscribe",
        }
        select new ControlCase("grant-administration", $"a topic without {action}", stack => stack.Replace(
            "alerts-policy", "policy", $"\"sns:{action}\"", "\"sns:RemovePermission\""))
        {
            Also = action == "Publish" ? ["topic-tls-only"] : NoMore,
        };

    private static IEnumerable<ControlCase> FlowLogWriting =>
        from action in new[] { "CreateLogStream", "DescribeLogStreams", "PutLogEvents", "DescribeLogGroups" }
        select new ControlCase("grant-flow-logs", action, stack => stack.Replace(
            "net-flow-logs-policy", "policy", $"\"logs:{action}\"", "\"logs:GetLogEvents\""));

    private static IEnumerable<ControlCase> FirewallGroups =>
        from rule in new[] { 0, 2, 3 }
        select new ControlCase("waf-managed-groups", $"another than rule {rule}", stack => stack.Set(
            "waf-acl", $"rules.{rule}.statement.managedRuleGroupStatement.name", "AWSManagedRulesLinuxRuleSet"))
        {
            Also = rule == 2 ? ["waf-known-bad-inputs"] : NoMore,
        };

    private static IEnumerable<ControlCase> SpentCertificates =>
        from status in new[] { "EXPIRED", "FAILED", "INACTIVE", "REVOKED", "VALIDATION_TIMED_OUT" }
        select new ControlCase("certificate-in-force", status, stack => stack.With("cert-issued", certificate =>
            certificate with { Outputs = certificate.Outputs.SetItem("status", status) }));

    private static IEnumerable<ControlCase> EventsOfTheGroup =>
        from happening in new[] { "LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR" }
        select new ControlCase("group-notifications", happening, stack => stack.Set("watch-group-events", "notifications", List(
            [.. stack.Named("watch-group-events").Texts("notifications").Except([$"autoscaling:EC2_INSTANCE_{happening}"])])));

    private static IEnumerable<ControlCase> MetricsOfTheGroup =>
        from metric in new[]
        {
            "GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize", "GroupMinSize", "GroupPendingInstances",
            "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances",
        }
        select new ControlCase("group-metrics", metric, stack => stack.Set(Group, "enabledMetrics", List(
            [.. stack.Named(Group).Texts("enabledMetrics").Except([metric])])));

    private static IEnumerable<ControlCase> SuspendedHealing =>
        from process in new[]
        {
            "Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer", "InstanceRefresh", "AlarmNotification",
        }
        select new ControlCase("healing-processes", process, stack => stack.Set(
            Group, "suspendedProcesses", List([.. stack.Named(Group).Texts("suspendedProcesses"), process])));

    private static IEnumerable<ControlCase> SensitivePorts =>
        from port in new[]
        {
            20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200,
            9300,
        }
        from protocol in new[] { "tcp", "udp" }
        select new ControlCase("group-sensitive-ports", $"{protocol} {port}", stack => stack
            .Set(PublicRule, "ipProtocol", protocol).Set(PublicRule, "fromPort", (double)port).Set(PublicRule, "toPort", (double)port))
        {
            Also = ["group-internet-ports", "way-admits-visitors", "way-acl-in", .. protocol == "udp" ? ["sound-group-rules"] : NoMore],
        };

    private static IEnumerable<ControlCase> RoutesOfServers =>
        from destination in new[]
        {
            "destinationCidrBlock 0.0.0.0/0", "destinationCidrBlock 128.0.0.0/1", "destinationIpv6CidrBlock ::/0",
            "destinationIpv6CidrBlock 2000::/3", "destinationPrefixListId pl-0123456789abcdef0",
        }
        let words = destination.Split(' ')
        select new ControlCase("subnet-servers-private", $"a route to {words[1]}", stack => stack.Add(
            "aws:ec2/route:Route",
            ("routeTableId", stack.Named("net-private-a-routes").Id!),
            (words[0], words[1]),
            ("gatewayId", stack.Named("net-public-internet").Id!)));

    private static IEnumerable<ControlCase> Limits =>
    [
        new("log-retention", "a day short of a year", stack => stack.Set("net-flow-logs-group", "retentionInDays", 364d)),
        new("target-drains-fast", "a second too long", stack => stack.Set("web-servers", "deregistrationDelay", 121d)),
        new("bucket-lifecycle", "uploads kept for a day too long", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.abortIncompleteMultipartUpload.daysAfterInitiation", 8d)),
        new("delivery-waf", "a log of another name", stack => stack.Set(
            "waf-logging", "logDestinationConfigs", List(stack.Named("net-flow-logs-group").Output("arn")!))),
        new("way-subnet-addresses", "no block", stack => stack.Set("net-public-b", "cidrBlock", "10.0.0.0"))
            { Also = ["acl-both-ports", "hop-acl"] },
        new("healing-roll-in-turn", "by the maintenance policy", stack => stack
            .Set(Group, "instanceRefresh.preferences.minHealthyPercentage", null)
            .Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 0d)
            .Set(Group, "instanceRefresh.preferences.checkpointPercentages", null)),
        new("ceiling-not-raised", "by a schedule, to four", stack => stack.Add(
            "aws:autoscaling/schedule:Schedule", ("autoscalingGroupName", stack.Named(Group).Id!), ("maxSize", 4d))),
        new("web-outlives-load-balancer", "at the same moment", stack => stack.Set("web-alb", "idleTimeout", 75d)),
        new("web-outlives-load-balancer", "at the same moment by default", stack =>
            stack.Rewritten("keepalive_timeout 75s;", "").Set("web-alb", "idleTimeout", 75d)),
        new("grant-alarms", "the key for callers of any account", stack => stack.Replace(
            "alerts-key", "policy", "\"StringEquals\":{\"kms:CallerAccount\":\"123456789012\"},", "")),
        new("grant-alarms", "the key for any role", stack => stack.Replace(
            "alerts-key", "policy", ",\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::123456789012:role/aws-service-role/"
            + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling\"}", "")),
        new("grant-alarms", "the key for anybody's alarms", stack => stack.Replace(
            "alerts-key", "policy", ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}", "")),
        new("load-starts-soon", "a second too late", stack => stack.Set(Group, "defaultInstanceWarmup", 1201d))
            { Also = ["healing-boot-time"] },
        new("load-target", "just too high", stack => stack.Set("fleet-scaling-cpu", $"{Tracking}.targetValue", 91d)),
        new("load-target", "just too low", stack => stack.Set("fleet-scaling-requests", $"{Tracking}.targetValue", 0.9)),
        new("load-health-numbers", "eleven to be unhealthy", stack => stack.Set(Targets, "healthCheck.unhealthyThreshold", 11d)),
        new("load-health-numbers", "one to be healthy", stack => stack.Set(Targets, "healthCheck.healthyThreshold", 1d)),
        new("load-health-numbers", "eleven to be healthy", stack => stack.Set(Targets, "healthCheck.healthyThreshold", 11d)),
        new("load-health-numbers", "a second to answer", stack => stack.Set(Targets, "healthCheck.timeout", 1d)),
        new("load-health-numbers", "every four seconds", stack => stack.Set(Targets, "healthCheck.interval", 4d))
            { Also = ["health-check-timeout"] },
        new("key-described", "by five letters", stack => stack.Set("alerts-key", "description", "Alert")),
    ];
}

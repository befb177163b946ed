using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>What one of several expectations of a control notices alone, where no case elsewhere is of it.</summary>
internal static partial class BreakingCases
{
    private static IReadOnlyList<ControlCase> Parts =>
    [
        new("vpc-default-group-closed", "a rule out of it", stack =>
            stack.Set("net-default-group", "egress", List(Map(("protocol", "-1"))))),
        new("endpoint-ssm", "messages alone are missing", stack => stack.Without("endpoints-ssmmessages")),
        new("group-standalone-rules", "inline, outwards", stack =>
            stack.Set("access-server", "egress", List(Map(("protocol", "tcp"))))),
        new("hop-instances", "another algorithm", stack => stack.Set(Targets, "loadBalancingAlgorithmType", "random")),
        new("hop-instances", "new ones slowly", stack => stack.Set(Targets, "slowStart", 30d)),
        new("sound-on-internet", "of another kind", stack => stack.Set("web-alb", "loadBalancerType", "network"))
            { Also = ["alb-cross-zone"] },
        new("sound-on-internet", "without IPv4", stack =>
            stack.Set("web-alb", "ipAddressType", "dualstack-without-public-ipv4"))
            { Also = ["way-names"] },
        new("sound-group-rules", "UDP", stack => stack.Set("access-server-to-s3", "ipProtocol", "udp"))
            { Also = ["exit-open"] },
        new("sound-endpoint", "another kind", stack => stack.Set("endpoints-ssmmessages", "vpcEndpointType", "GatewayLoadBalancer"))
            { Also = ["endpoint-ssm"] },
        new("alb-http-redirect", "two actions", stack => stack.Set(
            "web-http", "defaultActions", List(stack.Named("web-http").Find("defaultActions.0")!, Map(("type", "forward"))))),
        new("alb-http-redirect", "on another port", stack => stack.Set("web-http", "port", 8080d))
            { Also = ["way-listeners"] },
        new("alb-redirect-keeps-address", "no path", stack => stack.Set("web-http", $"{Redirect}.path", "/")),
        new("alb-connection-logs", "switched off", stack => stack.Set("web-alb", "connectionLogs.enabled", false)),
        new("alb-connection-logs", "to no bucket", stack => stack.Set("web-alb", "connectionLogs.bucket", null)),
        new("alb-health-check-logs", "switched off", stack => stack.Set("web-alb", "healthCheckLogs.enabled", false)),
        new("alb-health-check-logs", "to no bucket", stack => stack.Set("web-alb", "healthCheckLogs.bucket", null)),
        new("health-check-same-protocol", "plain HTTP", stack => stack.Set("web-servers", "healthCheck.protocol", "HTTP"))
            { Also = ["health-check-encrypted"] },
        new("waf-rules", "none", stack => stack.Set("waf-acl", "rules", List()))
            { Also = ["waf-known-bad-inputs", "waf-managed-groups"] },
        new("waf-rules-complete", "no priority", stack => stack.Set("waf-acl", "rules.3.priority", null)),
        new("waf-rules-complete", "two of a name", stack =>
            stack.Set("waf-acl", "rules.3.name", stack.Named("waf-acl").Text("rules.2.name"))),
        new("waf-rules-complete", "two of a group", stack => stack.Set(
            "waf-acl", "rules.3.statement.managedRuleGroupStatement.name",
            stack.Named("waf-acl").Text("rules.2.statement.managedRuleGroupStatement.name")))
            { Also = ["waf-managed-groups"] },
        new("waf-no-samples", "of the whole", stack => stack.Set("waf-acl", "visibilityConfig.sampledRequestsEnabled", true)),
        new("certificate-self-signed", "nobody's", stack => stack.Set("cert-self-signed-cert", "subject", null))
            { Stack = RecordedStacks.Dev },
        new("server-imdsv2", "no metadata", stack => stack.Set(Template, "metadataOptions.httpEndpoint", "disabled")),
        new("server-image", "no type", stack => stack.Set(Template, "instanceType", null)),
        new("group-launch-template", "none", stack => stack.Set(Group, "launchTemplate", null))
            { Also = ["hop-template", "hop-security-groups", "hop-into-servers"] },
        new("healing-health-check", "at once", stack => stack.Set(Group, "healthCheckGracePeriod", 0d))
            { Also = ["healing-boot-time"] },
        new("healing-roll-back", "another strategy", stack => stack.Set(Group, "instanceRefresh.strategy", "ReplaceRootVolume")),
        new("bucket-private", "public access lists", stack =>
            stack.Set("site-storage-public-access-block", "blockPublicAcls", false)),
        new("bucket-private", "a public policy", stack =>
            stack.Set("site-storage-public-access-block", "blockPublicPolicy", false)),
        new("bucket-private", "public access lists that count", stack =>
            stack.Set("site-storage-public-access-block", "ignorePublicAcls", false)),
        new("bucket-encrypted", "by no algorithm", stack =>
            stack.Set("site-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "none")),
        new("bucket-no-acls", "not said", stack => stack.Without("site-storage-ownership")),
        new("bucket-versioned", "not said", stack => stack.Without("site-storage-versioning")),
        new("bucket-lifecycle", "not said", stack => stack.Without("logs-storage-lifecycle")),
        new("bucket-lifecycle", "versions gone too soon", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.noncurrentVersionExpiration.noncurrentDays", 29d)),
        new("bucket-log-delivery", "no encryption", stack => stack.Without("logs-storage-encryption"))
            { Also = ["bucket-encrypted"] },
        new("bucket-access-logs", "to no bucket", stack => stack.Set("site-storage-logging", "targetBucket", null)),
        new("bucket-keeps-site", "not said", stack => stack.Without("site-storage-lifecycle"))
            { Also = ["bucket-lifecycle"] },
        new("alarms-subscription", "to another's topic", stack =>
            stack.Set("alerts-email", "topic", "arn:aws:sns:eu-west-1:111122223333:others")),
        new("settings-target-group", "a shorter wait", stack => stack.Set("web-servers", "healthCheck.timeout", 2d)),
        new("settings-target-group", "sooner healthy", stack => stack.Set("web-servers", "healthCheck.healthyThreshold", 7d)),
        new("settings-target-group", "later sick", stack => stack.Set("web-servers", "healthCheck.unhealthyThreshold", 3d)),
        new("settings-group-size", "two at most", stack => stack.Set(Group, "maxSize", 2d)),
        new("settings-group-times", "a longer grace", stack => stack.Set(Group, "healthCheckGracePeriod", 3000d))
            { Also = ["load-starts-soon"] },
        new("settings-group-times", "a longer warm-up", stack => stack.Set(Group, "defaultInstanceWarmup", 3000d))
            { Also = ["load-starts-soon", "healing-boot-time"] },
        new("settings-group-times", "a longer warm-up of a roll", stack =>
            stack.Set(Group, "instanceRefresh.preferences.instanceWarmup", 3000d)),
        new("settings-group-replacement", "most in a repair", stack =>
            stack.Set(Group, "instanceMaintenancePolicy.maxHealthyPercentage", 149d))
            { Also = ["ceiling-replacement"] },
        new("settings-group-replacement", "fewest in a roll", stack =>
            stack.Set(Group, "instanceRefresh.preferences.minHealthyPercentage", 99d))
            { Also = ["ceiling-replacement-feasible"] },
        new("settings-group-replacement", "most in a roll", stack =>
            stack.Set(Group, "instanceRefresh.preferences.maxHealthyPercentage", 149d))
            { Also = ["ceiling-roll"] },
        new("settings-server", "another image", stack => stack.Set(Template, "imageId", "ami-0fedcba9876543210"))
            { Stack = () => Graphs.Of("prod", "imageId=ami-0123456789abcdef0") },
        new("settings-vpc", "no IPv6", stack => stack.Set("net-vpc", "assignGeneratedIpv6CidrBlock", null)),
    ];
}

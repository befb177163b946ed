using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private static ControlCase[] Settings =>
    [
        new("settings-target-group", "checked less often", stack => stack.Set("web-servers", "healthCheck.interval", 11d)),
        new("settings-target-group", "another path", stack => stack.Set("web-servers", "healthCheck.path", "/")),
        new("settings-target-group", "drained for longer", stack => stack.Set("web-servers", "deregistrationDelay", 100d)),
        new("settings-group-size", "one at least", stack => stack.Set(Group, "minSize", 1d)) { Also = ["ceiling-replacement-feasible"] },
        new("settings-group-times", "a shorter boot", stack => stack
            .Set(Group, "healthCheckGracePeriod", 60d)
            .Set(Group, "defaultInstanceWarmup", 60d)),
        new("settings-group-replacement", "percentages of three", stack =>
            stack.Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 33d)),
        new("settings-group-replacement", "checkpoints of two", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(50d, 100d))),
        new("settings-scaling", "another CPU target", stack =>
            stack.Set("fleet-scaling-cpu", "targetTrackingConfiguration.targetValue", 90d)),
        new("settings-scaling", "no policy for requests", stack => stack.Without("fleet-scaling-requests")),
        new("settings-scaling", "two for CPU", stack => stack.Twice("fleet-scaling-cpu")),
        new("settings-server", "another type", stack => stack.Set(Template, "instanceType", "t4g.micro")),
        new("settings-server", "another disk", stack => stack.Set(Template, "blockDeviceMappings.0.ebs.volumeSize", 4d)),
        new("settings-tls", "another policy", stack => stack.Set("web-https", "sslPolicy", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09")),
        new("settings-ipv6", "IPv4 alone", stack => stack.Set("web-alb", "ipAddressType", "ipv4")),
        new("settings-vpc", "other addresses", stack => stack.Set("net-vpc", "cidrBlock", "10.9.0.0/16")),
        new("settings-firewall", "another limit", stack =>
            stack.Set("waf-acl", "rules.1.statement.rateBasedStatement.limit", 100000d)),
        new("settings-protection", "may be deleted", stack => stack.Set("web-alb", "enableDeletionProtection", false))
            { Also = ["alb-deletion-protection"] },
        new("settings-protection", "servers may", stack => stack.Set(Group, "forceDelete", true)),
        new("settings-log-retention", "a day more", stack => stack.Set("net-flow-logs-group", "retentionInDays", 366d)),
        new("settings-log-retention", "logs of requests go", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.expiration.days", 30d)),
        new("settings-zones", "no servers in one", stack => stack.Set(Group, "vpcZoneIdentifiers.2", null)),
        new("settings-promises", "slower than promised", stack => stack.WithOutput("secondsToAddServer", 1d)),
    ];

    private static ControlCase[] Inputs =>
    [
        new("inputs-not-empty", "a text", stack => stack.Set("net-vpc", "instanceTenancy", "")),
        new("inputs-not-empty", "a list", stack => stack.Set("net-vpc", "more", List())),
        new("inputs-not-empty", "within a list", stack => stack.Set("web-alb", "subnets.0", "")) { Also = ["zones-match"] },
        new("inputs-not-empty", "a block", stack => stack.Set("web-servers", "stickiness", Map())),
    ];
}

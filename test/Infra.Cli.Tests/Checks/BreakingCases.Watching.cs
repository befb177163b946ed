using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string Tracking = "targetTrackingConfiguration";
    private const string Metric = $"{Tracking}.predefinedMetricSpecification";
    private const string ContentPolicy = "routingHttpResponseContentSecurityPolicyHeaderValue";

    private static ControlCase[] Watching => [.. Load, .. Delivery, .. HeaderValues];

    private static ControlCase[] Load =>
    [
        new("load-processor", "requests only", stack => stack.Without("fleet-scaling-cpu")),
        new("load-own-group", "another's", stack => stack.Set("fleet-scaling-requests", "autoscalingGroupName", "other"))
            { Also = ["load-metric"] },
        new("load-own-group", "events of another", stack => stack.Set("watch-group-events", "groupNames", List("other")))
            { Also = ["group-notifications"] },
        new("load-metric", "the network", stack => stack.Set(
            "fleet-scaling-requests", $"{Metric}.predefinedMetricType", "ASGAverageNetworkIn")) { Also = ["load-target"] },
        new("load-metric", "another load balancer", stack =>
            stack.Set("fleet-scaling-requests", $"{Metric}.resourceLabel", "app/a/b/targetgroup/c/d")),
        new("load-target", "never", stack => stack.Set("fleet-scaling-cpu", $"{Tracking}.targetValue", 100d)),
        new("load-target", "always", stack => stack.Set("fleet-scaling-requests", $"{Tracking}.targetValue", 0d)),
        new("load-policies-work", "one rests", stack => stack.Set("fleet-scaling-cpu", "enabled", false)),
        new("load-may-leave", "protected", stack => stack.Set(Group, "protectFromScaleIn", true)),
        new("load-range", "none", stack => stack.Set(Group, "minSize", 0d)) { Also = ["ceiling-replacement-feasible"] },
        new("load-range", "turned around", stack => stack.Set(Group, "maxSize", 1d)),
        new("load-starts-soon", "a day", stack => stack.Set(Group, "healthCheckGracePeriod", 86400d)),
        new("load-health-numbers", "one lost answer", stack => stack.Set(Targets, "healthCheck.unhealthyThreshold", 1d)),
        new("load-health-numbers", "never", stack => stack.Set(Targets, "healthCheck.enabled", false)),
        new("load-health-numbers", "rarely", stack => stack.Set(Targets, "healthCheck.interval", 301d)),
    ];

    private static ControlCase[] Delivery =>
    [
        new("delivery-waf", "before another", stack => stack.Set("waf-association", "resourceArn", "arn:a")) { Also = ["alb-waf"] },
        new("delivery-waf", "another log", stack => stack.Set("waf-logging", "logDestinationConfigs", List("arn:a"))),
        new("delivery-used", "a policy", stack => stack.Twice("fleet-identity-policy")),
        new("delivery-attached", "another's role", stack => stack.Set("net-flow-logs-attachment", "role", "other")),
    ];

    private static ControlCase[] HeaderValues =>
    [
        new("alb-security-headers", "HSTS of one minute", stack =>
            stack.Set("web-https", "routingHttpResponseStrictTransportSecurityHeaderValue", "max-age=60")),
        new("alb-content-policy", "frames of anyone", stack =>
            stack.Set("web-https", "routingHttpResponseXFrameOptionsHeaderValue", "ALLOWALL")),
        new("alb-content-policy", "scripts in the page", stack =>
            stack.Set("web-https", ContentPolicy, stack.Named("web-https").Text(ContentPolicy) + "; script-src 'unsafe-inline'")),
        new("alb-content-policy", "content of anyone", stack =>
            stack.Replace("web-https", ContentPolicy, "default-src 'self'", "default-src *")),
        new("alb-content-policy", "no content policy", stack => stack.Set("web-https", ContentPolicy, null)),
    ];
}

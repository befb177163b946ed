using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string Health = "watch-no-healthy-server";
    private const string Ceilings = "watch-more-than-three-servers";
    private const string Tracking = "targetTrackingConfiguration";
    private const string Metric = $"{Tracking}.predefinedMetricSpecification";
    private const string ContentPolicy = "routingHttpResponseContentSecurityPolicyHeaderValue";

    private static ControlCase[] Watching => [.. Load, .. Alarms, .. Delivery, .. HeaderValues];

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
        new("load-range", "none", stack => stack.Set(Group, "minSize", 0d)) { Also = ["ceiling-replacement-feasible"] },
        new("load-range", "turned around", stack => stack.Set(Group, "maxSize", 1d)),
        new("load-starts-soon", "a day", stack => stack.Set(Group, "healthCheckGracePeriod", 86400d)),
        new("load-health-numbers", "one lost answer", stack => stack.Set(Targets, "healthCheck.unhealthyThreshold", 1d)),
        new("load-health-numbers", "never", stack => stack.Set(Targets, "healthCheck.enabled", false)),
        new("load-health-numbers", "rarely", stack => stack.Set(Targets, "healthCheck.interval", 301d)),
        new("load-new-first", "by chance", stack => stack.Set(Group, "terminationPolicies", List("Default"))),
    ];

    private static ControlCase[] Alarms =>
    [
        new("watch-all", "slowness", stack => stack.Without("watch-slow-responses")) { Also = ["watch-dashboard"] },
        new("watch-metric", "none of AWS's", stack => stack.Set("watch-slow-responses", "namespace", "AWS/ELB")),
        new("watch-metric", "of another load balancer", stack => stack.Set("watch-slow-responses", "dimensions.LoadBalancer", "app/a/b")),
        new("watch-metric", "by less", stack => stack.Set("watch-slow-responses", "dimensions.TargetGroup", null)),
        new("watch-metric", "in an expression", stack => stack.Set(
            "watch-at-ceiling-and-loaded", "metricQueries.2.metric.metricName", "CPU")),
        new("watch-threshold", "the other side", stack => stack.Set("watch-server-errors", "comparisonOperator", "LessThanThreshold")),
        new("watch-threshold", "too late", stack => stack.Set("watch-server-errors", "threshold", 1000d)),
        new("watch-threshold", "never", stack => stack.Set(Health, "threshold", 0d)),
        new("watch-threshold", "always", stack => stack.Set(Health, "comparisonOperator", "LessThanOrEqualToThreshold")),
        new("watch-statistic", "the average", stack => stack.Set("watch-server-errors", "statistic", "Average")),
        new("watch-statistic", "the median", stack => stack.Set("watch-slow-responses", "extendedStatistic", "p50")),
        new("watch-time", "hours", stack => stack.Set("watch-server-errors", "period", 3600d)),
        new("watch-time", "never", stack => stack.Set("watch-server-errors", "datapointsToAlarm", 2d)),
        new("watch-silence", "an error", stack => stack.Set("watch-server-errors", "treatMissingData", "breaching")),
        new("watch-expression", "unused", stack => stack.Set(Ceilings, "metricQueries.0.expression", "total")),
        new("watch-expression", "unknown", stack => stack.Set(Ceilings, "metricQueries.0.expression", "total + standby + warm")),
        new("watch-expression", "several", stack => stack.Set(Ceilings, "metricQueries.0.returnData", false)),
        new("watch-topic", "another", stack => stack.Set(Health, "alarmActions", List("arn:a"))),
        new("watch-topic", "of events", stack => stack.Set("watch-group-events", "topicArn", "arn:a")),
        new("watch-end", "never", stack => stack.Set(Health, "okActions", null)),
        new("watch-delivery", "not published", stack =>
            stack.Replace("alerts-policy", "policy", "cloudwatch.amazonaws", "events.amazonaws")),
        new("watch-delivery", "no key", stack => stack.Replace("alerts-key", "policy", "cloudwatch.amazonaws", "events.amazonaws")),
        new("watch-delivery", "no key for Auto Scaling", stack =>
            stack.Replace("alerts-key", "policy", "ServiceRoleForAutoScaling", "Other")),
        new("watch-subscription", "SMS", stack => stack.Set("alerts-email", "protocol", "sms")),
        new("watch-subscription", "no address", stack => stack.Set("alerts-email", "endpoint", "ops")),
        new("watch-roll", "none", stack => stack.Set(Group, "instanceRefresh.preferences.alarmSpecification", null)),
        new("watch-roll", "another's", stack => stack.Set(
            Group, "instanceRefresh.preferences.alarmSpecification.alarms", List("watch-server-errors"))),
        new("watch-dashboard", "another's alarm", stack => stack.Replace("watch-dashboard", "dashboardBody", ":alarm:watch-", ":alarm:w-")),
        new("watch-dashboard", "a metric that is none", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "\"HealthyHostCount\"", "\"Hosts\"")),
        new("watch-dashboard", "no JSON", stack => stack.Set("watch-dashboard", "dashboardBody", "{")),
    ];

    private static ControlCase[] Delivery =>
    [
        new("delivery-load-balancer", "another service", stack => stack.Replace(
            "logs-storage-policy", "policy", "logdelivery.elasticloadbalancing", "delivery.logs")),
        new("delivery-load-balancer", "another folder", stack => stack.Replace("logs-storage-policy", "policy", "/AWSLogs/", "/Logs/")),
        new("delivery-load-balancer", "another bucket", stack => stack.Set("web-alb", "accessLogs.bucket", "other")),
        new("delivery-load-balancer", "denied", stack => stack.Replace("logs-storage-policy", "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:Put*\",\"Resource\":\"*/AWSLogs/*\"},")),
        new("delivery-bucket", "another folder", stack => stack.Set("site-storage-logging", "targetPrefix", "site/")),
        new("delivery-flow-logs", "another group", stack => stack.Set("net-flow-logs-log", "logDestination", "arn:a")),
        new("delivery-flow-logs", "no right", stack =>
            stack.Replace("net-flow-logs-policy", "policy", "logs:PutLogEvents", "logs:GetLogEvents")),
        new("delivery-flow-logs", "no role", stack => stack.Set("net-flow-logs-log", "iamRoleArn", null)) { Also = ["delivery-used"] },
        new("delivery-waf", "before another", stack => stack.Set("waf-association", "resourceArn", "arn:a")) { Also = ["alb-waf"] },
        new("delivery-waf", "another log", stack => stack.Set("waf-logging", "logDestinationConfigs", List("arn:a"))),
        new("delivery-used", "a policy", stack => stack.Twice("fleet-identity-policy")),
        new("delivery-attached", "another's role", stack => stack.Set("net-flow-logs-attachment", "role", "other"))
            { Also = ["delivery-flow-logs"] },
    ];

    private static ControlCase[] HeaderValues =>
    [
        new("alb-security-headers", "HSTS of one minute", stack =>
            stack.Set("web-https", "routingHttpResponseStrictTransportSecurityHeaderValue", "max-age=60")),
        new("alb-security-headers", "frames of anyone", stack =>
            stack.Set("web-https", "routingHttpResponseXFrameOptionsHeaderValue", "ALLOWALL")),
        new("alb-security-headers", "scripts in the page", stack =>
            stack.Set("web-https", ContentPolicy, stack.Named("web-https").Text(ContentPolicy) + "; script-src 'unsafe-inline'")),
        new("alb-security-headers", "content of anyone", stack =>
            stack.Replace("web-https", ContentPolicy, "default-src 'self'", "default-src *")),
        new("alb-security-headers", "no content policy", stack => stack.Set("web-https", ContentPolicy, null)),
    ];
}

using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private static ControlCase[] Settings =>
    [
        new("settings-target-group", "checked less often", stack => stack.Set("web-servers", "healthCheck.interval", 11d)),
        new("settings-target-group", "another path", stack => stack.Set("web-servers", "healthCheck.path", "/")) { Also = ["web-health"] },
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
        new("settings-ipv6", "IPv4 alone", stack => stack.Set("web-alb", "ipAddressType", "ipv4")) { Also = ["way-names"] },
        new("settings-vpc", "other addresses", stack => stack.Set("net-vpc", "cidrBlock", "10.9.0.0/16"))
            { Also = ["way-subnet-addresses"] },
        new("settings-firewall", "another limit", stack =>
            stack.Set("waf-acl", "rules.1.statement.rateBasedStatement.limit", 100000d)),
        new("settings-protection", "may be deleted", stack => stack.Set("web-alb", "enableDeletionProtection", false))
            { Also = ["alb-deletion-protection"] },
        new("settings-protection", "servers may", stack => stack.Set(Group, "forceDelete", true)),
        new("settings-alarm-email", "nobody", stack => stack.Without("alerts-email")),
        new("settings-log-retention", "a day more", stack => stack.Set("net-flow-logs-group", "retentionInDays", 366d)),
        new("settings-log-retention", "logs of requests go", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.expiration.days", 30d)),
        new("settings-zones", "no servers in one", stack => stack.Set(Group, "vpcZoneIdentifiers.2", null)) { Also = ["sound-zones"] },
        new("settings-promises", "slower than promised", stack => stack.WithOutput("secondsToAddServer", 1d)),
    ];

    private static ControlCase[] ByHand =>
    [
        new("by-hand-additions", "a route", stack => stack
            .Add("aws:ec2/route:Route", ("routeTableId", stack.Named("net-private-a-routes").Id!), ("destinationCidrBlock", "10.99.0.0/16"))
            .With("added", route => route with { IsAddedByHand = true, Parent = stack.Named("net-private-a-routes").Urn })),
        WithSecondDisk("by-hand-settings", "a snapshot for a second disk", "snapshotId", "snap-0123456789abcdef0"),
    ];

    private static ControlCase[] Inputs =>
    [
        new("inputs-not-empty", "a text", stack => stack.Set("net-vpc", "instanceTenancy", "")),
        new("inputs-not-empty", "a list", stack => stack.Set("net-vpc", "more", List())),
        new("inputs-not-empty", "within a list", stack => stack.Set("web-alb", "subnets.0", ""))
            { Also = ["zones-match", "acl-servers-narrow"] },
        new("inputs-not-empty", "a block", stack => stack.Set("web-servers", "stickiness", Map())),
    ];

    private static ControlCase[] Alarms =>
    [
        new("alarms-complete", "none for slow responses", stack => stack.Without("watch-slow-responses")),
        new("alarms-complete", "another metric", stack => stack.Set("watch-server-errors", "metricName", "HTTPCode_Target_4XX_Count")),
        new("alarms-complete", "another namespace", stack => stack.Set("watch-server-errors", "namespace", "AWS/NetworkELB")),
        new("alarms-complete", "the average of a sum", stack => stack.Set("watch-server-errors", "statistic", "Average")),
        new("alarms-complete", "another load balancer's", stack =>
            stack.Set("watch-server-errors", "dimensions.LoadBalancer", "app/other/1")),
        new("alarms-complete", "of no target group", stack => stack.Set("watch-server-errors", "dimensions.TargetGroup", null)),
        new("alarms-complete", "the wrong way round", stack =>
            stack.Set("watch-server-errors", "comparisonOperator", "LessThanThreshold")),
        new("alarms-complete", "silence is a failure", stack => stack.Set("watch-server-errors", "treatMissingData", "breaching")),
        new("alarms-complete", "rings an hour later", stack => stack
            .Set("watch-no-healthy-server", "evaluationPeriods", 60d)
            .Set("watch-no-healthy-server", "datapointsToAlarm", 60d)),
        new("alarms-complete", "of ten errors one", stack => stack.Set("watch-server-errors", "threshold", 100d)),
        new("alarms-complete", "points of two lengths", stack =>
            stack.Set("watch-more-than-three-servers", "metricQueries.1.metric.period", 300d)),
        new("alarms-complete", "an expression of others", stack =>
            stack.Set("watch-more-than-three-servers", "metricQueries.0.expression", "total + pending")),
        new("alarms-complete", "data of no expression", stack =>
            stack.Set("watch-more-than-three-servers", "metricQueries.0.returnData", false)),
        new("alarms-heard", "not when it is over", stack => stack.Set("watch-server-errors", "okActions", null)),
        new("alarms-heard", "events by another", stack => stack.Set("watch-group-events", "topicArn", "arn:a")),
        new("alarms-subscription", "SMS", stack => stack.Set("alerts-email", "protocol", "sms")),
        new("alarms-subscription", "no address", stack => stack.Set("alerts-email", "endpoint", "ops")),
        new("alarms-roll", "none", stack => stack.Set(Group, "instanceRefresh.preferences.alarmSpecification", null)),
        new("alarms-roll", "another's", stack => stack.Set(
            Group, "instanceRefresh.preferences.alarmSpecification.alarms", List("watch-server-errors"))),
        new("alarms-roll", "one of the two", stack => stack.Set(Group, "instanceRefresh.preferences.alarmSpecification.alarms", List(
            [.. stack.Named(Group).Items("instanceRefresh.preferences.alarmSpecification.alarms").Take(1)]))),
        new("alarms-heard", "another topic", stack =>
            stack.Set("watch-server-errors", "alarmActions.0", "arn:aws:sns:eu-west-1:123456789012:other")),
    ];

    private static ControlCase[] Grants =>
    [
        new("grant-load-balancer-logs", "another service", stack => stack.Replace(
            "logs-storage-policy", "policy", "logdelivery.elasticloadbalancing.amazonaws.com", "delivery.logs.amazonaws.com")),
        new("grant-load-balancer-logs", "another account's folder", stack => stack.Replace(
            "logs-storage-policy", "policy", "/AWSLogs/123456789012/", "/AWSLogs/210987654321/")),
        new("grant-load-balancer-logs", "refused to all", stack => stack.Replace(
            "logs-storage-policy", "policy", "\"aws:SecureTransport\":\"false\"", "\"aws:SecureTransport\":\"true\""))
            { Also = ["bucket-tls-only"] },
        new("grant-load-balancer-logs", "below a prefix", stack => stack.Set("web-alb", "accessLogs.prefix", "web")),
        new("grant-bucket-logs", "below another prefix", stack => stack.Set("site-storage-logging", "targetPrefix", "logs/")),
        new("grant-flow-logs", "no role", stack => stack.Set("net-flow-logs-log", "iamRoleArn", null))
            { Also = ["delivery-used"] },
        new("grant-flow-logs", "another group", stack => stack.Replace(
            "net-flow-logs-policy", "policy", "log-group:net-flow-logs-group", "log-group:other")),
        new("grant-flow-logs", "another service", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "vpc-flow-logs.amazonaws.com", "ec2.amazonaws.com")),
        new("grant-flow-logs", "nothing attached", stack => stack.Without("net-flow-logs-attachment"))
            { Also = ["delivery-used"] },
        new("grant-server-site", "another object", stack => stack.Replace(ServerPolicy, "policy", "/site.tar", "/other.zip")),
        new("grant-server-site", "versions out of reach", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"s3:GetObject\"")),
        new("grant-server-site", "nobody's role", stack => stack.Replace(
            "fleet-identity-role", "assumeRolePolicy", "ec2.amazonaws.com", "ecs.amazonaws.com"))
            { Also = ["role-trust-account"] },
        new("grant-alarms", "the topic's policy gone", stack => stack.Without("alerts-policy")) { Also = ["topic-tls-only"] },
        new("grant-alarms", "anybody's alarms", stack => stack.Replace(
            "alerts-policy", "policy", "aws:SourceAccount", "aws:SourceOrgID"))
            { Also = ["topic-not-public"] },
        new("grant-alarms", "no use of the key", stack => stack.Replace(
            "alerts-key", "policy", "\"kms:GenerateDataKey*\",\"kms:Decrypt\"", "\"kms:Decrypt\"")),
        new("grant-alarms", "Auto Scaling out", stack => stack.Replace(
            "alerts-key", "policy", "AWSServiceRoleForAutoScaling", "AWSServiceRoleForOther")),
        new("grant-administration", "nobody deletes it", stack => stack.Replace(
            "alerts-key", "policy", "\"kms:ScheduleKeyDeletion\",", "")),
        new("grant-administration", "another account's", stack => stack.Replace(
            "alerts-policy", "policy", "arn:aws:iam::123456789012:root", "arn:aws:iam::210987654321:root"))
            { Also = ["topic-not-public"] },
    ];

    private static ControlCase[] Dashboards =>
    [
        new("dashboard-there", "none", stack => stack.Without("watch-dashboard")),
        new("dashboard-own", "another load balancer", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "app/web-alb", "app/old-alb")),
        new("dashboard-own", "another group", stack => stack.Replace("watch-dashboard", "dashboardBody", "fleet-group", "old-group")),
        new("dashboard-own", "an alarm that is gone", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "alarm:watch-slow-responses", "alarm:watch-slow")),
        new("dashboard-own", "no JSON", stack => stack.Set("watch-dashboard", "dashboardBody", "{")),
        new("dashboard-own", "no metrics", stack => stack.Set("watch-dashboard", "dashboardBody", "{\"widgets\":[]}")),
    ];

    private static ControlCase[] OwnCertificates =>
    [
        new("certificate-of-something", "nothing", stack => stack.Set("cert-self-signed-import", "privateKey", null))
            { Stack = RecordedStacks.Dev },
        new("certificate-key-secret", "as it is", stack => stack.Set("cert-self-signed-import", "privateKey", "-----BEGIN"))
            { Stack = RecordedStacks.Dev },
        new("certificate-key-secret", "signed with", stack => stack.Set("cert-self-signed-cert", "privateKeyPem", "-----BEGIN"))
            { Stack = RecordedStacks.Dev },
        new("certificate-self-signed", "for no name", stack => stack.Set("cert-self-signed-cert", "dnsNames", null))
            { Stack = RecordedStacks.Dev },
        new("certificate-self-signed", "for clients", stack =>
            stack.Set("cert-self-signed-cert", "allowedUses", List("digital_signature", "client_auth")))
            { Stack = RecordedStacks.Dev },
        new("certificate-self-signed", "not the one in use", stack =>
            stack.Set("cert-self-signed-import", "certificateBody", "-----BEGIN CERTIFICATE-----"))
            { Stack = RecordedStacks.Dev },
        new("healing-pinned-version", "one that is not there", stack => stack.Set(Group, "launchTemplate.version", "99"))
            { Also = ["hop-template"] },
    ];
}

using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string Redirect = "defaultActions.0.redirect";

    private static ControlCase[] LoadBalancer =>
    [
        new("alb-http-redirect", "temporary", stack => stack.Set("web-http", $"{Redirect}.statusCode", "HTTP_302")),
        new("alb-http-redirect", "to another port", stack => stack.Set("web-http", $"{Redirect}.port", "8443")),
        new("alb-http-redirect", "to HTTP", stack => stack.Set("web-http", $"{Redirect}.protocol", "HTTP")),
        new("alb-http-redirect", "forwards", stack => stack.Set("web-http", "defaultActions", List(Map(("type", "forward"))))),
        new("alb-http-redirect", "a rule that forwards", stack => stack.Add(
            "aws:lb/listenerRule:ListenerRule", ("listenerArn", stack.Named("web-http").Output("arn")!))),
        new("alb-redirect-keeps-address", "another host", stack => stack.Set("web-http", $"{Redirect}.host", "www.example.net")),
        new("alb-redirect-keeps-address", "no query", stack => stack.Set("web-http", $"{Redirect}.query", "")),
        new("alb-no-http-listener", "HTTP", stack => stack.Set("web-https", "protocol", "HTTP"))
        {
            // Without its redirect this stack has none.
            Stack = async () => (await RecordedStacks.Prod()).Without("web-http"),
            Also = ["alb-http-redirect"],
        },
        new("alb-tls-policy", "CBC", stack => stack.Set("web-https", "sslPolicy", "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09")),
        new("alb-tls-policy", "AWS's default, TLS 1.0", stack =>
            stack.Set("web-https", "sslPolicy", null)) { Also = ["alb-tls-post-quantum"] },
        new("alb-tls-post-quantum", "none", stack => stack.Set("web-https", "sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06")),
        new("alb-certificate-acm", "IAM's", stack =>
            stack.Set("web-https", "certificateArn", "arn:aws:iam::123456789012:server-certificate/a"))
            { Also = ["alarm-certificate", "way-certificate"] },
        new("alb-drop-invalid-headers", "off", stack => stack.Set("web-alb", "dropInvalidHeaderFields", false)),
        new("alb-tells-client", "nobody", stack => stack.Set("web-alb", "xffHeaderProcessingMode", "remove")),
        new("alb-desync-mitigation", "monitor", stack => stack.Set("web-alb", "desyncMitigationMode", "monitor")),
        new("alb-access-logs", "off", stack => stack.Set("web-alb", "accessLogs.enabled", false)),
        new("alb-access-logs", "no bucket", stack => stack.Set("web-alb", "accessLogs.bucket", null)),
        new("alb-connection-logs", "off", stack => stack.Set("web-alb", "connectionLogs", null)),
        new("alb-health-check-logs", "off", stack => stack.Set("web-alb", "healthCheckLogs", null)),
        new("alb-zonal-shift", "off", stack => stack.Set("web-alb", "enableZonalShift", null)),
        new("alb-deletion-protection", "off", stack => stack.Set("web-alb", "enableDeletionProtection", false)),
        new("alb-cross-zone", "off", stack => stack.Set("web-alb", "loadBalancerType", "network"))
            { Also = ["sound-on-internet"] },
        new("alb-http2", "off", stack => stack.Set("web-alb", "enableHttp2", false)),
        new("alb-security-headers", "sniffing", stack => stack.Set("web-https", "routingHttpResponseXContentTypeOptionsHeaderValue", null)),
        new("alb-security-headers", "no HSTS", stack =>
            stack.Set("web-https", "routingHttpResponseStrictTransportSecurityHeaderValue", null)),
        new("alb-hides-server", "shown", stack => stack.Set("web-http", "routingHttpResponseServerEnabled", true)),
    ];

    private static ControlCase[] TargetGroups =>
    [
        new("target-encrypted", "HTTP", stack => stack.Set("web-servers", "protocol", "HTTP"))
            { Also = ["health-check-same-protocol", "web-listens"] },
        new("health-check-encrypted", "HTTP", stack => stack.Set("web-servers", "healthCheck.protocol", "HTTP"))
            { Also = ["health-check-same-protocol"] },
        new("health-check-same-protocol", "another port", stack => stack.Set("web-servers", "healthCheck.port", "8080")),
        new("health-check-path", "none", stack => stack.Set("web-servers", "healthCheck.path", null)) { Also = ["web-health"] },
        new("health-check-status", "redirects", stack => stack.Set("web-servers", "healthCheck.matcher", "200-399")),
        new("health-check-timeout", "as long as the interval", stack => stack.Set("web-servers", "healthCheck.timeout", 10d)),
        new("target-drains-fast", "five minutes", stack => stack.Set("web-servers", "deregistrationDelay", 300d)),
    ];

    private static ControlCase[] Waf =>
    [
        new("alb-waf", "none", stack => stack.Without("waf-association")) { Also = ["delivery-waf"] },
        new("alb-waf-fails-closed", "open", stack => stack.Set("web-alb", "enableWafFailOpen", true)),
        new("waf-rules", "for CloudFront", stack => stack.Set("waf-acl", "scope", "CLOUDFRONT")),
        new("waf-rules", "a rule without an action", stack => stack.Set("waf-acl", "rules.1.action", null))
            { Also = ["waf-rules-complete"] },
        new("waf-rules-complete", "blocks everybody else", stack => stack.Set("waf-acl", "defaultAction", Map(("block", Map())))),
        new("waf-rules-complete", "two of a priority", stack => stack.Set("waf-acl", "rules.3.priority", 2d)),
        new("waf-rules-complete", "counts the rest of the rules", stack =>
            stack.Set("waf-acl", "rules.3.overrideAction", Map(("count", Map())))),
        new("waf-rules-complete", "limits all at once", stack =>
            stack.Set("waf-acl", "rules.1.statement.rateBasedStatement.aggregateKeyType", "CONSTANT")),
        new("waf-rules-complete", "a window that AWS has not", stack =>
            stack.Set("waf-acl", "rules.1.statement.rateBasedStatement.evaluationWindowSec", 299d)),
        new("waf-rules-complete", "a rule of a group", stack => stack.Set(
            "waf-acl", "rules.3.statement.managedRuleGroupStatement.ruleActionOverrides", List(Map(("name", "NoUserAgent_HEADER"))))),
        new("waf-rules-complete", "requests of a country", stack => stack.Set(
            "waf-acl", "rules.3.statement.managedRuleGroupStatement.scopeDownStatement", Map(("geoMatchStatement", Map())))),
        new("waf-managed-groups", "one short", stack => stack.Set("waf-acl", "rules.3", null)),
        new("waf-rules-complete", "two of a metric", stack =>
            stack.Set("waf-acl", "rules.3.visibilityConfig.metricName", "RateLimitPerAddress")),
        new("waf-no-samples", "of a rule", stack => stack.Set("waf-acl", "rules.2.visibilityConfig.sampledRequestsEnabled", true)),
        new("waf-known-bad-inputs", "only counted", stack => stack.Set("waf-acl", "rules.2.overrideAction", Map(("count", Map()))))
            { Also = ["waf-rules-complete"] },
        new("waf-known-bad-inputs", "exceptions", stack =>
            stack.Set("waf-acl", "rules.2.statement.managedRuleGroupStatement.ruleActionOverrides", List(Map(("name", "Log4JRCE")))))
            { Also = ["waf-rules-complete"] },
        new("waf-metrics", "of the ACL", stack => stack.Set("waf-acl", "visibilityConfig.cloudwatchMetricsEnabled", false)),
        new("waf-metrics", "of a rule", stack => stack.Set("waf-acl", "rules.3.visibilityConfig.cloudwatchMetricsEnabled", false)),
        new("waf-logging", "none", stack => stack.Without("waf-logging")),
        new("waf-logging", "cookies", stack => stack.Set("waf-logging", "redactedFields.1", null)),
    ];

    private static ControlCase[] Certificates =>
    [
        new("certificate-renews", "proven by e-mail", stack => stack.Set("cert-issued", "validationMethod", "EMAIL")),
        new("certificate-validated", "not waited for", stack => stack.Without("cert-validated")),
        new("certificate-in-force", "expired", stack => stack.With("cert-issued", certificate =>
            certificate with { Outputs = certificate.Outputs.SetItem("status", "EXPIRED") })),
        new("certificate-strong-key", "RSA of 1024 bits", stack => stack.Set("cert-issued", "keyAlgorithm", "RSA_1024")),
        new("certificate-strong-key", "imported, RSA of 1024 bits", stack => stack.Set("cert-self-signed-key", "rsaBits", 1024d))
            { Stack = RecordedStacks.Dev },
        new("certificate-create-first", "deleted first", stack => stack.With("cert-issued", node => node with
        {
            Options = node.Options with { DeleteBeforeReplace = true },
        })),
        new("certificate-transparency", "off", stack =>
            stack.Set("cert-issued", "options.certificateTransparencyLoggingPreference", "DISABLED")),
        new("certificate-no-wildcard", "wildcard", stack => stack.Set("cert-issued", "domainName", "*.example.com"))
            { Also = ["way-certificate"] },
        new("certificate-no-wildcard", "wildcard beside the name", stack =>
            stack.Set("cert-issued", "subjectAlternativeNames", List("*.example.com"))),
        new("dns-alias", "elsewhere", stack => stack.Set("alias-ipv4", "aliases.0.name", "old.eu-west-1.elb.amazonaws.com"))
            { Also = ["way-names"] },
        new("dns-alias", "an address", stack => stack.Set("alias-ipv6", "aliases", null)) { Also = ["way-names"] },
    ];
}

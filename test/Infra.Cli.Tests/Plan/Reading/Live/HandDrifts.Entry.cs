using System.Collections.Immutable;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private const string OtherGroup = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/another/0123456789abcdef";
    private const string ManagedGroup = "rules.0.statement.managedRuleGroupStatement";

    private static HandDrift[] Entry =>
    [
        new("HTTPS shares its visitors with another group", "way-forward", stack => stack.Show("web-https", "defaultActions", List(Map(
            ("type", "forward"), ("order", 1d), ("targetGroupArn", ""), ("forward", Map(("targetGroups", List(
                Map(("arn", IdOf(stack, "web-servers")), ("weight", 50d)), Map(("arn", OtherGroup), ("weight", 50d)))))))))),
        new("HTTPS leads to another group", "way-forward hop-attached", stack =>
            stack.Show("web-https", "defaultActions.0.targetGroupArn", OtherGroup)),
        new("visitors have to log in", "way-forward", stack => stack.Show("web-https", "defaultActions", List(
            Map(("type", "authenticate-oidc"), ("order", 1d), ("authenticateOidc", Map(("issuer", "https://id.example.net")))),
            Map(("type", "forward"), ("order", 2d), ("targetGroupArn", IdOf(stack, "web-servers")))))),
        new("visitors need a certificate", "by-hand-settings", stack => stack.Show("web-https", "mutualAuthentication", Map(
            ("mode", "verify"), ("trustStoreArn", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/a/b")))),
        new("pages of others may read the site", "by-hand-settings", stack =>
            stack.Show("web-https", "routingHttpResponseAccessControlAllowOriginHeaderValue", "*")),
        new("pages of others may read it as the visitor", "by-hand-settings", stack =>
            stack.Show("web-https", "routingHttpResponseAccessControlAllowCredentialsHeaderValue", "true")),
        new("HTTPS on another port", "way-listeners", stack => stack.Show("web-https", "port", 8443d)),
        new("HTTPS without TLS", "way-listeners alb-http-redirect", stack => stack
            .Show("web-https", "protocol", "HTTP").Show("web-https", "sslPolicy", "").Show("web-https", "certificateArn", "")),
        new("HTTP on another port", "way-listeners", stack => stack.Show("web-http", "port", 8080d)),
        new("a redirect to another port", "alb-http-redirect", stack => stack.Show("web-http", "defaultActions.0.redirect.port", "8443")),
        new("a redirect to HTTP", "alb-http-redirect", stack => stack.Show("web-http", "defaultActions.0.redirect.protocol", "HTTP")),
        new("a redirect that forgets the path", "alb-redirect-keeps-address", stack =>
            stack.Show("web-http", "defaultActions.0.redirect.path", "/")),
        new("pages in others' frames", "alb-content-policy", stack =>
            stack.Show("web-https", "routingHttpResponseXFrameOptionsHeaderValue", "")),
        new("HSTS for no time", "alb-security-headers", stack =>
            stack.Show("web-https", "routingHttpResponseStrictTransportSecurityHeaderValue", "max-age=0")),
        new("the server's name in answers", "alb-hides-server", stack => stack.Show("web-https", "routingHttpResponseServerEnabled", true)),
        new("a load balancer in two zones", "zones-match settings-zones", stack =>
            stack.Show("web-alb", "subnets", List(IdOf(stack, "net-public-a"), IdOf(stack, "net-public-b")))),
        new("a load balancer of IPv4", "way-names settings-ipv6", stack => stack.Show("web-alb", "ipAddressType", "ipv4")),
        new("a load balancer that old clients can't reach", "sound-on-internet", stack =>
            stack.Show("web-alb", "ipAddressType", "dualstack-without-public-ipv4")),
        new("no connection logs", "alb-connection-logs", stack => stack.Show("web-alb", "connectionLogs.enabled", false)),
        new("no logs of health checks", "alb-health-check-logs", stack => stack.Show("web-alb", "healthCheckLogs.enabled", false)),
        new("access logs in another bucket", "grant-load-balancer-logs", stack => stack.Show("web-alb", "accessLogs.bucket", "another")),
        new("no way to leave a sick zone", "alb-zonal-shift", stack => stack.Show("web-alb", "enableZonalShift", false)),
        new("zones on their own", "by-hand-settings", stack => stack.Show("web-servers", "loadBalancingCrossZoneEnabled", "false")),
        new("sick servers get requests unless three are well", "by-hand-settings", stack =>
            stack.Show("web-servers", "targetGroupHealth.unhealthyStateRouting", Map(("minimumHealthyTargetsCount", 3d)))),
        new("a zone with fewer than three servers leaves DNS", "by-hand-settings", stack =>
            stack.Show("web-servers", "targetGroupHealth.dnsFailover", Map(("minimumHealthyTargetsCount", "3")))),
        new("health checks every five minutes", "settings-target-group", stack =>
            stack.Show("web-servers", "healthCheck.interval", 300d)),
        new("health checks without TLS", "health-check-encrypted", stack => stack.Show("web-servers", "healthCheck.protocol", "HTTP")),
        new("health checks take what is not found", "health-check-status", stack =>
            stack.Show("web-servers", "healthCheck.matcher", "200-499")),
        new("a certificate that has expired", "certificate-in-force", stack => stack.Show("cert-issued", "status", "EXPIRED")),
        new("a proof that ACM does not ask for", "way-proof", stack =>
            stack.Show("cert-validation", "records", List("_other.acm-validations.aws."))),
        new("no proof for ACM", "way-proof", stack => stack.Gone("cert-validation")),
        new("no name over IPv6", "way-names", stack => stack.Gone("alias-ipv6")),
    ];

    private static HandDrift[] Firewall =>
    [
        new("a rule of the firewall is gone", "waf-managed-groups", stack =>
            stack.Show("waf-acl", "rules", AsList(RulesOf(stack).RemoveAt(0)))),
        new("the firewall blocks everybody", "waf-rules-complete", stack =>
            stack.Show("waf-acl", "defaultAction", Map(("block", Map())))),
        new("a rule of a group only counts", "waf-rules-complete", stack => stack.Show(
            "waf-acl", $"{ManagedGroup}.ruleActionOverrides",
            List(Map(("name", "NoUserAgent_HEADER"), ("actionToUse", Map(("count", Map()))))))),
        new("a group looks at one country", "waf-rules-complete", stack => stack.Show(
            "waf-acl", $"{ManagedGroup}.scopeDownStatement", Map(("geoMatchStatement", Map(("countryCodes", List("KP"))))))),
        new("the office passes the firewall", "waf-rules-complete", stack => stack.Append("waf-acl", "rules", Map(
            ("name", "office"), ("priority", 9d), ("action", Map(("allow", Map()))),
            ("statement", Map(("ipSetReferenceStatement", Map(
                ("arn", "arn:aws:wafv2:eu-west-1:123456789012:regional/ipset/office/1")))))))),
        new("a limit that nobody reaches", "settings-firewall", stack => stack.Show("waf-acl", "rules", AsList(RulesOf(stack)
            .Select(rule => rule.ContainsKey("action")
                ? rule.SetItem("statement", Map(("rateBasedStatement", Map(("aggregateKeyType", "IP"), ("limit", 2000000000d)))))
                : rule)))),
        new("the firewall's log leaves out", "by-hand-settings", stack =>
            stack.Show("waf-logging", "loggingFilter", Map(("defaultBehavior", "DROP")))),
        new("cookies in the firewall's log", "waf-logging", stack => stack.Show("waf-logging", "redactedFields", List())),
        new("another firewall", "delivery-waf", stack => stack.Show(
            "waf-association", "webAclArn", "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/other/1")),
    ];

    private static string IdOf(LiveStack stack, string name) => stack.Graph.Nodes.Single(node => node.Name == name && node.IsCustom).Id!;

    private static ImmutableArray<object> AsList(IEnumerable<object> items) => [.. items];

    private static ImmutableArray<ImmutableDictionary<string, object>> RulesOf(LiveStack stack) =>
        [.. ((ImmutableArray<object>)stack.Graph.Named("waf-acl").Outputs["rules"]).Cast<ImmutableDictionary<string, object>>()];
}

using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>What can be done to a running stack by hand, each a row.</summary>
internal static partial class HandDrifts
{
    private const string Group = "fleet-group";
    private const string Template = "fleet-launch-template";
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

    public static IReadOnlyList<HandDrift> All { get; } =
    [
        .. LoadBalancer, .. Entry, .. Firewall, .. SecurityGroups, .. Network, .. Ways, .. Servers, .. Fleet, .. Scaling, .. Load,
        .. Identity, .. Rights, .. Buckets, .. Objects, .. Watching, .. Bells, .. Gone,
    ];

    private static HandDrift[] LoadBalancer =>
    [
        new("a listener forwards on 80", "alb-http-redirect", stack => stack.Show("web-http", "defaultActions", List(Map(
            ("type", "forward"), ("order", 1d), ("targetGroupArn", stack.Graph.Nodes.Single(node => node.Name == "web-servers").Id!))))),
        new("a redirect is temporary", "alb-http-redirect", stack =>
            stack.Show("web-http", "defaultActions.0.redirect.statusCode", "HTTP_302")),
        new("a redirect leads to another host", "alb-redirect-keeps-address", stack =>
            stack.Show("web-http", "defaultActions.0.redirect.host", "www.example.net")),
        new("an older TLS policy", "alb-tls-policy settings-tls", stack =>
            stack.Show("web-https", "sslPolicy", "ELBSecurityPolicy-TLS-1-0-2015-04")),
        new("another certificate", "way-certificate", stack =>
            stack.Show("web-https", "certificateArn", "arn:aws:acm:eu-west-1:123456789012:certificate/another")),
        new("HTTPS answers by itself", "way-forward", stack => stack.Show("web-https", "defaultActions", List(Map(
            ("type", "fixed-response"), ("order", 1d), ("fixedResponse", Map(("contentType", "text/plain"), ("statusCode", "200"))))))),
        new("no HSTS header", "alb-security-headers", stack =>
            stack.Show("web-https", "routingHttpResponseStrictTransportSecurityHeaderValue", "")),
        new("invalid headers pass", "alb-drop-invalid-headers", stack => stack.Show("web-alb", "dropInvalidHeaderFields", false)),
        new("desync mitigation monitors", "alb-desync-mitigation", stack => stack.Show("web-alb", "desyncMitigationMode", "monitor")),
        new("no deletion protection", "alb-deletion-protection settings-protection", stack =>
            stack.Show("web-alb", "enableDeletionProtection", false)),
        new("no access logs", "alb-access-logs", stack => stack.Show("web-alb", "accessLogs", Map(("bucket", ""), ("enabled", false)))),
        new("no HTTP/2", "alb-http2", stack => stack.Show("web-alb", "enableHttp2", false)),
        new("a firewall that fails open", "alb-waf-fails-closed", stack => stack.Show("web-alb", "enableWafFailOpen", true)),
        new("connections idle for longer than the servers keep them", "web-outlives-load-balancer", stack =>
            stack.Show("web-alb", "idleTimeout", 4000d)),
        new("the client's address is taken away", "alb-tells-client", stack => stack.Show("web-alb", "xffHeaderProcessingMode", "remove")),
        new("another security group on the load balancer", "hop-security-groups", stack =>
            stack.Append("web-alb", "securityGroups", "sg-0fedcba9876543210")),
        new("health checks at another path", "settings-target-group web-health", stack =>
            stack.Show("web-servers", "healthCheck.path", "/")),
        new("health checks on another port", "health-check-same-protocol", stack => stack.Show("web-servers", "healthCheck.port", "8080")),
        new("health checks take a redirect", "health-check-status", stack => stack.Show("web-servers", "healthCheck.matcher", "200-399")),
        new("health checks forgive ten times", "settings-target-group", stack =>
            stack.Show("web-servers", "healthCheck.unhealthyThreshold", 10d)),
        new("servers leave at once", "settings-target-group", stack => stack.Show("web-servers", "deregistrationDelay", "0")),
        new("servers drain for an hour", "target-drains-fast", stack => stack.Show("web-servers", "deregistrationDelay", "3600")),
        new("sticky sessions", "hop-instances", stack => stack.Show("web-servers", "stickiness", Map(
            ("enabled", true), ("type", "lb_cookie"), ("cookieDuration", 86400d), ("cookieName", "")))),
        new("a slow start", "hop-instances", stack => stack.Show("web-servers", "slowStart", 300d)),
        new("the firewall counts", "waf-rules-complete waf-known-bad-inputs", stack => stack.Show("waf-acl", "rules", Counting(stack))),
    ];

    private static HandDrift[] SecurityGroups =>
    [
        new("SSH from anywhere to the servers", "group-sensitive-ports hop-into-servers by-hand-additions", stack =>
            stack.Append("access-server", "ingress", Rule("tcp", 22, "cidrBlocks", "0.0.0.0/0"))),
        new("the servers' port from anywhere", "group-servers-by-reference hop-into-servers", stack =>
            stack.Append("access-server", "ingress", Rule("tcp", 443, "cidrBlocks", "0.0.0.0/0"))),
        new("everything from anywhere to the load balancer", "group-internet-ports group-sensitive-ports", stack =>
            stack.Append("access-load-balancer", "ingress", Rule("-1", 0, "cidrBlocks", "0.0.0.0/0"))),
        new("everything from anywhere over IPv6", "group-internet-ports", stack =>
            stack.Append("access-load-balancer", "ingress", Rule("-1", 0, "ipv6CidrBlocks", "::/0"))),
        new("everything out of the servers", "group-egress-all by-hand-additions", stack =>
            stack.Append("access-server", "egress", Rule("-1", 0, "cidrBlocks", "0.0.0.0/0"))),
        new("servers reach each other", "hop-into-servers by-hand-additions", stack =>
            stack.Append("access-server", "ingress", Rule("tcp", 80, "self", true))),
        new("a rule for an address of the office", "by-hand-additions", stack =>
            stack.Append("access-load-balancer", "ingress", Rule("tcp", 8443, "cidrBlocks", "203.0.113.7/32"))),
        new("a changed rule", "group-internet-ports sound-group-rules", stack => stack
            .Show("access-load-balancer-https-from-0.0.0.0-0", "fromPort", 0d)
            .Show("access-load-balancer-https-from-0.0.0.0-0", "toPort", 65535d)),
        new("a rule opened to anywhere", "group-servers-by-reference hop-into-servers", stack => stack
            .Show("access-server-from-load-balancer-443", "referencedSecurityGroupId", null)
            .Show("access-server-from-load-balancer-443", "cidrIpv4", "0.0.0.0/0")),
        new("a rule in the default group", "vpc-default-group-closed", stack =>
            stack.Append("net-default-group", "ingress", Rule("-1", 0, "self", true))),
    ];

    private static HandDrift[] Network =>
    [
        new("a subnet that gives public addresses", "subnet-no-public-addresses", stack =>
            stack.Show("net-private-a", "mapPublicIpOnLaunch", true)),
        new("a route from the servers to the internet", "subnet-servers-private by-hand-additions", stack =>
            stack.Append("net-private-a-routes", "routes", Map(
                ("cidrBlock", "0.0.0.0/0"),
                ("gatewayId", stack.Graph.Nodes.Single(node => node.Name == "net-public-internet").Id!)))),
        new("a route that leads elsewhere", "way-internet-route", stack => stack
            .Show("net-public-to-internet", "gatewayId", "")
            .Show("net-public-to-internet", "transitGatewayId", "tgw-0123456789abcdef0")),
        new("a route to another network", "by-hand-additions", stack => stack.Append("net-private-a-routes", "routes", Map(
            ("cidrBlock", "10.99.0.0/16"), ("vpcPeeringConnectionId", "pcx-0123456789abcdef0")))),
        new("an ACL that lets everything in", "acl-named-ports acl-administration-ports by-hand-additions", stack =>
            stack.Append("net-acls-private", "ingress", Map(
                ("action", "allow"), ("cidrBlock", "0.0.0.0/0"), ("protocol", "-1"), ("ruleNo", 50d), ("fromPort", 0d), ("toPort", 0d)))),
        new("an ACL that denies visitors", "way-acl-in by-hand-additions", stack => stack.Append("net-acls-public", "ingress", Map(
            ("action", "deny"), ("cidrBlock", "0.0.0.0/0"), ("protocol", "6"), ("ruleNo", 1d), ("fromPort", 443d), ("toPort", 443d)))),
        new("a changed entry of an ACL", "acl-servers-narrow", stack =>
            stack.Show("net-acls-private-in-load-balancer-https", "cidrBlock", "0.0.0.0/0")),
        new("an endpoint for every bucket", "exit-s3-own", stack => stack.Show("net-s3", "policy",
            """{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}""")),
        new("no names in the VPC", "exit-names", stack => stack.Show("net-vpc", "enableDnsHostnames", false)),
        new("the site's name leads elsewhere", "dns-alias", stack => stack.Show("alias-ipv4", "aliases", List(Map(
            ("evaluateTargetHealth", true), ("name", "elsewhere-1.eu-west-1.elb.amazonaws.com"), ("zoneId", "Z2P70J7EXAMPLE"))))),
    ];

    private static object Rule(string protocol, double port, string end, object value) => Map(
    [
        ("description", ""), ("protocol", protocol), ("fromPort", port), ("toPort", port),
        (end, value is string text ? List(text) : value),
    ]);
}

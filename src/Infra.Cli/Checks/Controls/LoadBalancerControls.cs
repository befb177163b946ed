using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The load balancer and its listeners.</summary>
internal static class LoadBalancerControls
{
    // The policies that Security Hub's ELB.17 accepts: TLS 1.3 and 1.2 with forward secrecy and authenticated encryption only.
    // https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17
    private static readonly string[] TlsPolicies =
    [
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
    ];

    private static readonly Subjects HttpListeners =
        Subjects.Listeners.Where("HTTP listener", listener => !ListenerReader.IsHttps(listener));

    public static ControlArea Area { get; } = new("Load balancer",
    [
        new("alb-http-redirect", Severity.Medium, "Plain HTTP is answered with a permanent redirect to HTTPS, and with nothing else.")
        {
            Sources =
            [
                "FSBP ELB.1", "checkov CKV2_AWS_20", "checkov CKV_AWS_2", "trivy AWS-0054", "cdk-nag ALBHttpToHttpsRedirection",
                "awsguard alb-http-to-https-redirection", "prowler elbv2_ssl_listeners",
            ],
            Requirements = ["R2"],
            On = HttpListeners,
            Problem = Expect.All(
                OneAction,
                Expect.OneOf("port", "80"),
                Redirect("protocol", "HTTPS"),
                Redirect("port", "443"),
                Redirect("statusCode", "HTTP_301"),
                NoRules),
            Mend = "give the listener one default action: a redirect to HTTPS, port 443, HTTP_301",
        },
        new("alb-redirect-keeps-address", Severity.Low, "The redirect keeps host, path and query.")
        {
            Requirements = ["R2"],
            On = HttpListeners.Where(listener => listener.Text("defaultActions.0.type") == "redirect"),
            // What is not set is kept.
            Problem = Expect.All(Kept("host", "#{host}"), Kept("path", "/#{path}"), Kept("query", "#{query}")),
            Mend = "leave host, path and query at their defaults",
        },
        new("alb-no-http-listener", Severity.Medium, "There is no listener without encryption at all.")
        {
            Sources = ["FSBP ELB.18", "Pulumi aws-lb-listener-disallow-unencrypted-traffic"],
            On = Subjects.Listeners,
            Problem = (listener, _) => listener.Text("protocol") is "HTTPS" or "TLS" ? null : Expect.Actual(listener, "protocol"),
            Mend = "drop the listener",
        },
        new("alb-tls-policy", Severity.Medium, "Clients must speak TLS 1.2 or 1.3, with forward secrecy and authenticated encryption.")
        {
            Sources = ["FSBP ELB.17", "checkov CKV_AWS_103", "checkov CKV2_AWS_74", "trivy AWS-0047", "prowler elbv2_insecure_ssl_ciphers"],
            Requirements = ["R3"],
            On = Subjects.HttpsListeners,
            Problem = Expect.OneOf("sslPolicy", TlsPolicies),
            Mend = "set tlsPolicy to ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, or another one of ELB.17's list",
        },
        new("alb-tls-post-quantum", Severity.Low, "Clients that can do post-quantum key exchange get it.")
        {
            Sources = ["prowler elbv2_listener_pqc_tls_enabled"],
            Requirements = ["R3"],
            On = Subjects.HttpsListeners,
            Problem = (listener, _) => listener.Text("sslPolicy")?.Contains("-PQ-", StringComparison.Ordinal) == true
                ? null
                : Expect.Actual(listener, "sslPolicy"),
            Mend = "choose a tlsPolicy with PQ in its name; other clients fall back by themselves",
        },
        new("alb-certificate-acm", Severity.Medium, "HTTPS uses a certificate that ACM keeps.")
        {
            Sources = ["cdk-nag ELBv2ACMCertificateRequired"],
            Requirements = ["R3", "R4"],
            On = Subjects.HttpsListeners,
            Problem = (listener, _) => listener.Text("certificateArn")?.Split(':') is ["arn", _, "acm", ..]
                ? null
                : Expect.Actual(listener, "certificateArn"),
            Mend = "set certificateArn to the ARN of an ACM certificate",
        },
        new("alb-drop-invalid-headers", Severity.Medium, "Headers that are not valid HTTP reach no server.")
        {
            Sources = ["FSBP ELB.4", "checkov CKV_AWS_131", "trivy AWS-0052", "cdk-nag ALBHttpDropInvalidHeaderEnabled"],
            On = Subjects.LoadBalancers,
            Problem = Expect.True("dropInvalidHeaderFields"),
            Mend = "set dropInvalidHeaderFields",
        },
        new("alb-tells-client", Severity.Low, "Servers are told who asked: the load balancer adds the client's address to X-Forwarded-For.")
        {
            On = Subjects.LoadBalancers,
            Problem = (balancer, _) => balancer.Text("xffHeaderProcessingMode") is null or "append"
                ? null
                : Expect.Actual(balancer, "xffHeaderProcessingMode"),
            Mend = "leave xffHeaderProcessingMode at append",
        },
        new("alb-desync-mitigation", Severity.Medium, "Requests that try to smuggle another one are turned away.")
        {
            Sources = ["FSBP ELB.12", "checkov CKV_AWS_328"],
            On = Subjects.LoadBalancers,
            Problem = Expect.OneOf("desyncMitigationMode", "defensive", "strictest"),
            Mend = "set desyncMitigationMode to defensive or strictest",
        },
        new("alb-access-logs", Severity.Medium, "Every request is logged.")
        {
            Sources =
            [
                "FSBP ELB.5", "checkov CKV_AWS_91", "cdk-nag ELB2", "awsguard elb-logging-enabled",
                "Pulumi aws-lb-loadbalancer-enable-access-logging",
            ],
            On = Subjects.LoadBalancers,
            Problem = Logs("accessLogs"),
            Mend = "set accessLogs.enabled and accessLogs.bucket",
        },
        new("alb-connection-logs", Severity.Low,
            "Every connection is logged with its TLS version, which is what tells whether the policy can be tightened.")
        {
            On = Subjects.LoadBalancers,
            Problem = Logs("connectionLogs"),
            Mend = "set connectionLogs.enabled and connectionLogs.bucket",
        },
        new("alb-health-check-logs", Severity.Low, "Every health check is logged, which tells why a server failed after it is gone.")
        {
            On = Subjects.LoadBalancers,
            Problem = Logs("healthCheckLogs"),
            Mend = "set healthCheckLogs.enabled and healthCheckLogs.bucket",
        },
        new("alb-zonal-shift", Severity.Low, "Traffic can be shifted away from a zone that is sick.")
        {
            On = Subjects.LoadBalancers,
            Problem = Expect.True("enableZonalShift"),
            Mend = "set enableZonalShift",
        },
        new("alb-http2", Severity.Low, "Browsers may speak HTTP/2.")
        {
            On = Subjects.LoadBalancers,
            Problem = (balancer, _) => balancer.Text("enableHttp2") == "false" ? Expect.Actual(balancer, "enableHttp2") : null,
            Mend = "leave enableHttp2 on",
        },
        new("alb-deletion-protection", Severity.Medium, "Nobody deletes the load balancer by mistake.")
        {
            Sources =
            [
                "FSBP ELB.6", "checkov CKV_AWS_150", "cdk-nag ELBDeletionProtectionEnabled", "awsguard elb-deletion-protection-enabled",
            ],
            On = Subjects.LoadBalancers,
            Problem = Expect.True("enableDeletionProtection"),
            Mend = "set deletionProtection",
        },
        new("alb-internal", Severity.High, "The load balancer is not reachable from the internet.")
        {
            Sources = ["trivy AWS-0053", "prowler elbv2_internet_facing"],
            On = Subjects.LoadBalancers,
            Problem = Expect.True("internal"),
            Mend = "set internal",
        },
        new("alb-cross-zone", Severity.Medium, "Each zone's share of the load goes to the servers of all zones.")
        {
            Sources = ["checkov CKV_AWS_152"],
            // An application load balancer always does so.
            On = Subjects.LoadBalancers.Where(
                "network or gateway load balancer",
                balancer => balancer.Text("loadBalancerType") is "network" or "gateway"),
            Problem = Expect.True("enableCrossZoneLoadBalancing"),
            Mend = "set enableCrossZoneLoadBalancing",
        },
        new("alb-security-headers", Severity.Low, "Browsers are told to insist on HTTPS for a year, and not to sniff.")
        {
            On = Subjects.HttpsListeners,
            Problem = Expect.All(
                SecurityHeaders.Transport,
                Expect.OneOf("routingHttpResponseXContentTypeOptionsHeaderValue", "nosniff")),
            Mend = "set strictTransportSecurity to a year or more, and routingHttpResponseXContentTypeOptionsHeaderValue to nosniff",
        },
        new("alb-content-policy", Severity.Low, "Browsers are told to load and run what is the site's own, and who may frame it.")
        {
            On = Subjects.HttpsListeners,
            Problem = Expect.All(
                SecurityHeaders.Content,
                Expect.OneOf("routingHttpResponseXFrameOptionsHeaderValue", "DENY", "SAMEORIGIN")),
            Mend = "set contentSecurityPolicy to one with default-src 'self' or 'none', object-src 'none', base-uri, form-action and "
                + "frame-ancestors, without 'unsafe-inline' and wildcards; routingHttpResponseXFrameOptionsHeaderValue follows from it",
        },
        new("alb-hides-server", Severity.Low, "Answers do not say what made them.")
        {
            On = Subjects.Listeners,
            Problem = Expect.OneOf("routingHttpResponseServerEnabled", "false"),
            Mend = "set routingHttpResponseServerEnabled to false",
        },
    ]);

    private static string? OneAction(ResourceNode listener, ResourceGraph graph) =>
        listener.Items("defaultActions").Length == 1 && listener.Text("defaultActions.0.type") == "redirect"
            ? null
            : Expect.Actual(listener, "defaultActions.0.type");

    private static string? NoRules(ResourceNode listener, ResourceGraph graph) =>
        Expect.Companions(listener, graph, TypeToken.ListenerRule, "listenerArn").FirstOrDefault() is { } rule
            ? $"does something else by {rule.Name}"
            : null;

    private static Expectation Redirect(string part, string value) => Expect.OneOf($"defaultActions.0.redirect.{part}", value);

    private static Expectation Kept(string part, string value)
    {
        var path = $"defaultActions.0.redirect.{part}";
        return (listener, _) => listener.Text(path) is null || listener.Text(path) == value ? null : Expect.Actual(listener, path);
    }

    private static Expectation Logs(string kind) => Expect.All(Expect.True($"{kind}.enabled"), Expect.Set($"{kind}.bucket"));
}

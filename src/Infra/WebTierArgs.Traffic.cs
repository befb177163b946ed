using Pulumi;

namespace Infra;

/// <content>How requests come in, and how servers are checked.</content>
public sealed partial class WebTierArgs
{
    /// <summary>
    /// Where TLS ends: <c>offload</c>, at the load balancer, which is the default, or <c>end-to-end</c>, at the server again.
    /// </summary>
    [Input("tlsMode")]
    public string? TlsMode { get; set; }

    /// <summary>
    /// The TLS versions and ciphers that clients may use: one of <see cref="LoadBalancing.TlsPolicies.Allowed"/>, and
    /// <see cref="LoadBalancing.TlsPolicies.Default"/> unless set. Any other is refused. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html.
    /// </summary>
    [Input("tlsPolicy")]
    public string? TlsPolicy { get; set; }

    /// <summary>How long a server that leaves may finish its requests: <c>0s</c> to <c>2m</c>, and <c>30s</c> by default.</summary>
    [Input("deregistrationDelay")]
    public string? DeregistrationDelay { get; set; }

    /// <summary>Whether AWS WAF stands in front of the load balancer; by default it does not.</summary>
    [Input("waf")]
    public bool? Waf { get; set; }

    /// <summary>
    /// The requests that one address may make in five minutes before AWS WAF blocks it: 10 to 2,000,000,000, and 2,000 by default.
    /// </summary>
    [Input("wafRateLimit")]
    public int? WafRateLimit { get; set; }

    /// <summary>
    /// What pages may load and be framed by, at most 1,024 characters; <c>servers</c> leaves it to them. By default the strictest that
    /// suits files alone.
    /// </summary>
    [Input("contentSecurityPolicy")]
    public string? ContentSecurityPolicy { get; set; }

    /// <summary>For how long browsers ask for HTTPS only, <c>max-age=SECONDS</c> and what may follow; a year by default.</summary>
    [Input("strictTransportSecurity")]
    public string? StrictTransportSecurity { get; set; }

    /// <summary>The path that tells whether a server is well; <c>/health</c> by default. The answer must be 200.</summary>
    [Input("healthCheckPath")]
    public string? HealthCheckPath { get; set; }

    /// <summary>
    /// From one check of a server to the next: <c>5s</c> to <c>5m</c>, and <c>10s</c> by default. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
    /// </summary>
    [Input("healthCheckInterval")]
    public string? HealthCheckInterval { get; set; }

    /// <summary>How long a server has to answer: <c>2s</c> to <c>2m</c>, less than the interval, and <c>5s</c> by default.</summary>
    [Input("healthCheckTimeout")]
    public string? HealthCheckTimeout { get; set; }

    /// <summary>The checks in a row that a sick server must pass: 2 to 10, and 2 by default.</summary>
    [Input("healthyThreshold")]
    public int? HealthyThreshold { get; set; }

    /// <summary>The checks in a row that make a server sick: 2 to 10, and 2 by default.</summary>
    [Input("unhealthyThreshold")]
    public int? UnhealthyThreshold { get; set; }
}

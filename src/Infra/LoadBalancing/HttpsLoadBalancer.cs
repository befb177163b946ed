using Infra.Common;
using Pulumi;
using Pulumi.Aws.LB.Inputs;
using LB = Pulumi.Aws.LB;

namespace Infra.LoadBalancing;

/// <summary>
/// What the internet sees: an application load balancer that answers HTTPS, sends HTTP there, and passes requests to the servers
/// that are well.
/// </summary>
public sealed class HttpsLoadBalancer : ComponentResource
{
    /// <summary>
    /// How long a connection may be silent, in seconds. Servers must keep theirs open for longer: one that closes first
    /// can lose a request that is under way, and the client gets a 502.
    /// </summary>
    public const int IdleTimeoutSeconds = 60;

    private readonly string _name;
    private readonly HttpsLoadBalancerArgs _args;
    private readonly Output<string> _tlsPolicy;

    /// <summary>Makes the load balancer, its target group and its two listeners.</summary>
    /// <exception cref="ArgumentException">The TLS policy is known, and not on the list.</exception>
    public HttpsLoadBalancer(string name, HttpsLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("infra:loadbalancing:HttpsLoadBalancer", name, options)
    {
        // The settings refuse it first; this holds for whoever uses the component without them.
        _tlsPolicy = InputRules.Checked(args.TlsPolicy, ProblemOfPolicy);
        _name = name;
        _args = args;
        var loadBalancer = LoadBalancer();
        var servers = TargetGroup();

        Arn = loadBalancer.Arn;
        ArnSuffix = loadBalancer.ArnSuffix;
        DnsName = loadBalancer.DnsName;
        ZoneId = loadBalancer.ZoneId;
        TargetGroupArn = servers.Arn;
        TargetGroupName = servers.Name;
        TargetGroupArnSuffix = servers.ArnSuffix;
        HttpsListenerReady = HttpsListener();
        RedirectToHttps();

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["arn"] = Arn,
            ["dnsName"] = DnsName,
            ["targetGroupArn"] = TargetGroupArn,
        });
    }

    /// <summary>By which a firewall is attached.</summary>
    public Output<string> Arn { get; }

    /// <summary>The load balancer's name in metrics, <c>app/name/id</c>.</summary>
    public Output<string> ArnSuffix { get; }

    /// <summary>The name under which AWS publishes its addresses.</summary>
    public Output<string> DnsName { get; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, which an alias record has to name.</summary>
    public Output<string> ZoneId { get; }

    /// <summary>The ARN of the group that servers register with.</summary>
    public Output<string> TargetGroupArn { get; }

    /// <summary>By which operators look at the servers' health.</summary>
    public Output<string> TargetGroupName { get; }

    /// <summary>That group's name in metrics, <c>targetgroup/name/id</c>.</summary>
    public Output<string> TargetGroupArnSuffix { get; }

    /// <summary>What servers have to wait for: before a listener uses the target group, nobody checks their health.</summary>
    public Resource HttpsListenerReady { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private LB.LoadBalancer LoadBalancer() => new($"{_name}-alb", new()
    {
        LoadBalancerType = "application",
        Internal = false,
        IpAddressType = _args.Ipv6 ? "dualstack" : "ipv4",
        Subnets = _args.SubnetIds,
        SecurityGroups = { _args.SecurityGroupId },
        DropInvalidHeaderFields = true,
        // Breaks up connections over which a request could be smuggled. "strictest" would also turn away clients that
        // merely deviate from the standard and threaten nobody.
        DesyncMitigationMode = "defensive",
        EnableHttp2 = true,
        EnableWafFailOpen = false,
        IdleTimeout = IdleTimeoutSeconds,
        AccessLogs = new LoadBalancerAccessLogsArgs { Bucket = _args.LogBucketName, Enabled = true },
        ConnectionLogs = new LoadBalancerConnectionLogsArgs { Bucket = _args.LogBucketName, Enabled = true },
        HealthCheckLogs = new LoadBalancerHealthCheckLogsArgs { Bucket = _args.LogBucketName, Enabled = true },
        // Does nothing until somebody shifts the traffic away from a zone that is sick but not lost.
        EnableZonalShift = true,
        EnableDeletionProtection = _args.DeletionProtection,
    }, new() { Parent = this, Protect = _args.DeletionProtection, DependsOn = _args.LogsReady });

    private LB.TargetGroup TargetGroup()
    {
        // AWS does not verify the certificate of a server, so each may sign its own. See
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html.
        var protocol = _args.TlsMode == TlsMode.EndToEnd ? "HTTPS" : "HTTP";
        return new($"{_name}-servers", new()
        {
            VpcId = _args.VpcId,
            TargetType = "instance",
            Protocol = protocol,
            ProtocolVersion = "HTTP1",
            Port = ServerPort.Of(_args.TlsMode),
            LoadBalancingAlgorithmType = "round_robin",
            DeregistrationDelay = Seconds(_args.DeregistrationDelay),
            SlowStart = 0,
            Stickiness = new TargetGroupStickinessArgs { Type = "lb_cookie", Enabled = false },
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Protocol = protocol,
                Port = "traffic-port",
                Path = _args.HealthCheck.Path,
                // Not 200-399: a redirect is no sign of health.
                Matcher = "200",
                Interval = Seconds(_args.HealthCheck.Interval),
                Timeout = Seconds(_args.HealthCheck.Timeout),
                HealthyThreshold = _args.HealthCheck.HealthyThreshold,
                UnhealthyThreshold = _args.HealthCheck.UnhealthyThreshold,
            },
        }, Child);
    }

    private LB.Listener HttpsListener() => new($"{_name}-https", new()
    {
        LoadBalancerArn = Arn,
        Port = 443,
        Protocol = "HTTPS",
        SslPolicy = _tlsPolicy,
        CertificateArn = _args.CertificateArn,
        DefaultActions = { new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = TargetGroupArn } },
        RoutingHttpResponseServerEnabled = false,
        RoutingHttpResponseStrictTransportSecurityHeaderValue = _args.ResponseHeaders.StrictTransportSecurity,
        RoutingHttpResponseXContentTypeOptionsHeaderValue = ResponseHeaders.XContentTypeOptions,
        RoutingHttpResponseXFrameOptionsHeaderValue = _args.ResponseHeaders.XFrameOptions!,
        RoutingHttpResponseContentSecurityPolicyHeaderValue = _args.ResponseHeaders.ContentSecurityPolicy!,
    }, Child);

    // No security headers here: browsers ignore HSTS over HTTP, and a redirect has no content for the others to protect.
    private void RedirectToHttps() => _ = new LB.Listener($"{_name}-http", new()
    {
        LoadBalancerArn = Arn,
        Port = 80,
        Protocol = "HTTP",
        DefaultActions =
        {
            new ListenerDefaultActionArgs
            {
                Type = "redirect",
                Redirect = new ListenerDefaultActionRedirectArgs
                {
                    StatusCode = "HTTP_301",
                    Protocol = "HTTPS",
                    Port = "443",
                    Host = "#{host}",
                    Path = "/#{path}",
                    Query = "#{query}",
                },
            },
        },
        RoutingHttpResponseServerEnabled = false,
    }, Child);

    private static string? ProblemOfPolicy(string policy) => TlsPolicies.IsAllowed(policy)
        ? null
        : $"TlsPolicy must be one of {string.Join(", ", TlsPolicies.Allowed)}, got '{policy}'";

    private static int Seconds(TimeSpan time) => (int)time.TotalSeconds;
}

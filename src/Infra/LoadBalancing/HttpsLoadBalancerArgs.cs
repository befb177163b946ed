using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>What an <see cref="HttpsLoadBalancer"/> stands on, and how it treats its clients and servers.</summary>
public sealed class HttpsLoadBalancerArgs : ResourceArgs
{
    /// <summary>The id of the VPC of the servers.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; set; }

    /// <summary>
    /// The ids of public subnets in two zones or more, each <c>/27</c> or larger with 8 free addresses, which AWS demands:
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer.
    /// </summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; set; }

    /// <summary>The id of the security group: 80 and 443 from the clients, the servers' port to the servers.</summary>
    [Input("securityGroupId", required: true)]
    public required Input<string> SecurityGroupId { get; set; }

    /// <summary>The ARN of a certificate that is ready for use, in the load balancer's region.</summary>
    [Input("certificateArn", required: true)]
    public required Input<string> CertificateArn { get; set; }

    /// <summary>
    /// The TLS versions and ciphers that clients may use: one of <see cref="TlsPolicies.Allowed"/>, and <see cref="TlsPolicies.Default"/>
    /// unless set. Any other is refused: at once where its value is known, and else when it is, before there is a listener.
    /// </summary>
    [Input("tlsPolicy")]
    public Input<string> TlsPolicy { get; set; } = TlsPolicies.Default;

    /// <summary>The header fields of every answer over HTTPS; by default the strictest that suits files alone.</summary>
    [Input("responseHeaders")]
    public ResponseHeaders ResponseHeaders { get; set; } = new();

    /// <summary>
    /// Whether servers are talked to in HTTP on port 80, which is the default, or in HTTPS on port 443. Another one makes another target
    /// group.
    /// </summary>
    [Input("tlsMode")]
    public TlsMode TlsMode { get; set; }

    /// <summary>How servers are checked.</summary>
    [Input("healthCheck", required: true)]
    public required HealthCheck HealthCheck { get; set; }

    /// <summary>
    /// How long a server that leaves may finish its requests, in whole seconds; 0 s to 1 h. So long it still runs. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay.
    /// </summary>
    [Input("deregistrationDelay", required: true)]
    public required TimeSpan DeregistrationDelay { get; set; }

    /// <summary>The name of the bucket for access, connection and health check logs: that of a <see cref="Logging.LogArchive"/>.</summary>
    [Input("logBucketName", required: true)]
    public required Input<string> LogBucketName { get; set; }

    /// <summary>What must be there before logs can be written: the bucket's policy. Unless set, nothing is waited for.</summary>
    [Input("logsReady")]
    public InputList<Resource> LogsReady { get; set; } = [];

    /// <summary>
    /// Whether clients may come over IPv6 as well, for which each subnet needs an IPv6 block; by default they may not. Servers are always
    /// talked to over IPv4.
    /// </summary>
    [Input("ipv6")]
    public bool Ipv6 { get; set; }

    /// <summary>Whether AWS and Pulumi both refuse to delete the load balancer; by default neither does.</summary>
    [Input("deletionProtection")]
    public bool DeletionProtection { get; set; }
}

using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>What an <see cref="HttpsLoadBalancer"/> stands on, and how it treats its clients and servers.</summary>
public sealed record HttpsLoadBalancerArgs
{
    /// <summary>The VPC of the servers.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Public subnets in at least two zones.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group: 80 and 443 from the clients, the servers' port to the servers.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The ARN of a certificate that is ready for use.</summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>The TLS versions and ciphers that clients may use: one of <see cref="TlsPolicies.Allowed"/>.</summary>
    public string TlsPolicy { get; init; } = TlsPolicies.Default;

    /// <summary>The header fields of every answer over HTTPS; by default the strictest that suits files alone.</summary>
    public ResponseHeaders ResponseHeaders { get; init; } = new();

    /// <summary>Whether servers are talked to in HTTP on port 80 or in HTTPS on port 443.</summary>
    public required TlsMode TlsMode { get; init; }

    /// <summary>How servers are checked.</summary>
    public required HealthCheck HealthCheck { get; init; }

    /// <summary>How long a server that leaves may finish its requests, in whole seconds; so long it still runs.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    /// <summary>The bucket for access, connection and health check logs.</summary>
    public required Input<string> LogBucketName { get; init; }

    /// <summary>What must be there before logs can be written: the bucket's policy.</summary>
    public required InputList<Resource> LogsReady { get; init; }

    /// <summary>Whether clients may come over IPv6 as well; servers are always talked to over IPv4.</summary>
    public required bool Ipv6 { get; init; }

    /// <summary>Whether AWS and Pulumi both refuse to delete the load balancer.</summary>
    public required bool DeletionProtection { get; init; }
}

using Infra.Cli.Plan.Graph;
using Infra.LoadBalancing;

namespace Infra.Cli.Plan.Declared;

/// <summary>An Application Load Balancer with its listeners.</summary>
internal sealed record DeclaredLoadBalancer : INamed
{
    public required string Name { get; init; }

    public required bool IsInternetFacing { get; init; }

    public required bool IsDualStack { get; init; }

    public required bool IsDeletionProtected { get; init; }

    /// <summary>The ids of its subnets, one in a zone.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>The ids of its security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>How long a connection may be silent.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>Whether header fields with invalid names are removed before a request goes to a server.</summary>
    public required bool DropInvalidHeaders { get; init; }

    /// <summary>Whether clients may speak HTTP/2.</summary>
    public required bool Http2 { get; init; }

    public required IReadOnlyList<DeclaredListener> Listeners { get; init; }

    /// <summary>Whom its security groups admit.</summary>
    public required IReadOnlyList<DeclaredIngress> Ingress { get; init; }

    /// <summary>DNS records that lead to it.</summary>
    public required IReadOnlyList<DeclaredAlias> Aliases { get; init; }

    /// <summary>What inspects its requests.</summary>
    public required IReadOnlyList<DeclaredInspection> Inspections { get; init; }

    /// <summary>Of requests; none when they are not logged.</summary>
    public required DeclaredBucketLogs? AccessLogs { get; init; }

    /// <summary>Of connections; none when they are not logged.</summary>
    public required DeclaredBucketLogs? ConnectionLogs { get; init; }

    /// <summary>Of the checks of servers; none when they are not logged.</summary>
    public required DeclaredBucketLogs? HealthCheckLogs { get; init; }

    /// <summary>What it logs to a bucket, by kind, the most telling first.</summary>
    public IReadOnlyList<(string Kind, DeclaredBucketLogs Logs)> BucketLogs =>
    [
        .. from kind in new[] { ("access", AccessLogs), ("connection", ConnectionLogs), ("health check", HealthCheckLogs) }
           where kind.Item2 is not null
           select kind,
    ];

    /// <summary>The listener for plain HTTP, of a load balancer that has one at most.</summary>
    public DeclaredListener? Http => Listeners.SingleOrDefault(listener => !listener.IsHttps);

    /// <summary>The listener for HTTPS, of a load balancer that has exactly one.</summary>
    public DeclaredListener Https => Listeners.Single(listener => listener.IsHttps);
}

/// <summary>Addresses that a security group, or a network ACL, admits.</summary>
/// <param name="Source">A block of addresses, or the id of a security group or a prefix list.</param>
internal sealed record DeclaredIngress(string Source, double FromPort, double ToPort);

/// <summary>An alias record of a load balancer.</summary>
/// <param name="Domain">Its DNS name.</param>
/// <param name="RecordType">A for IPv4, AAAA for IPv6.</param>
internal sealed record DeclaredAlias(string Name, string Domain, string RecordType) : INamed;

/// <summary>A web ACL in front of a load balancer.</summary>
/// <param name="WebAcl">None if it is not of the stack.</param>
internal sealed record DeclaredInspection(string Name, DeclaredWebAcl? WebAcl) : INamed;

/// <summary>A listener.</summary>
internal sealed record DeclaredListener : INamed
{
    public required ResourceNode Node { get; init; }

    public string Name => Node.Name;

    public required bool IsHttps { get; init; }

    public string Protocol => IsHttps ? "HTTPS" : "HTTP";

    /// <summary>The port that the stack declares; a rehearsal listens on a free one instead.</summary>
    public required int Port { get; init; }

    /// <summary>What it does with a request, in AWS's word: <c>forward</c>, <c>redirect</c>, <c>fixed-response</c>, ...</summary>
    public required string Action { get; init; }

    /// <summary>Where it redirects to; none when it does not.</summary>
    public required DeclaredRedirect? Redirect { get; init; }

    /// <summary>Where it forwards to; none when it does not, or when the target group is not of the stack.</summary>
    public required DeclaredTargetGroup? TargetGroup { get; init; }

    /// <summary>The security policy, e.g. <c>ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09</c>; none for plain HTTP.</summary>
    public required string? TlsPolicy { get; init; }

    /// <summary>Whether its policy refuses TLS 1.2.</summary>
    public bool IsTls13Only => TlsPolicy is { } policy && TlsPolicies.IsTls13Only(policy);

    /// <summary>The certificate; none for plain HTTP.</summary>
    public required DeclaredCertificate? Certificate { get; init; }

    /// <summary>Header fields that it puts on every answer in place of the server's, by name.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>Whether it names itself in the header field <c>Server</c>.</summary>
    public required bool NamesItself { get; init; }
}

/// <summary>A redirect, with AWS's placeholders such as <c>#{host}</c>.</summary>
internal sealed record DeclaredRedirect(int StatusCode, string Protocol, string Port, string Host, string Path, string Query);

/// <summary>A certificate.</summary>
/// <param name="Names">The names it is for, wildcards included; none are known of a certificate from outside the stack.</param>
/// <param name="Validity">How long it is valid.</param>
/// <param name="IsSelfSigned">Whether the stack makes it itself; otherwise ACM or somebody else issues it.</param>
internal sealed record DeclaredCertificate(IReadOnlyList<string> Names, TimeSpan Validity, bool IsSelfSigned);

namespace Infra.Cli.Diagram.Facts;

/// <summary>The load balancer with its listeners.</summary>
internal sealed record LoadBalancer
{
    public required bool IsInternetFacing { get; init; }

    public required bool IsDualStack { get; init; }

    public required bool IsDeletionProtected { get; init; }

    public required HttpsListener Https { get; init; }

    public required Redirect Redirect { get; init; }

    public required TargetGroup TargetGroup { get; init; }

    public required Certificate Certificate { get; init; }
}

internal sealed record HttpsListener(string Protocol, string Port, string TlsPolicy);

/// <summary>A listener that only sends clients elsewhere.</summary>
/// <param name="Status">The status code of its answer, e.g. <c>301</c>.</param>
internal sealed record Redirect(string Protocol, string Port, string Status, string ToProtocol, string ToPort);

internal sealed record TargetGroup(string Protocol, string Port, HealthCheck HealthCheck);

internal sealed record HealthCheck(
    string Protocol, string Path, string IntervalSeconds, string HealthyThreshold, string UnhealthyThreshold);

/// <summary>The certificate that clients see.</summary>
/// <param name="DomainName">The name that ACM issued it for; none if ACM did not.</param>
internal sealed record Certificate(CertificateOrigin Origin, string? DomainName);

internal enum CertificateOrigin
{
    /// <summary>ACM issues and renews it.</summary>
    Issued,

    /// <summary>The stack signs it itself.</summary>
    SelfSigned,

    /// <summary>It exists outside the stack.</summary>
    Existing,
}

using Pulumi;

namespace Infra.Certificates;

/// <summary>Where the load balancer's certificate comes from: one of the three below, and nothing else.</summary>
public abstract record CertificateSource
{
    private CertificateSource()
    {
    }

    /// <summary>AWS issues the certificate, proves by a DNS record that the name is ours, and renews it by itself.</summary>
    /// <param name="DomainName">The name of the site; at most 64 characters, which is all that a certificate's common name holds.</param>
    /// <param name="HostedZoneId">The public Route 53 zone that holds it, where the record goes that proves the name.</param>
    public sealed record Issued(string DomainName, Input<string> HostedZoneId) : CertificateSource;

    /// <summary>A certificate that is in AWS Certificate Manager already; whoever put it there renews it.</summary>
    /// <param name="Arn">Its ARN, in the load balancer's region.</param>
    public sealed record Imported(Input<string> Arn) : CertificateSource;

    /// <summary>A certificate signed by its own key: the site is encrypted without a domain, and browsers warn about it.</summary>
    /// <param name="DomainName">The name it is valid for, a wildcard perhaps; at most 64 characters.</param>
    /// <param name="Rotation">Any text; another one makes a new key and a new certificate.</param>
    public sealed record SelfSigned(string DomainName, string Rotation) : CertificateSource;
}

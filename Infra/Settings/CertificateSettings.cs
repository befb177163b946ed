using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>The site's name and the certificate that proves it.</summary>
public sealed record CertificateSettings
{
    /// <summary>
    /// The site's DNS name, in lower case. Not set by default: the site then answers under the load balancer's own name. Set together
    /// with <see cref="HostedZoneId"/>.
    /// </summary>
    public string? DomainName { get; init; }

    /// <summary>
    /// The id of the public Route 53 zone that holds <see cref="DomainName"/>. Not set by default: no DNS record is made.
    /// </summary>
    public string? HostedZoneId { get; init; }

    /// <summary>
    /// The ARN of an ACM certificate in the stack's region. Not set by default: ACM issues one for <see cref="DomainName"/>. Beside a
    /// domain name it replaces the issued certificate, and the name gets its alias record alone.
    /// </summary>
    public SecretText? CertificateArn { get; init; }

    /// <summary>Whether a self-signed certificate may serve a stack that is protected from deletion. By default it may not.</summary>
    public required bool AllowSelfSigned { get; init; }

    /// <summary>
    /// 1 to 64 printable characters, <c>1</c> by default. Any change makes a new key and a new self-signed certificate.
    /// </summary>
    public required string Rotation { get; init; }

    /// <summary>Whether the stack makes a self-signed certificate, for want of a name that ACM could issue one for.</summary>
    public bool IsSelfSigned => DomainName is null && CertificateArn is null;

    internal static CertificateSettings Read(SettingsReader reader) => new()
    {
        DomainName = reader.Optional(CertificateCatalogue.DomainName),
        HostedZoneId = reader.Optional(CertificateCatalogue.HostedZoneId),
        CertificateArn = reader.OptionalSecret(CertificateCatalogue.CertificateArn),
        AllowSelfSigned = reader.Value(CertificateCatalogue.AllowSelfSigned),
        Rotation = reader.Value(CertificateCatalogue.Rotation),
    };
}

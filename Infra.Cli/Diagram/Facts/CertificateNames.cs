namespace Infra.Cli.Diagram.Facts;

/// <summary>Says in a few words where a certificate comes from.</summary>
internal static class CertificateNames
{
    public static string Of(Certificate certificate) => certificate.Origin switch
    {
        CertificateOrigin.Issued => $"issued for {certificate.DomainName}",
        CertificateOrigin.SelfSigned => "self-signed, imported",
        _ => "existing certificate",
    };
}

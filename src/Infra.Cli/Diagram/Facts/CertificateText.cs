using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Says in a few words where a certificate comes from.</summary>
internal static class CertificateText
{
    public static string Of(DeclaredCertificate? certificate) => certificate switch
    {
        { IsSelfSigned: true } => "self-signed, imported",
        { Names: [var name, ..] } => $"issued for {name}",
        _ => "existing certificate",
    };
}

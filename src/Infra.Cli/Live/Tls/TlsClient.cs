using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Live.Tls;

/// <summary>
/// How every TLS connection of this program begins. A certificate is a stranger's text: unless told otherwise .NET follows the addresses in
/// it, to wherever they lead, before it asks whether the certificate is good. So the options of a connection are made here alone.
/// </summary>
internal static class TlsClient
{
    /// <summary>Options that take what the caller takes.</summary>
    public static SslClientAuthenticationOptions Options(RemoteCertificateValidationCallback takes) =>
        new() { RemoteCertificateValidationCallback = takes, CertificateChainPolicy = ChainPolicy() };

    /// <summary>A way from a certificate to one that is trusted, by what is at hand: nothing is downloaded or asked for.</summary>
    public static X509ChainPolicy ChainPolicy() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
    };
}

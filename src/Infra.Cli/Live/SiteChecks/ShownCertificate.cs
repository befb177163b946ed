using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>The certificate that a site shows, with those that it sends along.</summary>
internal sealed class ShownCertificate : IDisposable
{
    private readonly X509Certificate2Collection _sent = [];

    private ShownCertificate(X509Certificate2 certificate, X509Chain chain)
    {
        Certificate = X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span);
        foreach (var sent in chain.ChainPolicy.ExtraStore)
            _sent.Add(X509CertificateLoader.LoadCertificate(sent.RawDataMemory.Span));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The certificates that came with it.</summary>
    public X509Certificate2Collection Sent => _sent;

    /// <summary>Asks for it.</summary>
    /// <exception cref="SiteUnreachableException">There is no handshake to be had.</exception>
    public static async Task<ShownCertificate> OfAsync(LiveSite site, CancellationToken cancellation)
    {
        ShownCertificate? shown = null;
        await using var connection = await SiteConnection.OpenTlsAsync(
            site,
            cancellation,
            (_, certificate, chain, _) =>
            {
                shown = certificate is X509Certificate2 own ? new(own, chain!) : null;
                return shown is not null;
            });
        return shown!;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var sent in _sent)
            sent.Dispose();
    }
}

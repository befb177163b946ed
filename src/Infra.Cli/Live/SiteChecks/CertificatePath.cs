using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Tls;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>
/// The way from a site's certificate to one that is trusted, as clients find it: by what the server sends and what is trusted. What it
/// sends and nobody needs, such as an old cross-signature, is not on it.
/// </summary>
internal sealed class CertificatePath : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly ShownCertificate _shown;
    private readonly X509Chain _chain;

    private CertificatePath(LiveSite site, ShownCertificate shown)
    {
        _shown = shown;
        _chain = new() { ChainPolicy = Policy(site, shown) };
        IsTrusted = _chain.Build(shown.Certificate);
    }

    /// <summary>Whether it ends in one that is trusted; how long it is valid is another thing.</summary>
    public bool IsTrusted { get; }

    /// <summary>The certificates on it, the site's own first; as far as it leads.</summary>
    public IReadOnlyList<X509Certificate2> Certificates => [.. _chain.ChainElements.Select(element => element.Certificate)];

    /// <summary>Why it is not trusted.</summary>
    public IEnumerable<string> Faults => _chain.ChainStatus.Select(FaultOf).Distinct();

    /// <summary>Asks for the certificate, and finds the way.</summary>
    /// <exception cref="SiteUnreachableException">There is no handshake to be had.</exception>
    public static async Task<CertificatePath> OfAsync(LiveSite site, CancellationToken cancellation) =>
        new(site, await ShownCertificate.OfAsync(site, cancellation));

    /// <summary>A certificate in words, by whom it is for.</summary>
    public static string NameOf(X509Certificate2 certificate) =>
        LegibleText.Of(certificate.Subject is "" ? "a certificate without a name" : certificate.Subject);

    public void Dispose()
    {
        foreach (var element in _chain.ChainElements)
            element.Certificate.Dispose();
        _chain.Dispose();
        _shown.Dispose();
    }

    // OpenSSL's words leave it open whose task it is to have that certificate.
    private string FaultOf(X509ChainStatus status) => status.Status == X509ChainStatusFlags.PartialChain
        ? $"the server does not send the certificate of {LegibleText.Of(Certificates[^1].Issuer)}, and who connects has no other way to "
            + "it; a browser may fetch it, other clients fail"
        : status.StatusInformation.Trim().TrimEnd('.');

    private static X509ChainPolicy Policy(LiveSite site, ShownCertificate shown)
    {
        var policy = TlsClient.ChainPolicy();
        // How long it is valid is a claim of its own. Of two ways the one that is valid now is taken.
        policy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        policy.VerificationTime = site.Time.GetUtcNow().LocalDateTime;
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        policy.ExtraStore.AddRange(shown.Sent);
        if (site.Trusted is { } trusted)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trusted);
        }

        return policy;
    }
}

using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the certificate is for the host that visitors ask for.</summary>
internal sealed class CertificateHostCheck : ISiteCheck
{
    public Claim Claim { get; } = new("R3", "the certificate is for this host", "that it is for the site's other names");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var shown = await ShownCertificate.OfAsync(site, cancellation);
        var names = shown.Certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension
                .EnumerateDnsNames()
                .Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())));
        return Finding.Of(
            shown.Certificate.MatchesHostname(site.Host, allowCommonName: false),
            LegibleText.Of($"{site.Host}; the certificate is for {string.Join(", ", names.DefaultIfEmpty("no name"))}"));
    }
}

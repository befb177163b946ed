using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the certificate is somebody's whom visitors trust.</summary>
internal sealed class CertificateChainCheck : ISiteCheck
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public Claim Claim { get; } = new(
        "R3",
        "the certificate leads to one that is trusted",
        "that it has not been revoked, or that others trust what this machine trusts");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var shown = await ShownCertificate.OfAsync(site, cancellation);
        using var chain = new X509Chain { ChainPolicy = Policy(site, shown) };
        if (chain.Build(shown.Certificate))
        {
            return Finding.Pass(
                $"issued by {Name(shown.Certificate.IssuerName)}, trusted by {(site.Trusted is null ? "this machine" : site.TrustedBy)}");
        }

        var faults = chain.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Distinct();
        return Finding.Fail($"issued by {Name(shown.Certificate.IssuerName)}: {string.Join("; ", faults)}");
    }

    private static X509ChainPolicy Policy(LiveSite site, ShownCertificate shown)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            // Other clients don't fetch what the server forgets to send either.
            DisableCertificateDownloads = true,
            // How long it is valid is a claim of its own.
            VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
            ApplicationPolicy = { new Oid(ServerAuthentication) },
        };
        policy.ExtraStore.AddRange(shown.Sent);
        if (site.Trusted is { } trusted)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trusted);
        }

        return policy;
    }

    private static string Name(X500DistinguishedName name) => LegibleText.Of(name.Name);
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the certificate is somebody's whom visitors trust.</summary>
internal sealed class CertificateChainCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R3",
        "the certificate leads to one that is trusted",
        "that it has not been revoked, or that others trust what this machine trusts");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var path = await CertificatePath.OfAsync(site, cancellation);
        var issuer = $"issued by {LegibleText.Of(path.Certificates[0].Issuer)}";
        return path.IsTrusted
            ? Finding.Pass($"{issuer}, trusted by {(site.Trusted is null ? "this machine" : site.TrustedBy)}")
            : Finding.Fail($"{issuer}: {string.Join("; ", path.Faults)}");
    }
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>
/// R3: TLS 1.2 is no better than the cipher suite that is agreed on. All that are known are offered, but for those that may be.
/// </summary>
internal sealed class WeakCiphersCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R3",
        "over TLS 1.2 the server refuses every cipher suite without forward secrecy, authenticated encryption or a certificate, "
        + "and every other that the stack's policy lacks",
        "that it refuses suites that are on no list, or those of SRP to somebody whose name it knows");

    public Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var declared = site.TlsPolicy is { } policy ? SecurityPolicySuites.OfTls12(policy) : null;
        var unwanted = declared is null ? KnownSuites.Weak : [.. KnownSuites.All.Except(declared)];
        return Offers.FindRefusedAsync(site, TlsVersion.Tls12, unwanted, cancellation);
    }
}

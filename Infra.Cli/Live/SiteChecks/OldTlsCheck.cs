using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: what is older than TLS 1.2 is refused by the server, not by this machine's client.</summary>
internal sealed class OldTlsCheck : ISiteCheck
{
    private static readonly IReadOnlyList<TlsVersion> OldVersions = [TlsVersion.Ssl30, TlsVersion.Tls10, TlsVersion.Tls11];

    public Claim Claim { get; } = new(
        "R3",
        "the server refuses SSL 3.0, TLS 1.0 and TLS 1.1",
        "that the server itself refused where a connection was closed: a device on the way may have");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var offers = OldVersions.Select(version => (TlsNames.Of(version), new ClientHello(version, OfferedSuites.Old)));
        return await Offers.FindRefusedAsync(site, offers, cancellation);
    }
}

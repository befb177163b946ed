using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: TLS 1.2 is no better than the cipher suite that is agreed on.</summary>
internal sealed class WeakCiphersCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R3",
        "over TLS 1.2 the server refuses CBC, 3DES, RC4 and keys without forward secrecy",
        "that every other suite which it takes is strong");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        (string, ClientHello)[] offers =
        [
            ("CBC", new(TlsVersion.Tls12, OfferedSuites.Cbc)),
            ("3DES", new(TlsVersion.Tls12, OfferedSuites.TripleDes)),
            ("RC4", new(TlsVersion.Tls12, OfferedSuites.Rc4)),
            ("static RSA", new(TlsVersion.Tls12, OfferedSuites.StaticRsa)),
        ];
        return await Offers.FindRefusedAsync(site, offers, cancellation);
    }
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: two flaws of the handshake itself, that TLS 1.3 has no longer.</summary>
internal sealed class HandshakeFlawsCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R3",
        "over TLS 1.2 the server compresses nothing, and answers by RFC 5746, which ties a renegotiation to its connection",
        "that it refuses a renegotiation which a client begins: that takes a whole handshake of an old kind");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var hello = new ClientHello(TlsVersion.Tls12, KnownSuites.All) { MayCompress = true };
        var search = await SuiteSearch.RunAsync(site, hello, most: 1, cancellation);
        if (search.Accepted is not [{ Hello: { } agreed } answer])
            return search.IsUnclear ? Finding.NotChecked(search.Refusals) : Finding.Pass($"TLS 1.2 is refused: {search.Refusals}");

        var ties = agreed.TiesRenegotiations ? "renegotiations are tied" : "no answer by RFC 5746";
        return Finding.Of(
            agreed is { Compresses: false, TiesRenegotiations: true },
            $"{answer.Shown}: {ties}; {(agreed.Compresses ? "DEFLATE chosen" : "DEFLATE offered and not chosen")}");
    }
}

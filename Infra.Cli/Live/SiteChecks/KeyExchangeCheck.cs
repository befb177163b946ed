using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: which key exchange a server of TLS 1.3 wants, and whether it knows a post-quantum hybrid. To know, not to fail.</summary>
internal sealed class KeyExchangeCheck : ISiteCheck
{
    private static readonly IReadOnlyList<NamedGroup> OfferedGroups =
        [NamedGroup.X25519MLKEM768, NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1];

    public Claim Claim { get; } = new(
        "R3",
        "TLS 1.3 agrees on a group for the key exchange",
        "which group a given browser gets; that a post-quantum hybrid is missing fails nothing");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var agreed = await AskAsync(site, OfferedGroups, cancellation);
        if (agreed.Kind == AnswerKind.Unclear)
            return Finding.NotChecked(agreed.Shown);
        if (agreed.Hello is not { Version: TlsVersion.Tls13, Group: { } group })
            return Finding.Pass($"none, since TLS 1.3 is not agreed on: {agreed.Shown}");

        var hybrid = await AskAsync(site, [NamedGroup.X25519MLKEM768], cancellation);
        var words = hybrid.Hello?.Group == NamedGroup.X25519MLKEM768 ? "offered" : $"not offered ({hybrid.Shown})";
        return Finding.Pass($"{TlsNames.Of(group)} agreed on; post-quantum hybrid {TlsNames.Of(NamedGroup.X25519MLKEM768)} {words}");
    }

    private static Task<ServerAnswer> AskAsync(LiveSite site, IReadOnlyList<NamedGroup> groups, CancellationToken cancellation) =>
        TlsProbe.AskAsync(site, new(TlsVersion.Tls13, OfferedSuites.Tls13) { Groups = groups, HasKeyShare = false }, cancellation);
}

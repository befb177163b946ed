using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>
/// R3: which key exchange a server of TLS 1.3 wants, and whether it knows a post-quantum hybrid, as a stack's policy may promise.
/// </summary>
internal sealed class KeyExchangeCheck : ISiteCheck
{
    private static readonly IReadOnlyList<NamedGroup> Candidates =
        [NamedGroup.X25519MLKEM768, .. OfferedGroups.Curves, .. OfferedGroups.FiniteFields];

    public Claim Claim { get; } = new(
        "R3",
        $"TLS 1.3 agrees on a group for the key exchange, and on {TlsNames.Of(NamedGroup.X25519MLKEM768)} if the stack's policy has it",
        "which group a given browser gets; that a post-quantum hybrid is missing fails nothing where no policy promises it");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var isPromised = site.TlsPolicy is { } policy && SecurityPolicySuites.IsPostQuantum(policy);
        var agreed = await AskAsync(site, Candidates, cancellation);
        if (agreed.Kind == AnswerKind.Unclear)
            return Finding.NotChecked(agreed.Shown);
        if (agreed.Hello is not { Version: TlsVersion.Tls13, Group: { } group })
            return Finding.Of(!isPromised, $"none, since TLS 1.3 is not agreed on: {agreed.Shown}");

        var hybrid = await AskAsync(site, [NamedGroup.X25519MLKEM768], cancellation);
        if (isPromised && hybrid.Kind == AnswerKind.Unclear)
            return Finding.NotChecked(hybrid.Shown);
        var isOffered = hybrid.Hello?.Group == NamedGroup.X25519MLKEM768;
        var field = (await AskAsync(site, OfferedGroups.FiniteFields, cancellation)).Hello?.Group;
        return Finding.Of(
            isOffered || !isPromised,
            $"{TlsNames.Of(group)} agreed on; post-quantum hybrid {TlsNames.Of(NamedGroup.X25519MLKEM768)} "
            + (isOffered ? "offered" : $"not offered ({hybrid.Shown})")
            + (field is { } finite && OfferedGroups.FiniteFields.Contains(finite) ? $"; finite field {TlsNames.Of(finite)} too" : ""));
    }

    private static Task<ServerAnswer> AskAsync(LiveSite site, IReadOnlyList<NamedGroup> groups, CancellationToken cancellation) =>
        TlsProbe.AskAsync(site, new(TlsVersion.Tls13, OfferedSuites.Tls13) { Groups = groups, HasKeyShare = false }, cancellation);
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3, for a site whose security policy has TLS 1.3 alone: 1.2 is old there.</summary>
internal sealed class Tls13OnlyCheck : ISiteCheck
{
    private static readonly ClientHello New = new(TlsVersion.Tls13, OfferedSuites.Tls13);
    private static readonly ClientHello Old = new(TlsVersion.Tls12, [.. OfferedSuites.Strong, .. OfferedSuites.Old]);

    public Claim Claim { get; } = new(
        "R3",
        "the server accepts TLS 1.3 and refuses TLS 1.2",
        "that every client of TLS 1.3 shares a cipher suite with it");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var accepted = await TlsProbe.AskAsync(site, New, cancellation);
        var refused = await TlsProbe.AskAsync(site, Old, cancellation);
        var isNew = accepted.Hello?.Version == TlsVersion.Tls13;
        return new(
            OutcomeOf(accepted, isNew, refused),
            $"{(isNew ? "" : "TLS 1.3: ")}{accepted.Shown}; "
            + $"TLS 1.2: {(refused.Kind == AnswerKind.Accepted ? "accepted, " : "")}{refused.Shown}");
    }

    private static Outcome OutcomeOf(ServerAnswer accepted, bool isNew, ServerAnswer refused) =>
        refused.Kind == AnswerKind.Accepted || (!isNew && accepted.Kind != AnswerKind.Unclear) ? Outcome.Fail
        : accepted.Kind == AnswerKind.Unclear || refused.Kind == AnswerKind.Unclear ? Outcome.NotChecked
        : Outcome.Pass;
}

using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3, for a site whose security policy has TLS 1.3 alone: 1.2 is old there.</summary>
internal sealed class Tls13OnlyCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R3",
        "the server accepts TLS 1.3 and refuses TLS 1.2",
        "that every client of TLS 1.3 shares a cipher suite with it");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var accepted = await TlsProbe.AskAsync(site, NewTlsCheck.Tls13, cancellation);
        var (refusal, shown) = await Offers.AskForVersionAsync(site, TlsVersion.Tls12, cancellation);
        var isNew = accepted.Hello?.Version == TlsVersion.Tls13;
        return new(
            OutcomeOf(accepted, isNew, refusal),
            $"{(isNew ? "" : "TLS 1.3: ")}{accepted.Shown}; TLS 1.2: {shown}");
    }

    private static Outcome OutcomeOf(ServerAnswer accepted, bool isNew, AnswerKind refusal) =>
        refusal == AnswerKind.Accepted || (!isNew && accepted.Kind != AnswerKind.Unclear) ? Outcome.Fail
        : accepted.Kind == AnswerKind.Unclear || refusal == AnswerKind.Unclear ? Outcome.NotChecked
        : Outcome.Pass;
}

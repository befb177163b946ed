using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: what is older than TLS 1.2 is refused by the server, not by this machine's client.</summary>
internal sealed class OldTlsCheck : ISiteCheck
{
    private static readonly IReadOnlyList<TlsVersion> OldVersions = [TlsVersion.Ssl30, TlsVersion.Tls10, TlsVersion.Tls11];

    public Claim Claim { get; } = new(
        "R3",
        "the server refuses SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1, with every cipher suite that is known",
        "that the server itself refused where a connection was closed: a device on the way may have");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var ssl2 = await TlsProbe.AskForSsl2Async(site, cancellation);
        var answers = new List<(string Version, AnswerKind Kind, string Shown)>
        {
            ("SSL 2.0", ssl2.Kind, ssl2.Kind == AnswerKind.Accepted ? "accepted" : ssl2.Shown),
        };
        foreach (var version in OldVersions)
        {
            var (kind, shown) = await Offers.AskForVersionAsync(site, version, cancellation);
            answers.Add((TlsNames.Of(version), kind, shown));
        }

        return new(
            answers.Exists(answer => answer.Kind == AnswerKind.Accepted) ? Outcome.Fail
                : answers.Exists(answer => answer.Kind == AnswerKind.Unclear) ? Outcome.NotChecked
                : Outcome.Pass,
            string.Join("; ", answers.Select(answer => $"{answer.Version}: {answer.Shown}")));
    }
}

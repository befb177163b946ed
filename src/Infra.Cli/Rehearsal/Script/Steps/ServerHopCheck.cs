using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R4: what the load balancer and a server say to each other is as encrypted as declared. Asks the server itself.</summary>
internal sealed class ServerHopCheck(bool isHttps) : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R4",
        isHttps ? "the servers speak HTTPS" : "the servers speak plain HTTP behind the load balancer",
        "that nothing but the load balancer reaches them: infra check does");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var answer = await TlsProbe.AskAsync(site, new(TlsVersion.Tls13, OfferedSuites.Tls13), cancellation);
        return Finding.Of(answer.Kind == AnswerKind.Accepted == isHttps, $"a TLS handshake with a server: {answer.Shown}");
    }
}

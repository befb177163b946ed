using System.Globalization;
using System.Security.Authentication;
using Infra.LoadBalancing;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R2, R3 and R4: what the listeners answer, and how the load balancer reaches the servers.</summary>
internal sealed class FrontStep : IScriptStep
{
    private const string Host = "www.example.com";
    private const string Redirects = "HTTP answers only with a 301 to HTTPS, same host, path, query";

    private static readonly IReadOnlyList<(HttpMethod Method, string PathAndQuery)> Visits =
    [
        (HttpMethod.Get, "/"),
        (HttpMethod.Get, "/some/page.html?a=1&b=%20%2F&a=2"),
        (HttpMethod.Head, "/"),
        (HttpMethod.Post, "/form"),
    ];

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var tls = Tls(oldAccepted: false, !TlsPolicies.IsTls13Only(context.Declared.LoadBalancer.Https.TlsPolicy ?? ""), newAccepted: true);
        var hop = Hop(context.Declared.TargetGroup.IsHttps);
        if (context.Live is not { Front: var front } live)
            return [Verdict.NotTried("R2", Redirects, Fast.Why), Verdict.NotTried("R3", tls, Fast.Why), Verdict.NotTried("R4", hop, Fast.Why)];

        var accepted = Tls(
            await front.AcceptsTls11Async(cancellation),
            await front.AcceptsAsync(SslProtocols.Tls12, cancellation),
            await front.AcceptsAsync(SslProtocols.Tls13, cancellation));
        var spoken = Hop(await front.SpeaksTlsAsync(live.Targets.AddressOf(context.Stack.View.Servers[0].Id), cancellation));
        return
        [
            await RedirectAsync(front, [.. Visits, (HttpMethod.Get, context.Declared.TargetGroup.HealthCheck.Path)], cancellation),
            Verdict.Of("R3", tls, accepted, accepted == tls),
            Verdict.Of("R4", hop, spoken, spoken == hop),
        ];
    }

    private static async Task<Verdict> RedirectAsync(IFrontProbe front, IReadOnlyList<(HttpMethod, string)> visits, CancellationToken cancellation)
    {
        foreach (var (method, pathAndQuery) in visits)
        {
            var answer = await front.AskHttpAsync(method, Host, pathAndQuery, cancellation);
            var location = string.Create(CultureInfo.InvariantCulture, $"https://{Host}:{front.HttpsPort}{pathAndQuery}");
            if (answer is null)
                return Verdict.Of("R2", Redirects, "nothing listens for HTTP", passed: false);
            if (answer.StatusCode != 301 || answer.Location != location)
                return Verdict.Of("R2", Redirects, $"{method} {pathAndQuery}: {Shown(answer)}", passed: false);
        }

        var all = string.Create(CultureInfo.InvariantCulture, $"{visits.Count} of {visits.Count} requests redirected so");
        return Verdict.Of("R2", Redirects, all, passed: true);
    }

    private static string Shown(RedirectAnswer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer.StatusCode}{(answer.Location is { } location ? $" to {location}" : "")}");

    private static string Tls(bool oldAccepted, bool middleAccepted, bool newAccepted) =>
        $"TLS 1.1 is {Word(oldAccepted)}, 1.2 {Word(middleAccepted)}, 1.3 {Word(newAccepted)}";

    private static string Word(bool accepted) => accepted ? "accepted" : "refused";

    private static string Hop(bool isTls) => isTls ? "the servers speak HTTPS" : "the servers speak plain HTTP behind the load balancer";
}

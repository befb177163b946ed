using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>What no browser sends is turned down, and breaks nothing.</summary>
internal sealed class OddRequestCheck : ISiteCheck
{
    // More than a load balancer takes: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html.
    private const int TooLong = 80 * 1024;

    private static readonly string OversizedField = $"X-Oversized: {new string('a', TooLong)}\r\n";

    private readonly Func<string, string> _request;

    private OddRequestCheck(string kind, Func<string, string> request)
    {
        _request = request;
        Claim = new(null, $"{kind} is answered or cut off, and not with a 5xx", "that no other such request breaks a server");
    }

    public static IReadOnlyList<ISiteCheck> All =>
    [
        new OddRequestCheck("a malformed request", _ => "GET / HTTP/1.1\r\nthis is no header field\r\n\r\n"),
        new OddRequestCheck("an oversized header field", host => HttpExchange.Request("GET", host, "/", OversizedField)),
        new OddRequestCheck("an unknown method", host => HttpExchange.Request("BREW", host, "/")),
        new OddRequestCheck("an unknown host", _ => HttpExchange.Request("GET", "unknown.invalid", "/")),
    ];

    public Claim Claim { get; }

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var reply = await HttpExchange.SecureAsync(site, _request(HttpExchange.HostField(site, site.Url.Port, 443)), cancellation);
        return Finding.Of(reply.IsClosed || reply.Status < 500, reply.Shown);
    }
}

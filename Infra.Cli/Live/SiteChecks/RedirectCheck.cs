using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R2: plain HTTP is only good for a redirect.</summary>
internal sealed class RedirectCheck : ISiteCheck
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n";

    private static readonly IReadOnlyList<string> Targets =
    [
        "/",
        "/some/page.html?a=1&b=%20%2F&a=2",
        "/a%2Fb/%41//c?next=https://example.com/?x",
        "//double//slash/",
        "/%C3%A4%E2%82%AC?q=%F0%9F%8C%8D",
        "/nothing-asked?",
    ];

    private static readonly IReadOnlyList<string> Methods = ["GET", "HEAD", "POST"];

    public Claim Claim { get; } = new(
        "R2",
        "plain HTTP answers only with a 301 to the same host, path and query over HTTPS",
        "that requests other than those tried are redirected");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        if (site.HttpPort is not { } port)
            return Finding.NotChecked("the URL names a port of its own, so --http-port must say where plain HTTP is");

        var visits = Methods.SelectMany(method => Targets.Append(site.HealthPath).Select(target => (method, target))).ToList();
        foreach (var (method, target) in visits)
        {
            if (await WrongAsync(site, port, method, target, cancellation) is { } wrong)
                return Finding.Fail(wrong);
        }

        return Finding.Pass(string.Create(CultureInfo.InvariantCulture, $"{visits.Count} of {visits.Count} requests redirected so"));
    }

    private static async Task<string?> WrongAsync(LiveSite site, int port, string method, string target, CancellationToken cancellation)
    {
        var host = HttpExchange.HostField(site, port, LiveSite.DefaultHttpPort);
        var request = HttpExchange.Request(method, host, target, method == "POST" ? Form : "");
        HttpReply reply;
        try
        {
            reply = await HttpExchange.PlainAsync(site, port, request, cancellation);
        }
        catch (SiteUnreachableException refused) when (refused.IsRefused)
        {
            // The host is there, since HTTPS answers: its visitors over HTTP are turned away.
            return refused.Message;
        }

        return reply.Status == 301 && IsSame(site, target, reply.Header("Location")) ? null : $"{method} {target}: {reply.Shown}";
    }

    // Port 443 may be written or left out, and so may the mark of an empty query; nothing else is the same page.
    private static bool IsSame(LiveSite site, string target, string? location)
    {
        var page = Bare(target);
        var withPort = string.Create(CultureInfo.InvariantCulture, $"https://{site.UrlHost}:{site.Url.Port}{page}");
        return location is not null
            && (Bare(location) == withPort || (site.Url.IsDefaultPort && Bare(location) == $"https://{site.UrlHost}{page}"));
    }

    private static string Bare(string url) => url.EndsWith('?') ? url[..^1] : url;
}

using System.Globalization;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>The requests that plain HTTP is tried with.</summary>
internal sealed class PlainVisits
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n";
    private const string Page = "/some/page.html?a=1&b=%20%2F&a=2";
    private const string Foreign = "unknown.invalid";

    private static readonly IReadOnlyList<string> Targets =
    [
        "/",
        Page,
        "/a%2Fb/%41//c?next=https://example.com/?x",
        "//double//slash/",
        "/%C3%A4%E2%82%AC?q=%F0%9F%8C%8D",
        "/nothing-asked?",
    ];

    private static readonly IReadOnlyList<string> BrowserMethods = ["GET", "HEAD", "POST"];
    private static readonly IReadOnlyList<string> OtherMethods = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "BREW"];

    // What servers behind others take for the host, the scheme, the port or the path that was asked for.
    private static readonly IReadOnlyList<string> ForwardedFields =
    [
        .. new[]
        {
            "X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-Host", "X-HTTP-Host-Override", "Forwarded-Host", "X-Real-Host",
            "Origin", "Referer",
        }.Select(name => $"{name}: {Foreign}"),
        $"Forwarded: for=192.0.2.1;host={Foreign};proto=https",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Protocol: https",
        "X-Forwarded-Scheme: https",
        "X-Forwarded-Ssl: on",
        "X-Url-Scheme: https",
        "X-Scheme: https",
        "Front-End-Https: on",
        "CloudFront-Forwarded-Proto: https",
        "CF-Visitor: {\"scheme\":\"https\"}",
        "X-Forwarded-Port: 8443",
        "X-Forwarded-Prefix: /prefix",
        "X-Forwarded-Uri: /elsewhere",
        "X-Forwarded-For: 127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "X-Original-URL: /elsewhere",
        "X-Rewrite-URL: /elsewhere",
        "X-HTTP-Method-Override: PUT",
        $"X-Forwarded-Proto: https\r\nX-Forwarded-Host: {Foreign}\r\nX-Forwarded-Port: 8443\r\nX-Forwarded-For: 192.0.2.1",
    ];

    private readonly LiveSite _site;
    private readonly string _host;
    private readonly string _port;
    private readonly string _securePort;

    private PlainVisits(LiveSite site, int httpPort)
    {
        _site = site;
        _host = HttpExchange.HostField(site, httpPort, LiveSite.DefaultHttpPort);
        _securePort = site.Url.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{site.Url.Port}");
        _port = string.Create(CultureInfo.InvariantCulture, $":{httpPort}");
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlainVisit> Of(LiveSite site, int httpPort)
    {
        var visits = new PlainVisits(site, httpPort);
        return [.. visits.ByBrowsers(), .. visits.ByOtherMethods(), .. visits.WithFields(), .. visits.ForHosts(), .. visits.InOldForms()];
    }

    private IEnumerable<PlainVisit> ByBrowsers() =>
        from method in BrowserMethods
        from target in Targets.Append(_site.HealthPath)
        select new PlainVisit(
            $"{method} {target}",
            HttpExchange.Request(method, _host, target, method == "POST" ? Form : ""),
            [Here(target)],
            MayBeRefused: false);

    private IEnumerable<PlainVisit> ByOtherMethods() =>
        from method in OtherMethods
        from target in new[] { "/", Page, _site.HealthPath }
        select new PlainVisit(
            $"{method} {target}", HttpExchange.Request(method, _host, target, "Content-Length: 0\r\n"), [Here(target)]);

    private IEnumerable<PlainVisit> WithFields() =>
        from field in ForwardedFields
        from target in new[] { "/", Page }
        select new PlainVisit(
            $"GET {target} with {field.Replace("\r\n", ", ", StringComparison.Ordinal)}",
            HttpExchange.Request("GET", _host, target, $"{field}\r\n"),
            [Here(target)]);

    // A browser's Host is that of its link, so a redirect to it leads nobody astray whom the link has not led there.
    private IEnumerable<PlainVisit> ForHosts() =>
    [
        For(_site.UrlHost.ToUpperInvariant() + _port, [Here(Page)], mayBeRefused: false),
        For(_site.UrlHost + _port, [Here(Page)], mayBeRefused: false),
        For($"{_site.UrlHost}:8443", [Here(Page)]),
        For(Foreign, [Here(Page), On(Foreign, Page)]),
        For($"{Foreign}{_port}", [Here(Page), On(Foreign, Page)]),
        For($"{_site.UrlHost}\r\nHost: {Foreign}", [Here(Page)]),
    ];

    // The host of an absolute target takes Host's place: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2. Good servers make of its
    // path what they like, since only clients of proxies write such.
    private IEnumerable<PlainVisit> InOldForms() =>
    [
        new("GET / by HTTP/1.0 without a host", "GET / HTTP/1.0\r\n\r\n", []),
        new("GET / by HTTP/1.0", $"GET / HTTP/1.0\r\nHost: {_host}\r\n\r\n", [Here("/")]),
        new($"GET http://{_host}{Page}", HttpExchange.Request("GET", _host, $"http://{_host}{Page}"), [Here(Page)]) { IsAnyPage = true },
        new($"GET http://{Foreign}{Page}", HttpExchange.Request("GET", _host, $"http://{Foreign}{Page}"), [Here(Page), On(Foreign, Page)])
        {
            IsAnyPage = true,
        },
    ];

    private static PlainVisit For(string host, IReadOnlyList<string> pages, bool mayBeRefused = true) => new(
        $"GET {Page} for the host {host.Replace("\r\n", ", ", StringComparison.Ordinal)}",
        HttpExchange.Request("GET", host, Page),
        pages,
        mayBeRefused);

    private string Here(string target) => On(_site.UrlHost, target);

    private string On(string host, string target) => $"{host}{_securePort}{PlainVisit.Bare(target)}";
}

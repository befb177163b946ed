using static Infra.Cli.Tests.Live.Verify.Claims;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>What can be wrong with HAProxy.</summary>
internal static class HaProxyMistakes
{
    private const string Redirect = "http-request redirect code 301 location https://%[req.hdr(host),field(1,:)]:@HTTPS@%[capture.req.uri]";
    private const string Ciphers = "ciphers ECDHE-RSA-AES128-GCM-SHA256";
    private const string Oldest = "ssl-min-ver TLSv1.2";
    private const string Pages = "http-request return status 200 content-type text/plain string ok if { path / /health }";
    private const string Policy = "Content-Security-Policy \"@CSP@\"";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("HTTP forwarded", Redirect, "default_backend site\nbackend site\n  server site 127.0.0.1:@HTTPS@ ssl verify none", Redirects),
        new("HTTP served", Redirect, "http-request return status 200", Redirects),
        new("302", "redirect code 301", "redirect code 302", Redirects),
        new("scheme alone, and so the wrong port", Redirect, "http-request redirect scheme https code 301", Redirects),
        new("to another host", "https://%[", "https://www.%[", Redirects),
        new("path lost", "@HTTPS@%[capture.req.uri]", "@HTTPS@/?%[query]", Redirects),
        new("query lost", "%[capture.req.uri]", "%[path]", Redirects),
        new("CBC", Ciphers, $"{Ciphers}:ECDHE-RSA-AES128-SHA256", RefusesWeak),
        new("static RSA", Ciphers, $"{Ciphers}:AES128-GCM-SHA256", RefusesWeak),
        new("NULL", Ciphers, $"{Ciphers}:NULL-SHA256:@SECLEVEL=0", RefusesWeak),
        new("Camellia", Ciphers, $"{Ciphers}:ECDHE-RSA-CAMELLIA256-SHA384", RefusesWeak),
        new("version shown", Pages, $"http-after-response set-header Server site/1.2.3\n  {Pages}", HidesVersion),
        new("header field missing", "http-after-response set-header X-Content-Type-Options nosniff", "", HasHeaders),
        new("short HSTS", "max-age=31536000", "max-age=86400", HasHeaders),
        new("inline scripts", Policy, "Content-Security-Policy \"default-src 'self' 'unsafe-inline'; object-src 'none'\"", HasHeaders),
        new("front page forbidden", Pages, $"http-request return status 403 if {{ path / }}\n  {Pages}", HasFrontPage),
        new("front page back to HTTP", Pages, $"http-request redirect scheme http if {{ path / }}\n  {Pages}", HasFrontPage),
        new("front page in a circle", Pages, $"http-request redirect location / if {{ path / }}\n  {Pages}", HasFrontPage),
        new("front page empty", Pages, $"http-request return status 200 if {{ path / }}\n  {Pages}", HasFrontPage),
        new("cookie in the clear", Pages, $"http-after-response add-header Set-Cookie a=b;HttpOnly\n  {Pages}", HasSecureCookies),
        new("TRACE served", "if { method TRACE }", "if { method BREW }", RefusesTrace),
        new("host by X-Forwarded-Host", "https://%[", "https://%[req.hdr(x-forwarded-host)]%[", Redirects),
        new("PUT served", Redirect, $"http-request return status 200 if {{ method PUT }}\n  {Redirect}", Redirects),
        new(
            "scheme by X-Forwarded-Proto",
            Redirect,
            $"http-request return status 200 if {{ req.hdr(x-forwarded-proto) https }}\n  {Redirect}",
            Redirects),
        new("health path missing", "path / /health", "path /", HealthPath),
        new("health path broken", Pages, $"http-request return status 503 if {{ path /health }}\n  {Pages}", HealthPath),
        // What it can't read it answers with a 400 that no errorfile changes (seen with 2.6): nothing to make wrong there.
        new("5xx for an unknown method", Pages, $"http-request return status 501 if {{ method BREW }}\n  {Pages}", SurvivesMethod),
        new(
            "5xx for an unknown host",
            Pages,
            $"http-request return status 502 if {{ hdr(host) unknown.invalid }}\n  {Pages}",
            SurvivesHost),
    ];

    public static Mistake Tls13Only { get; } = new("TLS 1.3 alone", Oldest, "ssl-min-ver TLSv1.3");

    public static Mistake OldTls(string version) =>
        new(version, $"{Oldest} {Ciphers}", $"ssl-min-ver {version} {Ciphers}:ECDHE-RSA-AES128-SHA:@SECLEVEL=0");
}

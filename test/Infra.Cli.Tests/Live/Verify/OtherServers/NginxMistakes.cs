using static Infra.Cli.Tests.Live.Verify.Claims;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>What can be wrong with nginx.</summary>
internal static class NginxMistakes
{
    private const string Redirect = "return 301 https://$host:@HTTPS@$request_uri;";
    private const string Protocols = "ssl_protocols TLSv1.2 TLSv1.3;";
    private const string Ciphers = "ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:";
    private const string Pages = "location / { return 404; }";
    private const string Front = "return 200 \"ok\";";
    private const string Broken = "location @broken { return 500; }";

    // 3DES and RC4 are not among them: Debian builds its OpenSSL without, so no server of Debian's can be made to accept them.
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("HTTP forwarded", Redirect, "proxy_pass https://127.0.0.1:@HTTPS@;", Redirects),
        new("HTTP served", Redirect, "return 200;", Redirects),
        new("302", "return 301", "return 302", Redirects),
        new("to HTTP", "https://$host:@HTTPS@$request_uri", "http://$host:@HTTPS@$request_uri", Redirects),
        new("to another host", "https://$host:", "https://www.$host:", Redirects),
        new("path lost", "@HTTPS@$request_uri", "@HTTPS@/?$args", Redirects),
        new("path decoded", "@HTTPS@$request_uri", "@HTTPS@$uri$is_args$args", Redirects, IsNotInjected),
        new("query lost", "@HTTPS@$request_uri", "@HTTPS@$uri", Redirects, IsNotInjected),
        new("GET alone redirected", Redirect, $"if ($request_method = POST) {{ return 405; }} {Redirect}", Redirects),
        new("CBC", Ciphers, $"{Ciphers}ECDHE-RSA-AES128-SHA256:", RefusesWeak),
        new("static RSA", Ciphers, $"{Ciphers}AES128-GCM-SHA256:", RefusesWeak),
        new("NULL", Ciphers, $"{Ciphers}NULL-SHA256:@SECLEVEL=0:", RefusesWeak),
        new("anonymous", Ciphers, $"{Ciphers}AECDH-AES256-SHA:@SECLEVEL=0:", RefusesWeak),
        new("Camellia", Ciphers, $"{Ciphers}ECDHE-RSA-CAMELLIA256-SHA384:", RefusesWeak),
        new("a curve of 224 bits", Protocols, $"{Protocols} ssl_ecdh_curve X25519:P-224;", HasStrongGroups),
        new("version shown", "server_tokens off;", "server_tokens on;", HidesVersion),
        new("header field missing", "add_header X-Content-Type-Options \"nosniff\" always;", "", HasHeaders),
        new("framing by anybody", "\"@CSP@\"", "\"default-src 'self'; frame-ancestors *\"", HasHeaders),
        new("scripts from anywhere", "\"@CSP@\"", "\"default-src 'self'; script-src https:\"", HasHeaders),
        new("front page not found", Front, "return 404;", HasFrontPage),
        new("front page back to HTTP", Front, "return 301 http://$host:@HTTP@/;", HasFrontPage),
        new("front page in a circle", Front, "return 302 https://$host:@HTTPS@/;", HasFrontPage),
        new("front page empty", Front, "return 200;", HasFrontPage),
        new(
            "cookie in the clear", "location = / {", "add_header Set-Cookie \"id=1; HttpOnly\" always;\n location = / {", HasSecureCookies),
        new(
            "field injected from the path",
            Pages,
            $"location ~ ^/some/(.*)$ {{ add_header X-Page $1 always; return 404; }} {Pages}",
            IsNotInjected),
        new("host by X-Forwarded-Host", "https://$host", "https://$http_x_forwarded_host$host", Redirects),
        new("host by X-Host", "https://$host", "https://$http_x_host$host", Redirects),
        new("PUT served", Redirect, $"if ($request_method = PUT) {{ return 200; }} {Redirect}", Redirects),
        new("scheme by X-Forwarded-Proto", Redirect, $"if ($http_x_forwarded_proto = https) {{ return 200; }} {Redirect}", Redirects),
        new("path by X-Original-URL", "@HTTPS@$request_uri", "@HTTPS@$http_x_original_url$request_uri", Redirects),
        new("header fields not on errors", "\"nosniff\" always", "\"nosniff\"", HasHeaders),
        new("short HSTS", "max-age=31536000", "max-age=300", HasHeaders),
        new("health path missing", "location = /health { return 200; }", "", HealthPath),
        new("health path broken", "/health { return 200; }", "/health { return 503; }", HealthPath),
        // nginx has a code of its own, 494, for a header field that is too long.
        new("5xx for a malformed request", Pages, $"{Pages} error_page 400 @broken; error_page 494 /; {Broken}", SurvivesMalformed),
        new("5xx for an oversized header field", Pages, $"{Pages} error_page 494 @broken; {Broken}", SurvivesOversized),
        new("5xx for an unknown method", "location = / {", "location = / { if ($request_method = BREW) { return 501; }", SurvivesMethod),
        new("5xx for an unknown host", "location = / {", "location = / { if ($host = unknown.invalid) { return 502; }", SurvivesHost),
    ];

    public static Mistake Tls13Only { get; } = new("TLS 1.3 alone", Protocols, "ssl_protocols TLSv1.3;");

    public static Mistake OldTls(string version) => new(
        version,
        $"{Protocols}\n  ssl_ciphers ",
        $"ssl_protocols {version.Replace(".0", "", StringComparison.Ordinal)} TLSv1.2 TLSv1.3;\n  "
        + "ssl_ciphers @SECLEVEL=0:ECDHE-RSA-AES128-SHA:");
}

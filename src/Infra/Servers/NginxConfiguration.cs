using Infra.Applications;
using Infra.LoadBalancing;
using Infra.Site;

namespace Infra.Servers;

/// <summary>
/// Writes the web server's whole configuration file. It answers in both TLS modes, and every health check wherever it asks, so that servers
/// that run already pass when either setting is changed; their security group opens the one port that is asked for.
/// </summary>
public static class NginxConfiguration
{
    /// <summary>The folder of the site's files.</summary>
    public const string SiteFolder = "/usr/share/nginx/site";

    /// <summary>The certificate that a server makes for itself.</summary>
    public const string CertificateFile = "/etc/nginx/tls/server.crt";

    /// <summary>The key of that certificate; it never leaves the server.</summary>
    public const string KeyFile = "/etc/nginx/tls/server.key";

    /// <summary>The text of <c>nginx.conf</c>.</summary>
    /// <param name="healthCheckPath">
    /// The path that the server answers by itself, or the application behind it, whoever asks and whatever the site holds.
    /// </param>
    /// <param name="pages">How the site's files are served; none: the application answers everything.</param>
    /// <param name="application">The application behind nginx; none: it serves the site alone.</param>
    public static string Render(string healthCheckPath, SitePages? pages, ApplicationProxy? application = null) =>
        $$"""
        user nginx;
        worker_processes auto;
        pid /run/nginx.pid;
        error_log /var/log/nginx/error.log warn;

        events {
            worker_connections 1024;
        }

        http {
            sendfile on;
            tcp_nopush on;
            server_tokens off;

        {{Part(4, pages?.Http().Append(""))}}    # The peer is always the load balancer; the client stands in X-Forwarded-For.
            log_format forwarded '$http_x_forwarded_for {{Peer(application)}} [$time_iso8601] "$request" $status $body_bytes_sent '
                                 '$request_time "$http_referer" "$http_user_agent" "$http_x_amzn_trace_id"';
            access_log /var/log/nginx/access.log forwarded;

            # Whatever a client sends through the load balancer has X-Forwarded-For; what has not is the load balancer's own.
            map "$http_x_forwarded_for $http_user_agent" $is_health_check {
                default 0;
                "~^ ELB-HealthChecker/" 1;
            }

            # Longer than the load balancer's idle timeout of 60 s: the side that sends requests must be the one that closes,
            # or a request crosses the closing and the client gets a 502.
            keepalive_timeout 75s;

            # The load balancer passes a request on as soon as it has its headers; they are at most 16 KB a line.
            client_header_timeout 15s;
            large_client_header_buffers 8 16k;
            client_body_timeout 15s;
            client_max_body_size 64k;
            send_timeout 30s;

        {{Part(4, application?.Http())}}    server {
                listen {{ServerPort.Http}} default_server;
                listen {{ServerPort.Https}} ssl default_server;
                ssl_certificate {{CertificateFile}};
                ssl_certificate_key {{KeyFile}};
                ssl_protocols TLSv1.2 TLSv1.3;
                ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305;
                ssl_session_cache shared:tls:1m;
                ssl_session_timeout 1h;
                ssl_session_tickets off;
                server_name _;
        {{Part(8, application?.Server())}}{{Part(8, Contents(Quoted(healthCheckPath), pages, application))}}    }
        }

        """;

    // What is believed of X-Forwarded-For takes the place of the peer's own address.
    private static string Peer(ApplicationProxy? application) => application is null ? "$remote_addr" : "$realip_remote_addr";

    private static IEnumerable<string> Contents(string healthCheckPath, SitePages? pages, ApplicationProxy? application) =>
    [
        .. pages is null ? Array.Empty<string>() : [$"root {SiteFolder};", .. SitePages.Server(), ""],
        .. (pages, application) switch
        {
            (null, _) => ApplicationProxy.Everything(),
            (_, null) => SiteAlone(healthCheckPath, pages),
            _ => BesideSite(healthCheckPath, pages),
        },
    ];

    private static IEnumerable<string> SiteAlone(string healthCheckPath, SitePages pages) =>
    [
        $"location = {healthCheckPath} {{",
        "    access_log off;",
        "    default_type text/plain;",
        "    return 200 \"ok\\n\";",
        "}",
        "",
        "location / {",
        "    # At whatever path, since the load balancer asks at a new one minutes before the servers with it are ready.",
        "    if ($is_health_check) {",
        "        access_log off;",
        "        return 200 \"ok\\n\";",
        "    }",
        .. pages.Location().Select(line => $"    {line}"),
        "}",
        .. pages.AfterLocation(),
    ];

    // nginx answers with what there is a file for, and asks the application for everything else, health checks among it.
    private static IEnumerable<string> BesideSite(string healthCheckPath, SitePages pages) =>
    [
        $"location = {healthCheckPath} {{",
        $"    error_page 418 = {ApplicationProxy.Location};",
        "    return 418;",
        "}",
        "",
        "location / {",
        "    # At whatever path, since the load balancer asks at a new one minutes before the servers with it are ready.",
        $"    error_page 418 = {ApplicationProxy.Location};",
        "    if ($is_health_check) {",
        "        return 418;",
        "    }",
        "    # No file of the site has such a name, and none takes what a visitor sends.",
        "    if ($is_hidden) {",
        "        return 418;",
        "    }",
        "    if ($request_method !~ ^(GET|HEAD)$) {",
        "        return 418;",
        "    }",
        $"    {pages.LocationBefore()}",
        "}",
        .. SitePages.AfterLocation(ApplicationProxy.Location),
    ];

    private static string Part(int spaces, IEnumerable<string>? lines) => string.Concat(
        (lines ?? []).Select(line => line.Length == 0 ? "\n" : $"{new string(' ', spaces)}{line}\n"));

    private static string Quoted(string path)
    {
        if (!path.StartsWith('/') || path.Any(character => character is < '!' or > '~'))
        {
            throw new ArgumentException(
                $"a health check path must start with / and be printable ASCII without spaces, got '{path}'", nameof(path));
        }

        return $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}

using Infra.Applications;
using Infra.LoadBalancing;

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
    /// <param name="hasSite">Whether there are files to serve; without them the application answers everything.</param>
    /// <param name="application">The application behind nginx; none: it serves the site alone.</param>
    public static string Render(string healthCheckPath, bool hasSite = true, ApplicationProxy? application = null) =>
        $$"""
        user nginx;
        worker_processes auto;
        pid /run/nginx.pid;
        error_log /var/log/nginx/error.log warn;

        events {
            worker_connections 1024;
        }

        http {
            include /etc/nginx/mime.types;
            default_type application/octet-stream;
            charset utf-8;
            sendfile on;
            tcp_nopush on;
            server_tokens off;

            # The peer is always the load balancer; the client stands in X-Forwarded-For.
            log_format forwarded '$http_x_forwarded_for {{(application is null ? "$remote_addr" : "$realip_remote_addr")}} [$time_iso8601] "$request" $status $body_bytes_sent '
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

            {{Indented(application?.Http, 4)}}            server {
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
                {{Indented(Contents(Quoted(healthCheckPath), hasSite, application), 8)}}}
        }

        """;

    private static string Contents(string healthCheckPath, bool hasSite, ApplicationProxy? application) => application is null
        ? SiteAlone(healthCheckPath)
        : application.Server + (hasSite ? BesideSite(healthCheckPath) : ApplicationProxy.Everything);

    private static string SiteAlone(string healthCheckPath) =>
        $$"""
        {{Pages}}
        error_page 404 /{{Site.SiteFolder.NotFoundPage}};

        location = {{healthCheckPath}} {
            access_log off;
            default_type text/plain;
            return 200 "ok\n";
        }

        location / {
            # At whatever path, since the load balancer asks at a new one minutes before the servers with it are ready.
            if ($is_health_check) {
                access_log off;
                return 200 "ok\n";
            }
            try_files $uri $uri/ =404;
        }

        """;

    // nginx answers with what there is a file for, and asks the application for everything else.
    private static string BesideSite(string healthCheckPath) =>
        $$"""
        {{Pages}}

        location = {{healthCheckPath}} {
            error_page 418 = {{ApplicationProxy.Location}};
            return 418;
        }

        location / {
            # At whatever path, since the load balancer asks at a new one minutes before the servers with it are ready.
            error_page 418 = {{ApplicationProxy.Location}};
            if ($is_health_check) {
                return 418;
            }
            if (-f $request_filename/index.html) {
                rewrite ^(.*[^/])$ $1/ permanent;
            }
            try_files $uri $uri/index.html {{ApplicationProxy.Location}};
        }

        """;

    private static string Pages =>
        $"""
        root {SiteFolder};
        index index.html;

        # A redirect to a folder's path would name this server's scheme and port, not the load balancer's.
        absolute_redirect off;

        # Ask again each time (304 when nothing changed), so that a rolled site shows at once.
        add_header Cache-Control "no-cache";
        """;

    private static string Indented(string? text, int spaces) => text is null
        ? ""
        : string.Join('\n', text.Split('\n').Select((line, index) => line.Length == 0 || index == 0 ? line : new string(' ', spaces) + line))
            + new string(' ', spaces);

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

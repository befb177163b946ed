using Infra.LoadBalancing;

namespace Infra.Servers;

/// <summary>Writes the web server's whole configuration file.</summary>
public static class NginxConfiguration
{
    /// <summary>The folder of the site's files.</summary>
    public const string SiteFolder = "/usr/share/nginx/site";

    /// <summary>The certificate that a server makes for itself, in end-to-end mode.</summary>
    public const string CertificateFile = "/etc/nginx/tls/server.crt";

    /// <summary>The key of that certificate; it never leaves the server.</summary>
    public const string KeyFile = "/etc/nginx/tls/server.key";

    /// <summary>The text of <c>nginx.conf</c>.</summary>
    /// <param name="tlsMode">Whether the load balancer speaks HTTP or HTTPS to the server.</param>
    /// <param name="healthCheckPath">The path that the server answers by itself, whatever the site holds.</param>
    public static string Render(TlsMode tlsMode, string healthCheckPath) =>
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
            log_format forwarded '$http_x_forwarded_for $remote_addr [$time_iso8601] "$request" $status $body_bytes_sent '
                                 '$request_time "$http_referer" "$http_user_agent" "$http_x_amzn_trace_id"';
            access_log /var/log/nginx/access.log forwarded;

            # Longer than the load balancer's idle timeout of 60 s: the side that sends requests must be the one that closes,
            # or a request crosses the closing and the client gets a 502.
            keepalive_timeout 75s;

            # The load balancer passes a request on as soon as it has its headers; they are at most 16 KB a line.
            client_header_timeout 15s;
            large_client_header_buffers 8 16k;
            client_body_timeout 15s;
            client_max_body_size 64k;
            send_timeout 30s;

            server {
                {{Listen(tlsMode)}}
                server_name _;
                root {{SiteFolder}};
                index index.html;

                # A redirect to a folder's path would name this server's scheme and port, not the load balancer's.
                absolute_redirect off;

                # Ask again each time (304 when nothing changed), so that a rolled site shows at once.
                add_header Cache-Control "no-cache";
                error_page 404 /404.html;

                location = {{Quoted(healthCheckPath)}} {
                    access_log off;
                    default_type text/plain;
                    return 200 "ok\n";
                }

                location / {
                    try_files $uri $uri/ =404;
                }
            }
        }

        """;

    // The raw string above indents the whole of this text by the place where it stands.
    private static string Listen(TlsMode tlsMode) => tlsMode switch
    {
        TlsMode.Offload => $"listen {ServerPort.Http} default_server;",
        TlsMode.EndToEnd =>
            $"""
            listen {ServerPort.Https} ssl default_server;
                    ssl_certificate {CertificateFile};
                    ssl_certificate_key {KeyFile};
                    ssl_protocols TLSv1.2 TLSv1.3;
                    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305;
                    ssl_session_cache shared:tls:1m;
                    ssl_session_timeout 1h;
                    ssl_session_tickets off;
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(tlsMode), tlsMode, "not a TLS mode"),
    };

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

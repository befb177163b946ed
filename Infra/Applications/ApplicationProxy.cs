using System.Globalization;

namespace Infra.Applications;

/// <summary>Writes what nginx needs to stand in front of an application: parts of its configuration file.</summary>
/// <param name="Port">The port of the loopback address that the application listens on.</param>
/// <param name="MaxRequestBodyMiB">The largest body of a request in MiB.</param>
/// <param name="VpcCidr">The network's IPv4 block, from which alone a client's address is believed: the load balancer's is in it.</param>
public sealed record ApplicationProxy(int Port, int MaxRequestBodyMiB, string VpcCidr)
{
    /// <summary>The location that asks the application.</summary>
    public const string Location = "@application";

    // The load balancer gives up a connection that is silent for so long; nginx must not do so earlier.
    private const int IdleSeconds = 60;

    /// <summary>What stands in <c>http</c>.</summary>
    public string Http => string.Create(CultureInfo.InvariantCulture, $$"""
        # A kept connection is closed before servers of Python (2 s) or Node.js (5 s) close it, or a request would cross the closing.
        upstream application {
            server 127.0.0.1:{{Port}};
            keepalive 32;
            keepalive_timeout 1s;
        }

        # Each proxy appends the address that it was asked from, so the last one is the load balancer's word; what stands before it is
        # the client's own. https://nginx.org/en/docs/http/ngx_http_realip_module.html
        set_real_ip_from {{VpcCidr}};
        real_ip_header X-Forwarded-For;
        real_ip_recursive off;

        map $http_upgrade $connection_upgrade {
            default upgrade;
            "" "";
        }

        """);

    /// <summary>What stands in <c>server</c>: the location that asks the application, and nothing that leads there.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $$"""
        client_max_body_size {{MaxRequestBodyMiB}}m;

        location {{Location}} {
            proxy_pass http://application;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Real-IP $remote_addr;
            # Visitors come by HTTPS alone, and a health check would else be redirected to it.
            proxy_set_header X-Forwarded-Proto https;
            # Of these the load balancer sets none: they would be a visitor's word.
            proxy_set_header X-Forwarded-Host "";
            proxy_set_header X-Forwarded-Prefix "";
            proxy_set_header Forwarded "";
            proxy_set_header Proxy "";
            proxy_connect_timeout 5s;
            proxy_read_timeout {{IdleSeconds}}s;
            proxy_send_timeout {{IdleSeconds}}s;
            proxy_buffering off;
            proxy_request_buffering off;
            proxy_redirect off;
        }

        """);
}

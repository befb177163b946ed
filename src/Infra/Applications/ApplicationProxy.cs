using System.Globalization;
using Infra.LoadBalancing;

namespace Infra.Applications;

/// <summary>Writes what nginx needs to stand in front of an application: parts of its configuration file.</summary>
/// <param name="Port">The port of the loopback address that the application listens on.</param>
/// <param name="MaxRequestBodyMiB">The largest body of a request in MiB.</param>
/// <param name="VpcCidr">The network's IPv4 block, from which alone a client's address is believed: the load balancer's is in it.</param>
public sealed record ApplicationProxy(int Port, int MaxRequestBodyMiB, string VpcCidr)
{
    /// <summary>The location that asks the application.</summary>
    public const string Location = "@application";

    /// <summary>What stands in <c>server</c> when there are no files: the application answers everything, health checks included.</summary>
    public static IEnumerable<string> Everything() => Lines(
        $$"""
        location / {
            # There are no files: the first name is that of none.
            try_files /dev/null {{Location}};
        }
        """);

    /// <summary>What stands in <c>http</c>.</summary>
    public IEnumerable<string> Http() => Lines(string.Create(CultureInfo.InvariantCulture, $$"""
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

        map $is_health_check $is_visit {
            default 1;
            1 0;
        }

        map $http_upgrade $connection_upgrade {
            default upgrade;
            "" "";
        }

        """));

    /// <summary>What stands in <c>server</c>: the location that asks the application, and nothing that leads there.</summary>
    public IEnumerable<string> Server() => Lines(string.Create(CultureInfo.InvariantCulture, $$"""
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
            # The load balancer gives up a connection that is silent for so long.
            proxy_connect_timeout 5s;
            proxy_read_timeout {{HttpsLoadBalancer.IdleTimeoutSeconds}}s;
            proxy_send_timeout {{HttpsLoadBalancer.IdleTimeoutSeconds}}s;
            # What comes in parts is passed on in parts, both ways; these are for the header of an answer.
            proxy_buffering off;
            proxy_request_buffering off;
            proxy_buffers 8 16k;
            proxy_buffer_size 16k;
            proxy_redirect off;
            access_log /var/log/nginx/access.log forwarded if=$is_visit;

            # How long and in which form an answer lives is for the application to say: nothing is inherited from what is for files.
            add_header Cache-Control "";
            charset off;
            gzip off;
        }

        """));

    private static string[] Lines(string text) => text.Split('\n');
}

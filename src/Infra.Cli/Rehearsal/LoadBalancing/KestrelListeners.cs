using System.Net;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Plan.Declared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>Makes Kestrel listen like an Application Load Balancer, on this machine only.</summary>
internal static class KestrelListeners
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-400-issues. What
    // is longer, or not HTTP, Kestrel answers itself: 400, 414 or 431, without a page.
    private const int LongestRequestLine = 16 * 1024;
    private const int LongestHeader = 64 * 1024;
    private const int MostHeaderFields = 1000;

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version
    private const int MostStreams = 128;

    /// <summary>Sets Kestrel up.</summary>
    /// <exception cref="StackFiles.InvalidUsageException">A rehearsal does not know the security policy.</exception>
    public static void Configure(
        KestrelServerOptions options, DeclaredLoadBalancer declared, LocalPorts ports, X509Certificate2 certificate, TimeProvider time)
    {
        options.AddServerHeader = false;
        Limit(options.Limits, MachineTime.Of(declared.IdleTimeout, time));
        if (declared.Http is not null)
            options.Listen(IPAddress.Loopback, ports.Http, listen => listen.Protocols = HttpProtocols.Http1);

        var policy = SecurityPolicies.Named(declared.Https.TlsPolicy!);
        options.Listen(IPAddress.Loopback, ports.Https, listen =>
        {
            listen.Protocols = declared.Http2 ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = certificate,
                OnAuthenticate = (_, handshake) => policy.ApplyTo(handshake),
            });
        });
    }

    private static void Limit(KestrelServerLimits limits, TimeSpan idleTimeout)
    {
        limits.KeepAliveTimeout = idleTimeout;
        limits.RequestHeadersTimeout = idleTimeout;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.MaxRequestBodySize = null;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestHeadersTotalSize = LongestHeader;
        limits.MaxRequestHeaderCount = MostHeaderFields;
        limits.Http2.MaxStreamsPerConnection = MostStreams;
    }
}

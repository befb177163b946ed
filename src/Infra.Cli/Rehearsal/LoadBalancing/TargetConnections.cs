using System.Net;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>How the load balancer connects to servers.</summary>
internal static class TargetConnections
{
    /// <summary>A handler that does nothing of its own accord: no redirects, cookies, proxies or decompression.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,

        // CA5359: certificate validation is off. "The load balancer does not validate these certificates", under "Routing configuration":
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html.
#pragma warning disable CA5359
        SslOptions = TlsClient.Options((_, _, _, _) => true),
#pragma warning restore CA5359
    };
}

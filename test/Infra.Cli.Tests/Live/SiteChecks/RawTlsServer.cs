using System.Net.Security;
using System.Net.Sockets;
using Infra.Cli.Live;
using Infra.Cli.Tests.Live.Load;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>A server that speaks TLS, and beyond that does what a test wants.</summary>
internal static class RawTlsServer
{
    public static RawServer Start(Func<SslStream, Task> handle) => new(async socket =>
    {
        await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        using var certificate = TestSite.NewCertificate();
        await tls.AuthenticateAsServerAsync(certificate);
        await handle(tls);
    });

    public static LiveSite SiteOf(RawServer server) => new(new UriBuilder(server.Address) { Scheme = "https" }.Uri);
}

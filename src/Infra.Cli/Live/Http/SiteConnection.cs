using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.Http;

/// <summary>Connects to a site, and tells apart why that fails.</summary>
internal static class SiteConnection
{
    /// <summary>A plain connection.</summary>
    /// <exception cref="SiteUnreachableException">There is none to be had in time.</exception>
    public static async Task<NetworkStream> OpenAsync(LiveSite site, int port, CancellationToken cancellation)
    {
        var host = site.ConnectTo ?? site.Host;
        var place = string.Create(CultureInfo.InvariantCulture, $"{host}, port {port}");
        using var patience = Patience.Of(site, cancellation);
        var addresses = await AddressesAsync(host, patience.Token, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, patience.Token);
            return new(socket, ownsSocket: true);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            throw failure switch
            {
                OperationCanceledException when !cancellation.IsCancellationRequested =>
                    new SiteUnreachableException($"{place}: no answer within {Patience.Text(site)}"),
                SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                    new SiteUnreachableException($"{place}: connection refused", isRefused: true),
                SocketException broken => new SiteUnreachableException($"{place}: {broken.Message}"),
                _ => failure,
            };
        }
    }

    /// <summary>A connection over TLS that takes any certificate: whether that is right is for its own check to say.</summary>
    /// <exception cref="SiteUnreachableException">There is none to be had in time.</exception>
    public static async Task<SslStream> OpenTlsAsync(
        LiveSite site, CancellationToken cancellation, RemoteCertificateValidationCallback? onCertificate = null)
    {
        var options = TlsClient.Options(onCertificate ?? ((_, shown, _, _) => shown is not null));
        options.TargetHost = site.Host;
        var tls = new SslStream(await OpenAsync(site, site.Url.Port, cancellation));
        try
        {
            using var patience = Patience.Of(site, cancellation);
            await tls.AuthenticateAsClientAsync(options, patience.Token);
            return tls;
        }
        catch (Exception failure)
        {
            await tls.DisposeAsync();
            throw failure switch
            {
                OperationCanceledException when !cancellation.IsCancellationRequested =>
                    new SiteUnreachableException($"the TLS handshake is not over within {Patience.Text(site)}"),
                AuthenticationException or IOException =>
                    new SiteUnreachableException(
                        $"a TLS handshake by this machine's library fails: {(failure.InnerException ?? failure).Message}"),
                _ => failure,
            };
        }
    }

    // Apart from connecting, since a name server that is silent says nothing of the site.
    private static async Task<IPAddress[]> AddressesAsync(string host, CancellationToken patience, CancellationToken cancellation)
    {
        try
        {
            return IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, patience);
        }
        catch (Exception failure)
        {
            throw failure switch
            {
                OperationCanceledException when cancellation.IsCancellationRequested => failure,
                SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
                    new SiteUnreachableException($"DNS knows no address of {host}"),
                SocketException or OperationCanceledException => new SiteUnreachableException($"DNS does not answer for {host}"),
                _ => failure,
            };
        }
    }
}

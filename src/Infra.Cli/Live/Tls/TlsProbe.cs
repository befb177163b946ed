using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.Tls;

/// <summary>Sends a ClientHello to a site, and sees what it makes of it.</summary>
internal static class TlsProbe
{
    /// <summary>Asks by the site's name.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static Task<ServerAnswer> AskAsync(LiveSite site, ClientHello hello, CancellationToken cancellation) =>
        AskAsync(
            site,
            Named(hello, site).Encode(),
            (stream, patience) => ServerAnswerReader.ReadAsync(stream, patience, hello.MayCompress),
            ServerAnswer.Closed,
            ServerAnswer.Unclear,
            cancellation);

    /// <summary>Asks, and reads on as far as the server's part of the key exchange.</summary>
    /// <returns>None if it can't be seen; and whether that is since the server ends the handshake by an alert.</returns>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static Task<(ServerKeys? Keys, bool IsRefused)> AskForKeysAsync(
        LiveSite site, ClientHello hello, CancellationToken cancellation) =>
        AskAsync(site, Named(hello, site).Encode(), ServerKeysReader.ReadAsync, default, _ => default, cancellation);

    /// <summary>Asks for SSL 2.0, which has messages of its own.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static Task<ServerAnswer> AskForSsl2Async(LiveSite site, CancellationToken cancellation) =>
        AskAsync(site, Ssl2.ClientHello(), Ssl2.ReadAnswerAsync, ServerAnswer.Closed, ServerAnswer.Unclear, cancellation);

    // Certificates and names are for hosts; RFC 6066 (3) allows no address here.
    private static ClientHello Named(ClientHello hello, LiveSite site) =>
        site.Url.HostNameType == UriHostNameType.Dns ? hello with { ServerName = site.Host } : hello;

    private static async Task<T> AskAsync<T>(
        LiveSite site,
        byte[] hello,
        Func<Stream, CancellationToken, Task<T>> readAsync,
        T closed,
        Func<string, T> unclear,
        CancellationToken cancellation)
    {
        await using var stream = await SiteConnection.OpenAsync(site, site.Url.Port, cancellation);
        using var patience = Patience.Of(site, cancellation);
        try
        {
            await stream.WriteAsync(hello, patience.Token);
            return await readAsync(stream, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return unclear($"no answer within {Patience.Text(site)}");
        }
        catch (IOException)
        {
            return closed;
        }
    }
}

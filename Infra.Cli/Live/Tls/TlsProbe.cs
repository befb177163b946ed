using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.Tls;

/// <summary>Sends a ClientHello to a site, and sees what it makes of it.</summary>
internal static class TlsProbe
{
    /// <summary>Asks by the site's name.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<ServerAnswer> AskAsync(LiveSite site, ClientHello hello, CancellationToken cancellation)
    {
        await using var stream = await SiteConnection.OpenAsync(site, site.Url.Port, cancellation);
        using var patience = Patience.Of(site, cancellation);
        try
        {
            // Certificates and names are for hosts; RFC 6066 (3) allows no address here.
            var named = site.Url.HostNameType == UriHostNameType.Dns ? hello with { ServerName = site.Host } : hello;
            await stream.WriteAsync(named.Encode(), patience.Token);
            return await ServerAnswerReader.ReadAsync(stream, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ServerAnswer.Unclear($"no answer within {Patience.Text(site)}");
        }
        catch (IOException)
        {
            return ServerAnswer.Closed;
        }
    }
}

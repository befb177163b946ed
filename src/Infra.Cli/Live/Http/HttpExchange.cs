using System.Globalization;
using System.Text;

namespace Infra.Cli.Live.Http;

/// <summary>
/// One request and its answer, over a connection of its own. Requests are written out, since a client library mends odd
/// paths and sends nothing malformed.
/// </summary>
internal static class HttpExchange
{
    /// <summary>Over plain HTTP.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<HttpReply> PlainAsync(LiveSite site, int port, string request, CancellationToken cancellation)
    {
        await using var stream = await SiteConnection.OpenAsync(site, port, cancellation);
        return await AskAsync(site, stream, request, HttpReplyReader.ReadAsync, reply => reply, cancellation);
    }

    /// <summary>Over HTTPS, whatever the certificate.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had, or the handshake fails.</exception>
    public static async Task<HttpReply> SecureAsync(LiveSite site, string request, CancellationToken cancellation)
    {
        await using var stream = await SiteConnection.OpenTlsAsync(site, cancellation);
        return await AskAsync(site, stream, request, HttpReplyReader.ReadAsync, reply => reply, cancellation);
    }

    /// <summary>The same, with the body.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had, or the handshake fails.</exception>
    public static async Task<HttpPage> SecurePageAsync(LiveSite site, string request, CancellationToken cancellation)
    {
        await using var stream = await SiteConnection.OpenTlsAsync(site, cancellation);
        return await AskAsync(
            site, stream, request, HttpReplyReader.ReadPageAsync, reply => new(reply, "", reply.Silence), cancellation);
    }

    /// <summary>A request that a visitor's browser might send.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The header field <c>Host</c>.</param>
    /// <param name="target">Path and query, as they go over the wire.</param>
    /// <param name="extra">More header fields, each with its end of line.</param>
    public static string Request(string method, string host, string target, string extra = "") =>
        $"{method} {target} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: infra-verify\r\nAccept: */*\r\nConnection: close\r\n{extra}\r\n";

    /// <summary>The header field <c>Host</c> of a request to a port.</summary>
    public static string HostField(LiveSite site, int port, int defaultPort) =>
        port == defaultPort ? site.UrlHost : string.Create(CultureInfo.InvariantCulture, $"{site.UrlHost}:{port}");

    /// <summary>A GET over HTTPS.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had, or the handshake fails.</exception>
    public static Task<HttpReply> GetAsync(LiveSite site, string target, CancellationToken cancellation) =>
        SecureAsync(site, Request("GET", HostField(site, site.Url.Port, 443), target), cancellation);

    // One wait is for all of the answer: one that drips would take a new one for each of its bytes.
    private static async Task<T> AskAsync<T>(
        LiveSite site,
        Stream stream,
        string request,
        Func<Stream, CancellationToken, Task<T>> read,
        Func<HttpReply, T> none,
        CancellationToken cancellation)
    {
        using var patience = Patience.Of(site, cancellation);
        try
        {
            await SendAsync(stream, request, patience.Token);
            return await read(stream, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return none(HttpReply.None($"no answer within {Patience.Text(site)}"));
        }
        catch (IOException)
        {
            return none(HttpReply.Closed);
        }
    }

    private static async Task SendAsync(Stream stream, string request, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellation);
        }
        catch (IOException)
        {
            // The server had enough of it. It may have said why, and that is read next.
        }
    }
}

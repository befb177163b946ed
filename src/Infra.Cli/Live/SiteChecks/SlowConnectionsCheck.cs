using System.Globalization;
using System.Net.Security;
using System.Text;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>A few clients that never finish their requests take nothing from the others.</summary>
internal sealed class SlowConnectionsCheck : ISiteCheck
{
    private const int Slow = 20;

    public Claim Claim { get; } = new(
        null,
        string.Create(CultureInfo.InvariantCulture, $"{Slow} connections with half a request each don't stop a whole one"),
        "that it withstands more of them, which is a denial of service and not for a check to try");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var connections = new List<SslStream>();
        try
        {
            while (connections.Count < Slow)
            {
                connections.Add(await SiteConnection.OpenTlsAsync(site, cancellation));
                await SendHalfAsync(site, connections[^1], cancellation);
            }

            var reply = await HttpExchange.GetAsync(site, "/", cancellation);
            return Finding.Of(reply.Status < 500, $"/: {reply.Shown}");
        }
        catch (SiteUnreachableException turnedAway) when (connections.Count > 0)
        {
            // It took a connection a moment ago: these are what stops the next.
            return Finding.Fail(string.Create(CultureInfo.InvariantCulture, $"with {connections.Count} of them, {turnedAway.Message}"));
        }
        finally
        {
            foreach (var connection in connections)
                await connection.DisposeAsync();
        }
    }

    private static async Task SendHalfAsync(LiveSite site, SslStream connection, CancellationToken cancellation)
    {
        using var patience = Patience.Of(site, cancellation);
        try
        {
            await connection.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {site.UrlHost}\r\n"), patience.Token);
        }
        catch (IOException)
        {
            // The server may cut such a connection off.
        }
    }
}

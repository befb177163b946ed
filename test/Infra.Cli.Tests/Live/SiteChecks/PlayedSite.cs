using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Cli.Live;
using Infra.Cli.Tests.Live.Load;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>A site whose answers a test writes byte for byte, as no decent server would send them.</summary>
internal sealed class PlayedSite : IAsyncDisposable
{
    public const string Found = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    public const string Refused = "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n";

    private readonly X509Certificate2 _certificate = TestSite.NewCertificate();
    private readonly RawServer _secure;
    private readonly RawServer _plain;

    private PlayedSite(Func<string, Stream, Task> secure, Func<string, Stream, Task> plain)
    {
        _secure = new(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(_certificate);
            await secure(await RequestAsync(tls), tls);
        });
        _plain = new(async socket =>
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            await plain(await RequestAsync(stream), stream);
        });
        Site = new(new($"https://localhost:{_secure.Address.Port}"))
        {
            ConnectTo = "127.0.0.1",
            HttpPort = _plain.Address.Port,
            Trusted = [_certificate],
        };
    }

    public LiveSite Site { get; }

    /// <summary>A site that writes these answers to requests over HTTPS and plain HTTP.</summary>
    public static PlayedSite Answering(Func<string, string> secure, Func<string, string>? plain = null) =>
        Playing((request, stream) => WriteAsync(stream, secure(request)), plain);

    /// <summary>A site that does over HTTPS what a test wants.</summary>
    public static PlayedSite Playing(Func<string, Stream, Task> secure, Func<string, string>? plain = null) =>
        new(secure, (request, stream) => WriteAsync(stream, plain?.Invoke(request) ?? ""));

    /// <summary>A site that redirects plain HTTP as it should, but for what a test makes of a request and the good answer.</summary>
    public static PlayedSite Redirecting(Func<string, string, string> change)
    {
        PlayedSite? site = null;
        return site = Answering(_ => Found, request =>
        {
            var target = request.Split(' ')[1];
            var page = target.StartsWith("http://", StringComparison.Ordinal) ? new Uri(target).PathAndQuery : target;
            return change(
                request,
                $"HTTP/1.1 301 As Told\r\nLocation: https://localhost:{site!.Site.Url.Port}{page}\r\nContent-Length: 2\r\n\r\nok");
        });
    }

    public static async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _secure.DisposeAsync();
        await _plain.DisposeAsync();
        _certificate.Dispose();
    }

    private static async Task<string> RequestAsync(Stream stream)
    {
        var request = new StringBuilder();
        var piece = new byte[16 * 1024];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece);
            if (read == 0)
                throw new IOException("the client has left");
            request.Append(Encoding.Latin1.GetString(piece, 0, read));
        }

        return request.ToString();
    }
}

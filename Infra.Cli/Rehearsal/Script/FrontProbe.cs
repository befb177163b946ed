using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>Asks a load balancer that runs on this machine.</summary>
/// <param name="http">Its HTTP listener; none if it has none.</param>
/// <param name="https">Its HTTPS listener.</param>
internal sealed class FrontProbe(Uri? http, Uri https) : IFrontProbe
{
    // An answer on this machine takes milliseconds; without a limit a hung listener would hold up the drill.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    public int HttpsPort => https.Port;

    public async Task<RedirectAnswer?> AskHttpAsync(HttpMethod method, string host, string pathAndQuery, CancellationToken cancellation)
    {
        if (http is null)
            return null;

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = AnswersWithin };
        using var request = new HttpRequestMessage(method, new Uri(http, pathAndQuery));
        request.Headers.Host = host;
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<bool> AcceptsTls11Async(CancellationToken cancellation)
    {
        using var patience = Patience(cancellation);
        using var connection = new TcpClient();
        await connection.ConnectAsync(https.Host, https.Port, patience.Token);
        var stream = connection.GetStream();
        await stream.WriteAsync(new ClientHello(TlsVersion.Tls11, OfferedSuites.Old).Encode(), patience.Token);
        return (await ServerAnswerReader.ReadAsync(stream, patience.Token)).Kind == AnswerKind.Accepted;
    }

    public Task<bool> AcceptsAsync(SslProtocols protocol, CancellationToken cancellation) =>
        HandshakesAsync(https, protocol, cancellation);

    public Task<bool> SpeaksTlsAsync(Uri server, CancellationToken cancellation) => HandshakesAsync(server, SslProtocols.None, cancellation);

    private static async Task<bool> HandshakesAsync(Uri address, SslProtocols protocol, CancellationToken cancellation)
    {
        using var patience = Patience(cancellation);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var tls = new SslStream(connection.GetStream());
        try
        {
            // Any certificate will do: this asks whether TLS is spoken, and which.
            await tls.AuthenticateAsClientAsync(
                new()
                {
                    TargetHost = address.Host,
                    EnabledSslProtocols = protocol,
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
                },
                patience.Token);
            return true;
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            return false;
        }
    }

    private static CancellationTokenSource Patience(CancellationToken cancellation)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(AnswersWithin);
        return patience;
    }
}

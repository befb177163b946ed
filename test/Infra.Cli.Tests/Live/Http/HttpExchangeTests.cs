using System.Net.Security;
using System.Net.Sockets;
using Infra.Cli.Live;
using Infra.Cli.Live.Http;
using Infra.Cli.Tests.Live.Load;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Http;

/// <summary>A request goes out as it is written, and its answer, the lack of one and a break-off are told apart.</summary>
internal sealed class HttpExchangeTests
{
    private const string Closed = "the connection is closed without an answer";

    private static readonly string Asked = HttpExchange.Request("PUT", "a.example", "/b", "X: 1\r\n");

    [Test]
    public void Request_IsWrittenOut()
    {
        Assert.That(
            (HttpExchange.Request("GET", "a.example:8443", "/b?c"), Asked),
            Is.EqualTo((
                "GET /b?c HTTP/1.1\r\nHost: a.example:8443\r\nUser-Agent: infra-verify\r\nAccept: */*\r\nConnection: close\r\n\r\n",
                "PUT /b HTTP/1.1\r\nHost: a.example\r\nUser-Agent: infra-verify\r\nAccept: */*\r\nConnection: close\r\nX: 1\r\n\r\n")));
    }

    [Test]
    public async Task Exchange_SendsTheRequest_AndReadsTheAnswer()
    {
        var requests = new List<string>();
        await using var played = PlayedSite.Answering(Answer, Answer);
        var site = played.Site;

        var plain = await HttpExchange.PlainAsync(site, site.HttpPort!.Value, Asked, CancellationToken.None);
        var secure = await HttpExchange.SecureAsync(site, Asked, CancellationToken.None);
        var page = await HttpExchange.SecurePageAsync(site, Asked, CancellationToken.None);
        var get = await HttpExchange.GetAsync(site, "/c?d", CancellationToken.None);

        var getting = HttpExchange.Request("GET", $"localhost:{site.Url.Port}", "/c?d");
        Assert.That(requests, Is.EqualTo(new[] { Asked, Asked, Asked, getting }));
        Assert.That(
            (plain.Shown, secure.Shown, page.Head.Shown, page.Body, page.Fault, get.Shown),
            Is.EqualTo(("200", "200", "200", "ok", (string?)null, "200")));

        string Answer(string request)
        {
            requests.Add(request);
            return PlayedSite.Found;
        }
    }

    [Test]
    public async Task Connection_ThatBreaks_IsClosedWithoutAnAnswer()
    {
        await using var plain = RawServer.Resetting();
        await using var secure = new RawServer(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            using var certificate = TestSite.NewCertificate();
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadAtLeastAsync(new byte[4096], 1);
            socket.LingerState = new(true, 0);
            socket.Close();
        });

        var reply = await HttpExchange.PlainAsync(RawTlsServer.SiteOf(plain), plain.Address.Port, Asked, CancellationToken.None);
        var page = await HttpExchange.SecurePageAsync(RawTlsServer.SiteOf(secure), Asked, CancellationToken.None);

        Assert.That((reply.Shown, reply.IsClosed), Is.EqualTo((Closed, true)));
        Assert.That((page.Head.Shown, page.Head.IsClosed, page.Body, page.Fault), Is.EqualTo((Closed, true, "", Closed)));
    }

    [Test]
    public async Task Answer_ThatDoesNotCome_IsSilence_ForAsLongAsTheSiteHas()
    {
        var time = new FakeTimeProvider();
        await using var plain = new RawServer(socket => ThenAsync(async () => await socket.ReceiveAsync(new byte[4096])));
        await using var secure = RawTlsServer.Start(tls => ThenAsync(async () => await tls.ReadAsync(new byte[4096])));

        var reply = await HttpExchange.PlainAsync(SiteOf(plain, time), plain.Address.Port, Asked, CancellationToken.None);
        var page = await HttpExchange.SecurePageAsync(SiteOf(secure, time), Asked, CancellationToken.None);

        Assert.That((reply.Shown, reply.IsClosed), Is.EqualTo(("no answer within 3 s", false)));
        Assert.That(
            (page.Head.Shown, page.Head.IsClosed, page.Body, page.Fault),
            Is.EqualTo(("no answer within 3 s", false, "", "no answer within 3 s")));

        async Task ThenAsync(Func<Task<int>> read)
        {
            await read();
            time.Advance(TimeSpan.FromSeconds(3));
        }
    }

    [Test]
    public async Task Exchange_ThatTheUserBreaksOff_HasNoAnswer()
    {
        using var user = new CancellationTokenSource();
        await using var server = new RawServer(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            await user.CancelAsync();
        });

        await Assert.ThatAsync(
            () => HttpExchange.PlainAsync(SiteOf(server, new()), server.Address.Port, Asked, user.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static LiveSite SiteOf(RawServer server, FakeTimeProvider time) =>
        RawTlsServer.SiteOf(server) with { Time = time, Patience = TimeSpan.FromSeconds(3) };
}

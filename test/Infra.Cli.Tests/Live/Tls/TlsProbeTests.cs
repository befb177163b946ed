using System.Net.Sockets;
using System.Text;
using Infra.Cli.Live;
using Infra.Cli.Live.Tls;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.Extensions.Time.Testing;
using ClientHello = Infra.Cli.Live.Tls.ClientHello;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>What is sent to a server, and what becomes of silence, of a broken connection and of a break-off.</summary>
internal sealed class TlsProbeTests
{
    private static readonly ClientHello Offer = new(TlsVersion.Tls12, KnownSuites.Strong);

    [TestCase("localhost", true)]
    [TestCase("127.0.0.1", false)]
    public async Task Hello_SaysTheNameOfASite_ButNoAddress(string host, bool isSaid)
    {
        var hellos = new List<string>();
        await using var server = Answering(hello =>
        {
            hellos.Add(Encoding.Latin1.GetString(hello));
            return [];
        });
        var site = new LiveSite(new($"https://{host}:{server.Address.Port}")) { ConnectTo = "127.0.0.1" };

        await TlsProbe.AskAsync(site, Offer, CancellationToken.None);
        await TlsProbe.AskForKeysAsync(site, Offer, CancellationToken.None);

        Assert.That(hellos.Select(hello => hello.Contains(host, StringComparison.Ordinal)), Is.EqualTo(new[] { isSaid, isSaid }));
        Assert.That(hellos, Has.All.Length.EqualTo((Offer with { ServerName = isSaid ? host : null }).Encode().Length));
    }

    [Test]
    public async Task Answer_IsWhatTheServerSays()
    {
        var hello = Hex.Record(Hex.Hello(TlsVersion.Tls12, "C02F", "01"));
        await using var server = Answering(
            asked => Convert.FromHexString(asked[0] == 0x80 ? "801004" : hello + Hex.Record(Hex.Message("0C", "030013"))));
        var site = RawTlsServer.SiteOf(server);

        var unasked = await TlsProbe.AskAsync(site, Offer, CancellationToken.None);
        var compressed = await TlsProbe.AskAsync(site, Offer with { MayCompress = true }, CancellationToken.None);
        var (keys, isRefused) = await TlsProbe.AskForKeysAsync(site, Offer, CancellationToken.None);
        var ssl2 = await TlsProbe.AskForSsl2Async(site, CancellationToken.None);

        Assert.That(
            (unasked.Kind, compressed.Kind, keys!.Curve, isRefused, ssl2),
            Is.EqualTo((AnswerKind.Unclear, AnswerKind.Accepted, (NamedGroup?)NamedGroup.Secp192r1, false, ServerAnswer.Ssl2)));
    }

    [Test]
    public async Task Connection_ThatBreaks_IsClosed()
    {
        await using var server = RawServer.Resetting();
        var site = RawTlsServer.SiteOf(server);

        Assert.That(
            (
                await TlsProbe.AskAsync(site, Offer, CancellationToken.None),
                await TlsProbe.AskForSsl2Async(site, CancellationToken.None),
                await TlsProbe.AskForKeysAsync(site, Offer, CancellationToken.None)),
            Is.EqualTo((ServerAnswer.Closed, ServerAnswer.Closed, ((ServerKeys?)null, false))));
    }

    [Test]
    public async Task Silence_IsUnclear_ForAsLongAsTheSiteHas()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            time.Advance(TimeSpan.FromSeconds(3));
        });
        var site = RawTlsServer.SiteOf(server) with { Time = time, Patience = TimeSpan.FromSeconds(3) };
        var unclear = ServerAnswer.Unclear("no answer within 3 s");

        Assert.That(
            (
                await TlsProbe.AskAsync(site, Offer, CancellationToken.None),
                await TlsProbe.AskForSsl2Async(site, CancellationToken.None),
                await TlsProbe.AskForKeysAsync(site, Offer, CancellationToken.None)),
            Is.EqualTo((unclear, unclear, ((ServerKeys?)null, false))));
    }

    [Test]
    public async Task Probe_ThatTheUserBreaksOff_HasNoAnswer()
    {
        using var user = new CancellationTokenSource();
        await using var server = new RawServer(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            await user.CancelAsync();
        });

        await Assert.ThatAsync(
            () => TlsProbe.AskAsync(RawTlsServer.SiteOf(server), Offer, user.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static RawServer Answering(Func<byte[], byte[]> answer) => new(async socket =>
    {
        var hello = new byte[4096];
        var length = await socket.ReceiveAsync(hello);
        await socket.SendAsync(answer(hello[..length]));
        socket.Shutdown(SocketShutdown.Both);
    });
}

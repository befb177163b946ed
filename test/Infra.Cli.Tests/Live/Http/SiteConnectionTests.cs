using System.Net.Sockets;
using Infra.Cli.Live;
using Infra.Cli.Live.Http;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Live.Tls;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Http;

/// <summary>A connection, and in one line why there is none.</summary>
internal sealed class SiteConnectionTests
{
    private const string Handshake = "a TLS handshake by this machine's library fails: ";

    // Longer than a part of a name may be: no name server is asked.
    private static readonly string NoName = $"{new string('a', 64)}.example";

    [Test]
    public async Task Connection_IsToTheHostToConnectTo_AndIsItsStreams()
    {
        await using var server = RawServer.Hanging();
        var site = new LiveSite(new("https://unknown.invalid")) { ConnectTo = "127.0.0.1" };

        var stream = await SiteConnection.OpenAsync(site, server.Address.Port, CancellationToken.None);
        var socket = stream.Socket;

        Assert.That((socket.Connected, socket.NoDelay), Is.EqualTo((true, true)));
        await stream.DisposeAsync();
        Assert.That(socket.SafeHandle.IsClosed);
    }

    [Test]
    public async Task Port_ThatNobodyListensOn_Refuses()
    {
        using var port = new DeadPort();

        Assert.That(
            await UnreachableAsync(new(new(port.Url)), port.Number),
            Is.EqualTo(($"127.0.0.1, port {port.Number}: connection refused", true)));
    }

    // No connection can be to all hosts of a net.
    [Test]
    public async Task Failure_OfTheNet_IsSaidAsTheSystemSaysIt()
    {
        var (message, isRefused) = await UnreachableAsync(new(new("https://255.255.255.255")), 443);

        Assert.That(message, Does.Match("^255\\.255\\.255\\.255, port 443: .*[a-z]{3}"));
        Assert.That(isRefused, Is.False);
    }

    [TestCase("127.0.0.1", "127.0.0.1, port 9: no answer within 0 s")]
    [TestCase("localhost", "DNS does not answer for localhost")]
    public async Task Wait_ThatIsOver_IsTheSitesOrTheNameServers(string host, string message)
    {
        var site = new LiveSite(new("https://a.example")) { ConnectTo = host, Patience = TimeSpan.Zero };

        Assert.That(await UnreachableAsync(site, 9), Is.EqualTo((message, false)));
    }

    [Test]
    public async Task Name_ThatIsNowhere_IsSaidSo()
    {
        var site = new LiveSite(new("https://a.example")) { ConnectTo = NoName };

        Assert.That(await UnreachableAsync(site, 443), Is.EqualTo(($"DNS knows no address of {NoName}", false)));
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task Connection_ThatTheUserBreaksOff_IsNoFaultOfTheSite(string host)
    {
        using var port = new DeadPort();
        var site = new LiveSite(new("https://a.example")) { ConnectTo = host };

        await Assert.ThatAsync(
            () => SiteConnection.OpenAsync(site, port.Number, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Tls_TakesAnyCertificate_UnlessTheCallerDoesNot()
    {
        await using var played = PlayedSite.Answering(_ => PlayedSite.Found);
        var taken = new List<string>();

        await using (var tls = await SiteConnection.OpenTlsAsync(played.Site, CancellationToken.None))
            Assert.That((tls.IsAuthenticated, tls.TargetHostName), Is.EqualTo((true, "localhost")));
        await using (var tls = await SiteConnection.OpenTlsAsync(
            played.Site, CancellationToken.None, (_, shown, _, _) => Take(shown!.Subject)))
        {
            Assert.That(tls.IsAuthenticated);
        }

        await Assert.ThatAsync(
            () => SiteConnection.OpenTlsAsync(played.Site, CancellationToken.None, (_, _, _, _) => false),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.StartsWith(Handshake));

        Assert.That(taken, Is.EqualTo(new[] { "CN=localhost" }));

        bool Take(string subject)
        {
            taken.Add(subject);
            return true;
        }
    }

    // By its cause: that there is one is no help to anybody.
    [Test]
    public async Task Tls_ThatTheServerRefuses_IsSaidByItsCause_AndLeft()
    {
        var left = new TaskCompletionSource();
        await using var server = new RawServer(async socket =>
        {
            try
            {
                await socket.ReceiveAsync(new byte[4096]);
                await socket.SendAsync(ScriptedTls.Refusal);
                while (await socket.ReceiveAsync(new byte[4096]) > 0)
                    continue;
            }
            finally
            {
                left.SetResult();
            }
        });

        await Assert.ThatAsync(
            () => SiteConnection.OpenTlsAsync(RawTlsServer.SiteOf(server), CancellationToken.None),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.Match($"^{Handshake}.+").And.Message.Not.Contain("inner exception"));

        await left.Task.InTimeAsync();
    }

    [Test]
    public async Task Tls_ThatTheServerBreaksOff_HasAFailureOfItsOwn()
    {
        await using var server = RawServer.Answering("");

        await Assert.ThatAsync(
            () => SiteConnection.OpenTlsAsync(RawTlsServer.SiteOf(server), CancellationToken.None),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.Match($"^{Handshake}.+"));
    }

    [Test]
    public async Task Tls_ThatIsNotOverInTime_IsSaidSo()
    {
        var time = new FakeTimeProvider();
        await using var server = AfterHello(() => time.Advance(TimeSpan.FromSeconds(3)));
        var site = RawTlsServer.SiteOf(server) with { Time = time, Patience = TimeSpan.FromSeconds(3) };

        await Assert.ThatAsync(
            () => SiteConnection.OpenTlsAsync(site, CancellationToken.None),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.EqualTo("the TLS handshake is not over within 3 s"));
    }

    [Test]
    public async Task Tls_ThatTheUserBreaksOff_IsNoFaultOfTheSite()
    {
        using var user = new CancellationTokenSource();
        await using var server = AfterHello(user.Cancel);

        await Assert.ThatAsync(
            () => SiteConnection.OpenTlsAsync(RawTlsServer.SiteOf(server), user.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static RawServer AfterHello(Action happens) => new(async socket =>
    {
        await socket.ReceiveAsync(new byte[4096]);
        happens();
    });

    private static async Task<(string Message, bool IsRefused)> UnreachableAsync(LiveSite site, int port)
    {
        try
        {
            await using var stream = await SiteConnection.OpenAsync(site, port, CancellationToken.None);
            return ("connected", false);
        }
        catch (SiteUnreachableException unreachable)
        {
            return (unreachable.Message, unreachable.IsRefused);
        }
    }
}

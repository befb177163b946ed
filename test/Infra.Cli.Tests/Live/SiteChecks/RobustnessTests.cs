using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Live.Load;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What a server may do with odd requests and slow clients, and what not.</summary>
internal sealed class RobustnessTests
{
    // Enough to read all of the longest request, which must not be cut off by this server.
    private const int Enough = 256 * 1024;

    private const string Ok = "HTTP/1.1 200 OK\r\n\r\n";

    private static IEnumerable<TestCaseData> OddRequests() =>
        OddRequestCheck.All.Select(check => new TestCaseData(check).SetArgDisplayNames(check.Claim.Text.Split(" is ")[0]));

    [TestCaseSource(nameof(OddRequests))]
    public async Task OddRequest_AnsweredWith5xx_Fails(ISiteCheck check) =>
        Assert.That(await FindAsync(check, "HTTP/1.1 500 Broken\r\n\r\n"), Is.EqualTo(Finding.Fail("500")));

    [TestCaseSource(nameof(OddRequests))]
    public async Task OddRequest_TurnedDown_Passes(ISiteCheck check) =>
        Assert.That(await FindAsync(check, "HTTP/1.1 400 Bad Request\r\n\r\n"), Is.EqualTo(Finding.Pass("400")));

    [TestCaseSource(nameof(OddRequests))]
    public async Task OddRequest_CutOff_Passes(ISiteCheck check) =>
        Assert.That(await FindAsync(check, ""), Is.EqualTo(Finding.Pass("the connection is closed without an answer")));

    [TestCaseSource(nameof(OddRequests))]
    public async Task OddRequest_ThatHangsTheServer_Fails(ISiteCheck check)
    {
        var time = new FakeTimeProvider();
        await using var server = RawTlsServer.Start(tls => HangAsync(tls, time));

        var finding = await check.RunAsync(RawTlsServer.SiteOf(server) with { Time = time }, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail("no answer within 10 s")));
    }

    [Test]
    public async Task SlowConnections_ThatStopTheOthers_Fail()
    {
        var time = new FakeTimeProvider();
        await using var server = RawTlsServer.Start(tls => HangAsync(tls, time));

        var finding = await new SlowConnectionsCheck().RunAsync(RawTlsServer.SiteOf(server) with { Time = time }, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail("/: no answer within 10 s")));
    }

    [Test]
    public async Task SlowConnections_AreFollowedByAVisit()
    {
        var visits = new List<string>();
        await using var site = PlayedSite.Answering(request =>
        {
            visits.Add(request);
            return PlayedSite.Found;
        });

        var finding = await new SlowConnectionsCheck().RunAsync(site.Site, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("/: 200")));
        Assert.That(visits.Single(), Does.StartWith("GET / HTTP/1.1\r\n"));
    }

    [Test]
    public async Task SlowConnections_ThatKeepTheNextOneOut_Fail()
    {
        var taken = 0;
        await using var server = new RawServer(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            if (++taken > 3)
                return;
            using var certificate = TestSite.NewCertificate();
            await tls.AuthenticateAsServerAsync(certificate);
            await ReadAsync(tls);
        });

        var finding = await new SlowConnectionsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail), finding.Seen);
        Assert.That(finding.Seen, Does.StartWith("with 3 of them, a TLS handshake by this machine's library fails: "));
    }

    [Test]
    public async Task Handshake_ThatNeverEnds_IsGivenUp()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(async socket =>
        {
            await socket.ReceiveAsync(new byte[16 * 1024]);
            time.Advance(TimeSpan.FromSeconds(10));
        });

        var finding = await SiteCheck.FindAsync(
            new HealthPathCheck(), RawTlsServer.SiteOf(server) with { Time = time }, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.NotChecked("the TLS handshake is not over within 10 s")));
    }

    [Test]
    public async Task SlowConnections_BesideEachOther_Pass()
    {
        await using var server = RawTlsServer.Start(tls => AnswerAsync(tls, Ok));

        var finding = await new SlowConnectionsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("/: 200")));
    }

    private static async Task<Finding> FindAsync(ISiteCheck check, string answer)
    {
        await using var server = RawTlsServer.Start(tls => AnswerAsync(tls, answer));
        return await check.RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);
    }

    // Reads a whole request, and then lets the time pass that the client has.
    private static async Task HangAsync(SslStream tls, FakeTimeProvider time)
    {
        await ReadAsync(tls);
        time.Advance(TimeSpan.FromSeconds(10));
    }

    private static async Task AnswerAsync(SslStream tls, string answer)
    {
        await ReadAsync(tls);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private static async Task ReadAsync(SslStream tls)
    {
        var request = new byte[Enough];
        var length = 0;
        while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await tls.ReadAsync(request.AsMemory(length));
            if (read == 0)
                throw new IOException("the client has left");
            length += read;
        }
    }
}

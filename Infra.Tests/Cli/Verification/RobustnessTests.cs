using System.Net.Security;
using System.Text;
using Infra.Cli.Claims;
using Infra.Cli.Verification;
using Infra.Cli.Verification.Checks;

namespace Infra.Tests.Cli.Verification;

/// <summary>What a server may do with odd requests and slow clients, and what not.</summary>
internal sealed class RobustnessTests
{
    // Enough to read all of the longest request, which must not be cut off by this server.
    private const int Enough = 256 * 1024;

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
        var over = new TaskCompletionSource();
        await using var server = RawTlsServer.Start(_ => over.Task);

        var finding = await check.RunAsync(RawTlsServer.SiteOf(server) with { Patience = TimeSpan.FromSeconds(1) }, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail("no answer within 1 s")));
        over.SetResult();
    }

    [Test]
    public async Task SlowConnections_ThatStopTheOthers_Fail()
    {
        using var one = new SemaphoreSlim(1);
        await using var server = RawTlsServer.Start(async tls =>
        {
            await one.WaitAsync();
            await AnswerAsync(tls, "HTTP/1.1 200 OK\r\n\r\n");
            one.Release();
        });

        var finding = await new SlowConnectionsCheck().RunAsync(
            RawTlsServer.SiteOf(server) with { Patience = TimeSpan.FromSeconds(1) }, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail("/: no answer within 1 s")));
    }

    [Test]
    public async Task SlowConnections_BesideEachOther_Pass()
    {
        await using var server = RawTlsServer.Start(tls => AnswerAsync(tls, "HTTP/1.1 200 OK\r\n\r\n"));

        var finding = await new SlowConnectionsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("/: 200")));
    }

    private static async Task<Finding> FindAsync(ISiteCheck check, string answer)
    {
        await using var server = RawTlsServer.Start(tls => AnswerAsync(tls, answer));
        return await check.RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);
    }

    private static async Task AnswerAsync(SslStream tls, string answer)
    {
        var request = new byte[Enough];
        var length = 0;
        while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await tls.ReadAsync(request.AsMemory(length));
            if (read == 0)
                return;
            length += read;
        }

        await tls.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

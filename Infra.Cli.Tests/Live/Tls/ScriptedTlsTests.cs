using System.Net.Sockets;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Live.Verify;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>Servers that no library here can play: each answers a ClientHello with bytes of the test's.</summary>
internal sealed class ScriptedTlsTests
{
    private static readonly byte[] Refusal = Convert.FromHexString("15030300020228");

    // A HelloRetryRequest of TLS 1.3 that names X25519MLKEM768.
    private static readonly byte[] Hybrid = Convert.FromHexString(
        "1603030038" + "02000034" + "0303" + "CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C" + "00" + "1301" + "00"
        + "000C" + "002B00020304" + "0033000211EC");

    [Test]
    public async Task Server_WithAPostQuantumHybrid_IsSaidToOfferIt()
    {
        await using var server = Answering(_ => Hybrid);

        var finding = await new KeyExchangeCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("X25519MLKEM768 agreed on; post-quantum hybrid X25519MLKEM768 offered")));
    }

    [TestCase(0xC012, "3DES: accepted, TLS 1.2 with TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA")]
    [TestCase(0x0005, "RC4: accepted, TLS 1.2 with TLS_RSA_WITH_RC4_128_SHA")]
    [Requirement("R3")]
    public async Task Cipher_ThatIsBroken_IsFound(int suite, string seen)
    {
        await using var server = Answering(hello => Offers(hello, suite) ? Hello(0x0303, suite) : Refusal);

        var finding = await new WeakCiphersCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.Contain(seen));
    }

    [TestCase(0x0300, "SSL 3.0: accepted, SSL 3.0 with")]
    [TestCase(0x0301, "TLS 1.0: accepted, TLS 1.0 with")]
    [TestCase(0x0302, "TLS 1.1: accepted, TLS 1.1 with")]
    [Requirement("R3")]
    public async Task Version_ThatIsOld_IsFound(int version, string seen)
    {
        await using var server = Answering(
            hello => hello[9] == version >> 8 && hello[10] == (byte)version ? Hello(version, 0xC013) : Refusal);

        var finding = await new OldTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.Contain(seen));
    }

    [Test]
    [Requirement("R3")]
    public async Task Tls12_AnsweredWithAnOlderVersion_IsNotAccepted()
    {
        await using var server = Answering(_ => Hello(0x0302, 0xC013));

        var finding = await new NewTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.StartWith("TLS 1.2: TLS 1.1 with"));
    }

    [Test]
    [Requirement("R3")]
    public async Task Refusal_ByClosingTheConnection_Counts([Values] bool byReset)
    {
        await using var server = byReset ? RawServer.Resetting() : Answering(_ => []);

        var finding = await new OldTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(
            finding,
            Is.EqualTo(Finding.Pass("SSL 3.0: connection closed; TLS 1.0: connection closed; TLS 1.1: connection closed")));
    }

    [Test]
    public async Task Silence_IsNeitherRefusalNorAcceptance()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            time.Advance(TimeSpan.FromSeconds(10));
        });
        var site = RawTlsServer.SiteOf(server) with { Time = time };

        foreach (var check in new ISiteCheck[] { new OldTlsCheck(), new NewTlsCheck(), new WeakCiphersCheck(), new KeyExchangeCheck() })
            Assert.That((await check.RunAsync(site, CancellationToken.None)).Outcome, Is.EqualTo(Outcome.NotChecked), check.Claim.Text);
    }

    [Test]
    public async Task Server_WithoutTls_IsNeither()
    {
        await using var server = RawServer.Answering("HTTP/1.1 400 Bad Request\r\n\r\n");

        foreach (var check in new ISiteCheck[] { new OldTlsCheck(), new NewTlsCheck(), new WeakCiphersCheck(), new KeyExchangeCheck() })
        {
            Assert.That(
                (await check.RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None)).Outcome,
                Is.EqualTo(Outcome.NotChecked),
                check.Claim.Text);
        }
    }

    private static RawServer Answering(Func<byte[], byte[]> answer) => new(async socket =>
    {
        var hello = new byte[4096];
        await socket.ReceiveAsync(hello);
        await socket.SendAsync(answer(hello));
        socket.Shutdown(SocketShutdown.Both);
    });

    // After record, handshake, version, random and an empty session id.
    private static bool Offers(byte[] hello, int suite)
    {
        var length = (hello[44] << 8) | hello[45];
        return hello.AsSpan(46, length).ToArray().Chunk(2).Any(pair => ((pair[0] << 8) | pair[1]) == suite);
    }

    private static byte[] Hello(int version, int suite) =>
    [
        .. Convert.FromHexString("160303002A" + "02000026"),
        (byte)(version >> 8), (byte)version, .. new byte[32], 0, (byte)(suite >> 8), (byte)suite, 0,
    ];
}

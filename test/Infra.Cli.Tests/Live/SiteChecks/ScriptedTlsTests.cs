using System.Net.Sockets;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static Infra.Cli.Tests.Live.Tls.ScriptedTls;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Servers that no library here can play: each answers a ClientHello with bytes of the test's.</summary>
internal sealed class ScriptedTlsTests
{
    // It names X25519MLKEM768.
    private static readonly byte[] Hybrid = Retry(0x11EC);

    private static IReadOnlyList<ISiteCheck> Probing =>
    [
        new OldTlsCheck(), new NewTlsCheck(), new Tls13OnlyCheck(), new WeakCiphersCheck(), new KeyGroupsCheck(), new HandshakeFlawsCheck(),
        new KeyExchangeCheck(),
    ];

    [Test]
    public async Task Server_WithAPostQuantumHybrid_IsSaidToOfferIt()
    {
        await using var server = Answering(_ => Hybrid);

        var finding = await new KeyExchangeCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("X25519MLKEM768 agreed on; post-quantum hybrid X25519MLKEM768 offered")));
    }

    [TestCase(0xC012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA")]
    [TestCase(0x0005, "TLS_RSA_WITH_RC4_128_SHA")]
    [TestCase(0x0001, "TLS_RSA_WITH_NULL_MD5")]
    [TestCase(0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5")]
    [TestCase(0x0007, "TLS_RSA_WITH_IDEA_CBC_SHA")]
    [TestCase(0x0009, "TLS_RSA_WITH_DES_CBC_SHA")]
    [TestCase(0x001F, "TLS_KRB5_WITH_3DES_EDE_CBC_SHA")]
    [TestCase(0x003F, "TLS_DH_RSA_WITH_AES_128_CBC_SHA256")]
    [TestCase(0x0064, "TLS_RSA_EXPORT1024_WITH_RC4_56_SHA")]
    [TestCase(0x0081, "TLS_GOSTR341001_WITH_28147_CNT_IMIT")]
    [TestCase(0x0096, "TLS_RSA_WITH_SEED_CBC_SHA")]
    [TestCase(0x00A2, "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC01D, "TLS_SRP_SHA_WITH_AES_128_CBC_SHA")]
    [TestCase(0xC031, "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC0B0, "TLS_ECCPWD_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xFEFE, "SSL_RSA_FIPS_WITH_DES_CBC_SHA")]
    [Requirement("R3")]
    public async Task Cipher_ThatIsBroken_IsFound(int suite, string seen)
    {
        await using var server = Answering(hello => Offers(hello, suite) ? Hello(0x0303, suite) : Refusal);

        var finding = await new WeakCiphersCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail($"accepted: TLS 1.2 with {seen}")));
    }

    [Test]
    [Requirement("R3")]
    public async Task Server_ThatTakesEverything_IsAskedAFewTimesOnly()
    {
        var asked = 0;
        await using var server = Answering(hello =>
        {
            asked++;
            return Hello(0x0303, FirstOf(hello));
        });

        var finding = await new WeakCiphersCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That((finding.Outcome, asked), Is.EqualTo((Outcome.Fail, 20)));
        Assert.That(finding.Seen, Does.EndWith("; more were not asked for"));
    }

    [Test]
    [Requirement("R3")]
    public async Task Server_ThatPicksWhatItWasNotOffered_EndsTheSearch()
    {
        await using var server = Answering(_ => Hello(0x0303, 0x5600));

        var finding = await new WeakCiphersCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.StartWith("accepted: TLS 1.2 with cipher suite 5600"));
    }

    [TestCase(0x0303, 0x0000, "TLS_NULL_WITH_NULL_NULL")]
    [TestCase(0x0301, 0x0001, "TLS_RSA_WITH_NULL_MD5")]
    [TestCase(0x0302, 0xC018, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA")]
    [Requirement("R3")]
    public async Task OldVersion_WithAnySuite_IsFound(int version, int suite, string seen)
    {
        await using var server = Answering(
            hello => VersionOf(hello) == version && Offers(hello, suite) ? Hello(version, suite) : Refusal);
        ISiteCheck check = version == 0x0303 ? new Tls13OnlyCheck() : new OldTlsCheck();

        var finding = await check.RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.Contain(": accepted, ").And.Contain($" with {seen}"));
    }

    [TestCase("80100400010002", Outcome.Fail, "SSL 2.0: accepted; SSL 3.0: ")]
    [TestCase("15030300020246", Outcome.Pass, "SSL 2.0: an alert; SSL 3.0: ")]
    [TestCase("485454502F312E31", Outcome.Pass, "SSL 2.0: another answer; SSL 3.0: ")]
    [TestCase("", Outcome.Pass, "SSL 2.0: connection closed; SSL 3.0: ")]
    [Requirement("R3")]
    public async Task Ssl2_ThatIsSpoken_IsFound(string answer, Outcome outcome, string seen)
    {
        await using var server = Answering(hello => IsForSsl2(hello) ? Convert.FromHexString(answer) : Refusal);

        var finding = await new OldTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(outcome));
        Assert.That(finding.Seen, Does.StartWith(seen));
    }

    // The last byte of the body is the compression; the extension says that a renegotiation is tied to its connection.
    [TestCase("00" + "0005FF01000100", Outcome.Pass, "renegotiations are tied; DEFLATE offered and not chosen")]
    [TestCase("01" + "0005FF01000100", Outcome.Fail, "renegotiations are tied; DEFLATE chosen")]
    [TestCase("00", Outcome.Fail, "no answer by RFC 5746; DEFLATE offered and not chosen")]
    [Requirement("R3")]
    public async Task FlawOfTheHandshake_IsFound(string end, Outcome outcome, string seen)
    {
        await using var server = Answering(_ => Convert.FromHexString(
            $"160303{41 + (end.Length / 2):X4}" + $"02{37 + (end.Length / 2):X6}" + "0303" + new string('0', 64) + "00" + "C02F" + end));

        var finding = await new HandshakeFlawsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(
            finding, Is.EqualTo(new Finding(outcome, $"TLS 1.2 with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: {seen}")));
    }

    // What comes after the ServerHello: a prime, a named curve, an explicit one; and nothing of the kind.
    [TestCase(
        0x009E,
        "0C00000C" + "00080FFFFFFFFFFFFFFF" + "0000",
        Outcome.Fail,
        "a finite field of 60 bits, with TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC02F, "0C000003" + "030013", Outcome.Fail, "Secp192r1, with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC02F, "0C000003" + "030017", Outcome.Pass, "Secp256r1")]
    [TestCase(0xC02F, "0C000003" + "01FFFF", Outcome.Fail, "a curve of its own making, with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC02F, "0E000000", Outcome.NotChecked, "no keys can be seen with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC02F, "0C000002" + "0300", Outcome.NotChecked, "no keys can be seen with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xC02F, "0BFFFFFF", Outcome.NotChecked, "no keys can be seen with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [Requirement("R3")]
    public async Task KeysOfTheServer_AreReadAsTheyCome(int suite, string message, Outcome outcome, string seen)
    {
        await using var server = Answering(
            hello => Offers(hello, suite)
                ? [.. Hello(0x0303, suite), .. Convert.FromHexString($"160303{message.Length / 2:X4}{message}")]
                : Refusal);

        var finding = await new KeyGroupsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(new Finding(outcome, seen)));
    }

    // A weak curve is a fault, whatever else could not be seen.
    [Test]
    [Requirement("R3")]
    public async Task WeakKeys_BesideKeysThatCantBeSeen_Fail()
    {
        await using var server = Answering(hello =>
            Offers(hello, 0xC02F) ? [.. Hello(0x0303, 0xC02F), .. Convert.FromHexString("16030300070C000003030013")]
            : Offers(hello, 0x009E) ? [.. Hello(0x0303, 0x009E), .. Unclear]
            : Refusal);

        var finding = await new KeyGroupsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail("Secp192r1, with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")));
    }

    [TestCase(0x0300, "SSL 3.0: accepted, SSL 3.0 with")]
    [TestCase(0x0301, "TLS 1.0: accepted, TLS 1.0 with")]
    [TestCase(0x0302, "TLS 1.1: accepted, TLS 1.1 with")]
    [Requirement("R3")]
    public async Task Version_ThatIsOld_IsFound(int version, string seen)
    {
        await using var server = Answering(
            hello => VersionOf(hello) == version ? Hello(version, 0xC013) : Refusal);

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

    // What is known to be wrong is not unknown for what comes after or before it.
    [Test]
    [Requirement("R3")]
    public async Task OneVersionRefused_AndTheOtherUnclear_Fails([Values] bool isTheFirstRefused)
    {
        var asked = 0;
        var noTls = "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray();
        await using var server = Answering(_ => asked++ == 0 == isTheFirstRefused ? Refusal : noTls);

        var finding = await new NewTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(asked, Is.EqualTo(2));
    }

    [Test]
    [Requirement("R3")]
    public async Task Refusal_ByClosingTheConnection_Counts([Values] bool byReset)
    {
        await using var server = byReset ? RawServer.Resetting() : Answering(_ => []);

        var finding = await new OldTlsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(
            finding,
            Is.EqualTo(Finding.Pass(
                "SSL 2.0: connection closed; SSL 3.0: connection closed; TLS 1.0: connection closed; TLS 1.1: connection closed")));
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

        foreach (var check in Probing)
            Assert.That((await check.RunAsync(site, CancellationToken.None)).Outcome, Is.EqualTo(Outcome.NotChecked), check.Claim.Text);
    }

    [Test]
    public async Task Server_WithoutTls_IsNeither()
    {
        await using var server = RawServer.Answering("HTTP/1.1 400 Bad Request\r\n\r\n");

        foreach (var check in Probing)
        {
            Assert.That(
                (await check.RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None)).Outcome,
                Is.EqualTo(Outcome.NotChecked),
                check.Claim.Text);
        }
    }

    [Test]
    [Requirement("R3")]
    public async Task AlertAfterTheServerHello_IsARefusal()
    {
        await using var server = Answering(_ => [.. Hello(0x0303, 0xC035), .. Refusal]);

        var finding = await new KeyGroupsCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Pass("finite fields and weak curves are refused")));
    }

    private static int FirstOf(byte[] hello) => (hello[46] << 8) | hello[47];
}

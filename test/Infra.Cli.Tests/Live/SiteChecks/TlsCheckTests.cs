using System.Net.Security;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Tls;
using Infra.LoadBalancing;
using Infra.Tests.Support;
using static Infra.Cli.Tests.Live.Tls.ScriptedTls;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What each answer to a handshake is for the claims about TLS, beside each answer to another one.</summary>
[Requirement("R3")]
internal sealed class TlsCheckTests
{
    private const string Gcm = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    private const string Cbc = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
    private const string Aes = "TLS_AES_128_GCM_SHA256";
    private const string Dhe = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
    private const string Both = "X25519 agreed on; post-quantum hybrid X25519MLKEM768";
    private const string Refused = "alert handshake_failure";

    public enum Said
    {
        Right,
        Older,
        Refused,
        Unclear,
    }

    [Test]
    public async Task NewVersions_AreBothAccepted([Values] Said tls12, [Values] Said tls13)
    {
        Said[] both = [tls12, tls13];
        var outcome = both.Any(said => said is Said.Older or Said.Refused) ? "Fail" : both.Contains(Said.Unclear) ? "NotChecked" : "Pass";

        var seen = await FindAsync(new NewTlsCheck(), hello => IsForTls13(hello)
            ? Bytes(tls13, Hello13())
            : Bytes(tls12, Hello(0x0303, 0xC02F)));

        Assert.That(
            seen,
            Is.EqualTo(
                $"{outcome}: {Text(tls12, "TLS 1.2: ", $"TLS 1.2 with {Gcm}")}; {Text(tls13, "TLS 1.3: ", $"TLS 1.3 with {Aes}")}"));
    }

    [Test]
    public async Task Tls13Alone_IsAccepted_And12Refused([Values] Said tls13, [Values(Said.Right, Said.Refused, Said.Unclear)] Said tls12)
    {
        var outcome = tls12 == Said.Right || tls13 is Said.Older or Said.Refused ? "Fail"
            : tls12 == Said.Unclear || tls13 == Said.Unclear ? "NotChecked"
            : "Pass";

        var seen = await FindAsync(new Tls13OnlyCheck(), hello => IsForTls13(hello)
            ? Bytes(tls13, Hello13())
            : Bytes(tls12, Hello(0x0303, 0xC02F)));

        Assert.That(
            seen,
            Is.EqualTo(
                $"{outcome}: {Text(tls13, "TLS 1.3: ", $"TLS 1.3 with {Aes}")}; "
                + $"TLS 1.2: {Text(tls12, "", $"accepted, TLS 1.2 with {Gcm}")}"));
    }

    // SSL 2.0 is number 0; none: -1.
    [TestCase(-1, -1, "Pass")]
    [TestCase(0, -1, "Fail")]
    [TestCase(1, -1, "Fail")]
    [TestCase(2, -1, "Fail")]
    [TestCase(3, -1, "Fail")]
    [TestCase(-1, 1, "NotChecked")]
    [TestCase(-1, 2, "NotChecked")]
    [TestCase(-1, 3, "NotChecked")]
    [TestCase(1, 2, "Fail")]
    [TestCase(3, 1, "Fail")]
    public async Task OldVersions_AreEachRefused(int accepted, int unclear, string outcome)
    {
        var seen = await FindAsync(new OldTlsCheck(), hello =>
        {
            if (IsForSsl2(hello))
                return Convert.FromHexString(accepted == 0 ? "80100400010002" : "15030300020246");

            var number = VersionOf(hello) - 0x02FF;
            return number == accepted ? Hello(VersionOf(hello), 0xC013) : number == unclear ? Unclear : Refusal;
        });

        var versions = new[] { "SSL 3.0", "TLS 1.0", "TLS 1.1" }.Select((name, index) =>
            $"{name}: {(index + 1 == accepted ? $"accepted, {name} with {Cbc}" : index + 1 == unclear ? NoTls : Refused)}");
        Assert.That(
            seen, Is.EqualTo($"{outcome}: SSL 2.0: {(accepted == 0 ? "accepted" : "an alert")}; {string.Join("; ", versions)}"));
    }

    [TestCase("00" + "0005FF01000100", "Pass", "renegotiations are tied; DEFLATE offered and not chosen")]
    [TestCase("01" + "0005FF01000100", "Fail", "renegotiations are tied; DEFLATE chosen")]
    [TestCase("00", "Fail", "no answer by RFC 5746; DEFLATE offered and not chosen")]
    [TestCase("01", "Fail", "no answer by RFC 5746; DEFLATE chosen")]
    public async Task Handshake_OfTls12_HasNoFlaw(string end, string outcome, string seen) => Assert.That(
        await FindAsync(new HandshakeFlawsCheck(), _ => Hello(0x0303, 0xC02F, end)),
        Is.EqualTo($"{outcome}: TLS 1.2 with {Gcm}: {seen}"));

    [Test]
    public async Task Handshake_OfTls12_ThatIsNot_HasNone()
    {
        Assert.That(await FindAsync(new HandshakeFlawsCheck(), _ => Refusal), Is.EqualTo($"Pass: TLS 1.2 is refused: {Refused}"));
        Assert.That(await FindAsync(new HandshakeFlawsCheck(), _ => Unclear), Is.EqualTo($"NotChecked: {NoTls}"));
    }

    // What is answered to all groups, to the hybrid alone, and to finite fields; each a group's number, or a refusal, or nothing of TLS.
    [TestCase("001D", "11EC", "-", $"Pass: {Both} offered")]
    [TestCase("001D", "11EC", "0100", $"Pass: {Both} offered; finite field Ffdhe2048 too")]
    [TestCase("001D", "11EC", "001D", $"Pass: {Both} offered")]
    [TestCase("001D", "-", "-", $"Fail: {Both} not offered ({Refused})")]
    [TestCase("001D", "001D", "-", $"Fail: {Both} not offered (TLS 1.3 with {Aes})")]
    [TestCase("001D", "?", "-", $"NotChecked: {NoTls}", $"Pass: {Both} not offered ({NoTls})")]
    [TestCase("?", "-", "-", $"NotChecked: {NoTls}", $"NotChecked: {NoTls}")]
    [TestCase("-", "-", "-", $"Fail: none, since TLS 1.3 is not agreed on: {Refused}")]
    [TestCase("1.2", "-", "-", $"Fail: none, since TLS 1.3 is not agreed on: TLS 1.2 with {Gcm}")]
    [TestCase("1.3", "-", "-", $"Fail: none, since TLS 1.3 is not agreed on: TLS 1.3 with {Aes}")]
    public async Task KeyExchange_IsAHybrid_WhereThePolicyPromisesOne(
        string all, string hybrid, string field, string promised, string? otherwise = null)
    {
        foreach (var policy in new[] { TlsPolicies.Default, null, "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" })
        {
            var answers = new Queue<string>([all, hybrid, field]);
            await using var server = Answering(_ => answers.Dequeue() switch
            {
                "-" => Refusal,
                "?" => Unclear,
                "1.2" => Hello(0x0303, 0xC02F),
                "1.3" => Hello13(),
                var group => Retry(Convert.ToInt32(group, 16)),
            });

            var seen = await Found.ByAsync(new KeyExchangeCheck(), RawTlsServer.SiteOf(server) with { TlsPolicy = policy });

            Assert.That(
                seen,
                Is.EqualTo(policy == TlsPolicies.Default ? promised
                    : otherwise ?? promised.Replace("Fail", "Pass", StringComparison.Ordinal)));
        }
    }

    // By suite and by what comes after the ServerHello.
    [TestCase(0xC02F, "0C000003" + "030017", "Pass: Secp256r1")]
    [TestCase(0xC02F, "0C000003" + "030013", $"Fail: Secp192r1, with {Gcm}")]
    [TestCase(0xC02F, "0C000003" + "01FFFF", $"Fail: a curve of its own making, with {Gcm}")]
    [TestCase(0xC02F, "0E000000", $"NotChecked: no keys can be seen with {Gcm}")]
    [TestCase(0x009E, "0C00000C" + "00080FFFFFFFFFFFFFFF" + "0000", $"Fail: a finite field of 60 bits, with {Dhe}")]
    public async Task Keys_OverTls12_AreOfAStrongGroup(int suite, string message, string seen) => Assert.That(
        await FindAsync(new KeyGroupsCheck(), hello => Offers(hello, suite) ? WithKeys(suite, message) : Refusal), Is.EqualTo(seen));

    // What is weak is a fault, and what can't be seen is more than what is strong.
    [TestCase("030013", "0E000000", $"Fail: Secp192r1, with {Gcm}")]
    [TestCase("030017", "0E000000", $"NotChecked: no keys can be seen with {Dhe}")]
    [TestCase("030017", "", "Pass: Secp256r1")]
    public async Task Keys_OfTwoSuites_CountEach(string curve, string other, string seen) => Assert.That(
        await FindAsync(new KeyGroupsCheck(), hello =>
            Offers(hello, 0xC02F) ? WithKeys(0xC02F, $"0C000003{curve}")
            : Offers(hello, 0x009E) ? other == "" ? [.. Hello(0x0303, 0x009E), .. Refusal] : WithKeys(0x009E, other)
            : Refusal),
        Is.EqualTo(seen));

    [Test]
    public async Task Keys_OfAServerThatAgreesOnNone_AreNotWeak()
    {
        Assert.That(await FindAsync(new KeyGroupsCheck(), _ => Refusal), Is.EqualTo("Pass: finite fields and weak curves are refused"));
        Assert.That(await FindAsync(new KeyGroupsCheck(), _ => Unclear), Is.EqualTo($"NotChecked: {NoTls}"));
    }

    // A policy that no stack may have says nothing of what the stack has.
    [TestCase(0xC02F, null, true)]
    [TestCase(0xC02F, TlsPolicies.Default, true)]
    [TestCase(0xC02F, "ELBSecurityPolicy-TLS13-1-3-2021-06", false)]
    [TestCase(0xC02F, "ELBSecurityPolicy-2016-08", true)]
    [TestCase(0x009E, null, true)]
    [TestCase(0x009E, TlsPolicies.Default, false)]
    [TestCase(0x009E, "ELBSecurityPolicy-2016-08", true)]
    [TestCase(0xC013, null, false)]
    [TestCase(0xC013, TlsPolicies.Default, false)]
    [TestCase(0xC013, "ELBSecurityPolicy-2016-08", false)]
    public async Task Suite_OfTls12_MustBeStrong_AndThePolicys(int suite, string? policy, bool isGood)
    {
        await using var server = Answering(hello => Offers(hello, suite) ? Hello(0x0303, suite) : Refusal);

        var seen = await Found.ByAsync(new WeakCiphersCheck(), RawTlsServer.SiteOf(server) with { TlsPolicy = policy });

        var offered = policy == TlsPolicies.Default ? KnownSuites.All.Count - 4 : KnownSuites.Weak.Count;
        Assert.That(
            seen,
            Is.EqualTo(isGood
                ? $"Pass: {offered} cipher suites offered: {Refused}"
                : $"Fail: accepted: TLS 1.2 with {TlsNames.Of((TlsCipherSuite)suite)}"));
    }

    [TestCase(1, false)]
    [TestCase(19, false)]
    [TestCase(20, true)]
    [TestCase(21, true)]
    public async Task Suites_ThatAreAccepted_AreNamed_UpToTwenty(int count, bool isMore)
    {
        var left = count;
        var seen = await FindAsync(new WeakCiphersCheck(), hello => left-- > 0 ? Hello(0x0303, SuitesOf(hello).First()) : Refusal);

        Assert.That(seen.Split(" with ").Length - 1, Is.EqualTo(Math.Min(20, count)));
        Assert.That(seen.EndsWith("; more were not asked for", StringComparison.Ordinal), Is.EqualTo(isMore));
    }

    // A server picks nothing that it was not offered, so what is not named is not tried.
    [Test]
    public async Task Groups_ThatAreTried_AreNamedInEachHello()
    {
        Assert.That(await AskedAsync(new OldTlsCheck()), Has.All.Contain(Hex([.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves])));
        Assert.That(await AskedAsync(new WeakCiphersCheck()), Has.All.Contain(Hex([.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves])));
        var groups = await AskedAsync(new KeyGroupsCheck());
        Assert.That(groups, Has.Some.Contain(Hex([.. OfferedGroups.WeakCurves, .. OfferedGroups.Curves])));
        Assert.That(groups, Has.Some.Matches<string>(hello =>
            hello!.Contains(Hex(OfferedGroups.WeakCurves), StringComparison.Ordinal)
            && !hello.Contains(Hex(OfferedGroups.Curves), StringComparison.Ordinal)));

        static string Hex(IEnumerable<NamedGroup> groups) => string.Concat(groups.Select(group => $"{(ushort)group:X4}"));
    }

    [Test]
    public async Task Keys_OfTwoKindsThatAreWeak_AreNamedBoth() => Assert.That(
        await FindAsync(new KeyGroupsCheck(), hello =>
            Offers(hello, 0xC02F) ? WithKeys(0xC02F, "0C000003030013")
            : Offers(hello, 0xC030) ? WithKeys(0xC030, "0C000003030015")
            : Refusal),
        Does.StartWith("Fail: Secp192r1, with ").And.Contain("; Secp224r1, with "));

    [Test]
    public async Task Suites_ThatNobodyAnswersFor_CouldNotBeChecked() =>
        Assert.That(await FindAsync(new WeakCiphersCheck(), _ => Unclear), Is.EqualTo($"NotChecked: {NoTls}"));

    private static byte[] WithKeys(int suite, string message) =>
        [.. Hello(0x0303, suite), .. Convert.FromHexString($"160303{message.Length / 2:X4}{message}")];

    private static byte[] Bytes(Said said, byte[] right) => said switch
    {
        Said.Right => right,
        Said.Older => Hello(0x0302, 0xC013),
        Said.Refused => Refusal,
        _ => Unclear,
    };

    private static string Text(Said said, string version, string right) => said switch
    {
        Said.Right => right,
        Said.Older => $"{version}TLS 1.1 with {Cbc}",
        Said.Refused => $"{version}{Refused}",
        _ => $"{version}{NoTls}",
    };

    // What is asked of a server that refuses all; but SSL, which has no groups.
    private static async Task<IReadOnlyList<string>> AskedAsync(ISiteCheck check)
    {
        var asked = new List<byte[]>();
        await FindAsync(check, hello =>
        {
            asked.Add(hello);
            return Refusal;
        });
        return [.. asked.Where(hello => !IsForSsl2(hello) && VersionOf(hello) > 0x0300).Select(Convert.ToHexString)];
    }

    private static async Task<string> FindAsync(ISiteCheck check, Func<byte[], byte[]> answer)
    {
        await using var server = Answering(answer);
        return await Found.ByAsync(check, RawTlsServer.SiteOf(server));
    }
}

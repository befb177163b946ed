using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Tls;
using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>The probes against a TLS server of another make.</summary>
internal sealed class OpenSslTests
{
    private const string Weak = "DEFAULT:@SECLEVEL=0";

    [TestCase("-tls1", TlsVersion.Tls10)]
    [TestCase("-tls1_1", TlsVersion.Tls11)]
    [TestCase("-tls1_2", TlsVersion.Tls12)]
    [TestCase("-tls1_3", TlsVersion.Tls13)]
    [Requirement("R3")]
    public async Task Server_OfOneVersion_AcceptsThatAndNoOther(string option, TlsVersion version)
    {
        await using var server = await OpenSslServer.StartAsync(option, "-cipher", Weak);

        var accepted = new List<TlsVersion>();
        foreach (var offered in Enum.GetValues<TlsVersion>())
        {
            var suites = offered == TlsVersion.Tls13 ? OfferedSuites.Tls13 : KnownSuites.All;
            var answer = await TlsProbe.AskAsync(server.Site, new(offered, suites), CancellationToken.None);
            Assert.That(answer.Kind, Is.Not.EqualTo(AnswerKind.Unclear), answer.Shown);

            // Up to TLS 1.2 a server may answer with an older version, and then the client decides.
            if (answer.Hello?.Version == offered)
                accepted.Add(offered);
        }

        Assert.That(accepted, Is.EqualTo(new[] { version }));
    }

    [TestCase("-tls1")]
    [TestCase("-tls1_1")]
    [Requirement("R3")]
    public async Task OldServer_IsFound_AndHasNothingNewer(string option)
    {
        await using var server = await OpenSslServer.StartAsync(option, "-cipher", Weak);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutcomeAsync(new OldTlsCheck(), server), Is.EqualTo(Outcome.Fail));
            Assert.That(await OutcomeAsync(new NewTlsCheck(), server), Is.EqualTo(Outcome.Fail));
        }
    }

    [TestCase("ECDHE-RSA-AES128-SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")]
    [TestCase("AES128-GCM-SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase("AES256-CCM", "TLS_RSA_WITH_AES_256_CCM")]
    [TestCase("NULL-SHA256", "TLS_RSA_WITH_NULL_SHA256")]
    [TestCase("ECDHE-RSA-NULL-SHA", "TLS_ECDHE_RSA_WITH_NULL_SHA")]
    [TestCase("ADH-AES256-GCM-SHA384", "TLS_DH_anon_WITH_AES_256_GCM_SHA384")]
    [TestCase("AECDH-AES256-SHA", "TLS_ECDH_anon_WITH_AES_256_CBC_SHA")]
    [TestCase("ECDHE-RSA-CAMELLIA256-SHA384", "TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384")]
    [TestCase("ARIA128-GCM-SHA256", "TLS_RSA_WITH_ARIA_128_GCM_SHA256")]
    [TestCase("DHE-RSA-AES256-SHA", "TLS_DHE_RSA_WITH_AES_256_CBC_SHA")]
    [TestCase("PSK-AES256-GCM-SHA384", "TLS_PSK_WITH_AES_256_GCM_SHA384")]
    [TestCase("DHE-PSK-CHACHA20-POLY1305", "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256")]
    [Requirement("R3")]
    public async Task WeakCipher_IsFound(string cipher, string seen)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_2", "-psk", "1234", "-cipher", $"{cipher}:@SECLEVEL=0");

        var finding = await new WeakCiphersCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(Finding.Fail($"accepted: TLS 1.2 with {seen}")));
    }

    [TestCase("ECDHE-RSA-AES128-GCM-SHA256")]
    [TestCase("ECDHE-RSA-CHACHA20-POLY1305")]
    [TestCase("ECDHE-ARIA256-GCM-SHA384")]
    [TestCase("DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-CCM")]
    [Requirement("R3")]
    public async Task StrongCipher_IsRefusedToNobody_AndMeasuredByThePolicyOfAStack(string cipher)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_2", "-cipher", cipher);
        var stack = server.Site with { TlsPolicy = TlsPolicies.Default };

        var any = await new WeakCiphersCheck().RunAsync(server.Site, CancellationToken.None);
        var declared = await new WeakCiphersCheck().RunAsync(stack, CancellationToken.None);

        Assert.That(any.Outcome, Is.EqualTo(Outcome.Pass), any.Seen);
        Assert.That(declared.Outcome, Is.EqualTo(cipher == "ECDHE-RSA-AES128-GCM-SHA256" ? Outcome.Pass : Outcome.Fail));
    }

    [TestCase(1024, Outcome.Fail, "a finite field of 1024 bits, with TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(2048, Outcome.Pass, "a finite field of 2048 bits")]
    [Requirement("R3")]
    public async Task FiniteField_ThatIsSmall_IsFound(int bits, Outcome outcome, string seen)
    {
        using var parameters = new DiffieHellmanParameters(bits);
        await using var server = await OpenSslServer.StartAsync(
            "-tls1_2", "-dhparam", parameters.File, "-cipher", "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0");

        var finding = await new KeyGroupsCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(new Finding(outcome, seen)));
    }

    // OpenSSL has a field for each suite by itself: 1024 bits for AES-128 without a certificate, 3072 for AES-256.
    [TestCase("ADH-AES256-GCM-SHA384", Outcome.Pass)]
    [TestCase("ADH-AES256-GCM-SHA384:ADH-AES128-GCM-SHA256", Outcome.Fail)]
    [TestCase("DHE-PSK-AES128-GCM-SHA256", Outcome.Fail)]
    [TestCase("ECDHE-PSK-AES128-CBC-SHA256", Outcome.Pass)]
    [Requirement("R3")]
    public async Task FiniteField_OfAnySuite_Counts(string ciphers, Outcome outcome)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_2", "-psk", "1234", "-cipher", $"{ciphers}:@SECLEVEL=0");

        var finding = await new KeyGroupsCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
    }

    [TestCase("P-192", Outcome.Fail, "Secp192r1, with ")]
    [TestCase("P-224", Outcome.Fail, "Secp224r1, with ")]
    [TestCase("sect163k1", Outcome.Fail, "Sect163k1, with ")]
    [TestCase("sect283k1:P-256", Outcome.Fail, "Sect283k1, with ")]
    [TestCase("P-521:sect571r1", Outcome.Fail, "Sect571r1, with ")]
    [TestCase("P-256", Outcome.Pass, "Secp256r1")]
    [TestCase("brainpoolP384r1", Outcome.Pass, "BrainpoolP384r1")]
    [TestCase("X448", Outcome.Pass, "X448")]
    [Requirement("R3")]
    public async Task Curve_ThatIsWeak_IsFound(string curves, Outcome outcome, string seen)
    {
        await using var server = await OpenSslServer.StartAsync(
            "-tls1_2", "-groups", curves, "-cipher", "ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0");

        var finding = await new KeyGroupsCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
        Assert.That(finding.Seen, Does.StartWith(seen));
    }

    [TestCase("-tls1_2", "TLS 1.2 with TLS_DHE_RSA_WITH_AES_128_GCM_SHA256: renegotiations are tied; ")]
    [TestCase("-tls1_3", "TLS 1.2 is refused: alert protocol_version")]
    [Requirement("R3")]
    public async Task Handshake_WithoutFlaws_Passes(string version, string seen)
    {
        await using var server = await OpenSslServer.StartAsync(version);

        var finding = await new HandshakeFlawsCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Pass), finding.Seen);
        Assert.That(finding.Seen, Does.StartWith(seen));
    }

    [TestCase("P-521")]
    [TestCase("X448")]
    [TestCase("ffdhe3072")]
    public async Task Tls13_WithAnUncommonGroup_IsAcceptedAndNoted(string group)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_3", "-groups", group);

        var accepted = await TlsProbe.AskAsync(server.Site, NewTlsCheck.Tls13, CancellationToken.None);
        var exchange = await new KeyExchangeCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(accepted.Kind, Is.EqualTo(AnswerKind.Accepted), accepted.Shown);
        Assert.That(exchange.Seen.EndsWith("; finite field Ffdhe3072 too", StringComparison.Ordinal), Is.EqualTo(group == "ffdhe3072"));
    }

    [TestCase(TlsPolicies.Default, Outcome.Fail)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", Outcome.Pass)]
    [TestCase(null, Outcome.Pass)]
    [Requirement("R3")]
    public async Task PostQuantumHybrid_IsMissed_WhereThePolicyPromisesIt(string? policy, Outcome outcome)
    {
        await using var server = await OpenSslServer.StartAsync("-groups", "X25519");

        var finding = await new KeyExchangeCheck().RunAsync(server.Site with { TlsPolicy = policy }, CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
        Assert.That(finding.Seen, Is.EqualTo("X25519 agreed on; post-quantum hybrid X25519MLKEM768 not offered (alert handshake_failure)"));
    }

    [TestCase("X25519", "X25519 agreed on")]
    [TestCase("P-384", "Secp384r1 agreed on")]
    public async Task KeyExchange_IsTheOneThatTheServerWants(string group, string seen)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_3", "-groups", group);

        var finding = await new KeyExchangeCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding.Seen, Does.StartWith(seen));
    }

    private static async Task<Outcome> OutcomeAsync(ISiteCheck check, OpenSslServer server) =>
        (await check.RunAsync(server.Site, CancellationToken.None)).Outcome;
}

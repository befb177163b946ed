using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Tls;
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
            var suites = offered == TlsVersion.Tls13 ? OfferedSuites.Tls13 : [.. OfferedSuites.Strong, .. OfferedSuites.Old];
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

    [TestCase("ECDHE-RSA-AES128-SHA256", "CBC: accepted, TLS 1.2 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256;")]
    [TestCase("AES128-GCM-SHA256", "static RSA: accepted, TLS 1.2 with TLS_RSA_WITH_AES_128_GCM_SHA256")]
    [Requirement("R3")]
    public async Task WeakCipher_IsFound(string cipher, string seen)
    {
        await using var server = await OpenSslServer.StartAsync("-tls1_2", "-cipher", cipher);

        var finding = await new WeakCiphersCheck().RunAsync(server.Site, CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.Contain(seen));
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

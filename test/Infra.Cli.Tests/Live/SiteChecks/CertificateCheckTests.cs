using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static Infra.Cli.Tests.Live.SiteChecks.Found;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>A certificate of localhost and 127.0.0.1, valid from 2020 to 2069, as each check sees it.</summary>
[Requirement("R3")]
internal sealed class CertificateCheckTests
{
    private PlayedSite _played = null!;

    [SetUp]
    public void ASite() => _played = PlayedSite.Answering(_ => PlayedSite.Found);

    [TearDown]
    public async Task NoSite() => await _played.DisposeAsync();

    [TestCase("2019-12-31 23:59:59", "Fail: valid only from 2020-01-01 00:00 UTC")]
    [TestCase("2020-01-01 00:00:00", "Pass: 18263 days, until 2070-01-01 00:00 UTC")]
    [TestCase("2069-12-18 00:00:00", "Pass: 14 days, until 2070-01-01 00:00 UTC")]
    [TestCase("2069-12-18 00:00:01", "Fail: 13 days, until 2070-01-01 00:00 UTC")]
    [TestCase("2069-12-31 00:00:00", "Fail: 1 days, until 2070-01-01 00:00 UTC")]
    [TestCase("2069-12-31 23:59:59", "Fail: 0 days, until 2070-01-01 00:00 UTC")]
    [TestCase("2070-01-01 00:00:01", "Fail: expired on 2070-01-01 00:00 UTC")]
    public async Task Validity_IsFourteenDaysMore(string now, string seen)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse($"{now}Z", CultureInfo.InvariantCulture));

        Assert.That(await ByAsync(new CertificateValidityCheck(), _played.Site with { Time = time }), Is.EqualTo(seen));
    }

    [TestCase("localhost", "Pass")]
    [TestCase("127.0.0.1", "Pass")]
    [TestCase("other.example", "Fail")]
    [TestCase("127.0.0.2", "Fail")]
    public async Task Host_IsOneOfThoseThatItIsFor(string host, string outcome)
    {
        var site = new LiveSite(new($"https://{host}:{_played.Site.Url.Port}")) { ConnectTo = "127.0.0.1" };

        Assert.That(
            await ByAsync(new CertificateHostCheck(), site),
            Is.EqualTo($"{outcome}: {host}; the certificate is for localhost, 127.0.0.1"));
    }

    [Test]
    public async Task Chain_IsTrusted_BySomebody()
    {
        var check = new CertificateChainCheck();

        Assert.That(await ByAsync(check, _played.Site), Is.EqualTo("Pass: issued by CN=localhost, trusted by --ca"));
        Assert.That(
            await ByAsync(check, _played.Site with { TrustedBy = "the stack's outputs" }),
            Is.EqualTo("Pass: issued by CN=localhost, trusted by the stack's outputs"));

        // In OpenSSL's words, but for a full stop.
        Assert.That(
            await ByAsync(check, _played.Site with { Trusted = null }),
            Does.StartWith("Fail: issued by CN=localhost: ").And.Not.EndWith("."));
    }

    [Test]
    public async Task Chain_ThatTheServerSendsTooLittleOf_SaysWhoseIsMissing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var begin = DateTimeOffset.UnixEpoch.AddYears(50);
        using var bare = request.Create(
            new X500DistinguishedName("CN=some\u202eissuer"), X509SignatureGenerator.CreateForECDsa(key), begin, begin.AddYears(50), [1]);
        using var withKey = bare.CopyWithPrivateKey(key);
        using var leaf = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
        await using var server = new RawServer(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(leaf);
        });

        Assert.That(
            await ByAsync(new CertificateChainCheck(), RawTlsServer.SiteOf(server) with { Trusted = _played.Site.Trusted }),
            Is.EqualTo(
                @"Fail: issued by CN=some\u202eissuer: the server does not send the certificate of CN=some\u202eissuer, "
                + "and who connects has no other way to it; a browser may fetch it, other clients fail"));
    }

    [Test]
    public async Task Strength_IsThatOfTheKey() =>
        Assert.That(await ByAsync(new CertificateStrengthCheck(), _played.Site), Is.EqualTo("Pass: EC of 256 bits"));

    [TestCase("", "a certificate without a name")]
    [TestCase("CN=a, O=b", "CN=a, O=b")]
    [TestCase("CN=a\u202eb", @"CN=a\u202eb")]
    public void Certificate_IsNamed_ByWhomItIsFor(string subject, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(
            new X500DistinguishedName("CN=issuer"),
            X509SignatureGenerator.CreateForECDsa(key),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(1),
            [1]);

        Assert.That(CertificatePath.NameOf(certificate), Is.EqualTo(name));
    }

    // https://oidref.com; by SHA-256, -384, -512 and -224 with RSA, by -224 to -512 with ECDSA; by SHA-3 with ECDSA and RSA; by both alone.
    [Test]
    public void Signature_BySha2_OrSha3_IsStrong([Values(
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.14",
        "1.2.840.10045.4.3.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
        "2.16.840.1.101.3.4.3.9", "2.16.840.1.101.3.4.3.10", "2.16.840.1.101.3.4.3.11", "2.16.840.1.101.3.4.3.12",
        "2.16.840.1.101.3.4.3.13", "2.16.840.1.101.3.4.3.14", "2.16.840.1.101.3.4.3.15", "2.16.840.1.101.3.4.3.16",
        "2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3", "2.16.840.1.101.3.4.2.4",
        "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.10")] string name) =>
        Assert.That((StrongAlgorithms.Signs(name), StrongAlgorithms.IsSizedKey(name)), Is.EqualTo((true, false)));

    // Ed25519, Ed448, ML-DSA-44, -65 and -87.
    [Test]
    public void Key_OfOneSize_IsStrong_AndSignsByItsOwnName([Values(
        "1.3.101.112", "1.3.101.113", "2.16.840.1.101.3.4.3.17", "2.16.840.1.101.3.4.3.18", "2.16.840.1.101.3.4.3.19")] string name) =>
        Assert.That((StrongAlgorithms.Signs(name), StrongAlgorithms.IsSizedKey(name)), Is.EqualTo((true, true)));

    // MD2, MD4, MD5 and SHA-1 with RSA; RSA itself; SHA-1 with ECDSA and DSA; SHA-1 and MD5 alone; X25519; an end of a good one.
    [Test]
    public void Algorithm_ThatIsOlder_OrNobodys_IsWeak([Values(
        "1.2.840.113549.1.1.2", "1.2.840.113549.1.1.3", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.113549.1.1.1",
        "1.2.840.10045.4.1", "1.2.840.10040.4.3", "1.3.14.3.2.26", "1.2.840.113549.2.5", "1.3.101.110", "1.1.11", "1.2.3",
        "")] string name) =>
        Assert.That((StrongAlgorithms.Signs(name), StrongAlgorithms.IsSizedKey(name)), Is.EqualTo((false, false)));

    [Test]
    public void Key_WithoutAName_IsWeak() => Assert.That(StrongAlgorithms.IsSizedKey(null), Is.False);
}

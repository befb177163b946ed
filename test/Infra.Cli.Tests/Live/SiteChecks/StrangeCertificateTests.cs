using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Certificates that are made to confuse whoever reads them.</summary>
internal sealed class StrangeCertificateTests
{
    private const int Certificates = 400;
    private const int MostChanges = 4;

    private static readonly IReadOnlyList<ISiteCheck> Checks =
        [new CertificateChainCheck(), new CertificateStrengthCheck(), new CertificateHostCheck(), new CertificateValidityCheck()];

    // What a mangled one is, is for the checks to say; that they say something is what is asked here.
    [TestCase(1)]
    [TestCase(2)]
    public async Task Certificate_ThatIsMangled_GetsAFindingOfEachCheck(int seed)
    {
        var random = new Random(seed);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var whole = NewCertificate(key);
        var tried = 0;
        for (var number = 0; number < Certificates; number++)
        {
            using var mangled = Mangled(whole, key, random);
            if (mangled is null)
                continue;

            await using var server = Showing(mangled, []);
            foreach (var check in Checks)
                Assert.That(await SiteCheck.FindAsync(check, RawTlsServer.SiteOf(server), CancellationToken.None), Is.Not.Null);
            tried++;
        }

        Assert.That(tried, Is.GreaterThan(Certificates / 8));
    }

    // Each of them may have signed each other one, so the ways through them are more than can be gone.
    [Test]
    public async Task Chain_ThroughManyOfTheSameName_IsFoundOrGivenUp()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        X509Certificate2Collection sent = [.. Enumerable.Range(0, 100).Select(_ => NewCertificate(key, isAuthority: true, "CN=b", "CN=b"))];
        using var leaf = NewCertificate(key, isAuthority: false, "CN=a", "CN=b");
        await using var server = Showing(leaf, sent);

        var finding = await new CertificateChainCheck().RunAsync(RawTlsServer.SiteOf(server), CancellationToken.None);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        foreach (var certificate in sent)
            certificate.Dispose();
    }

    // A handshake takes any that OpenSSL can read and whose key is still the server's.
    private static X509Certificate2? Mangled(X509Certificate2 whole, ECDsa key, Random random)
    {
        var bytes = whole.RawData;
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        try
        {
            using var bare = X509CertificateLoader.LoadCertificate(bytes);
            using var withKey = bare.CopyWithPrivateKey(key);
            return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static RawServer Showing(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        var context = SslStreamCertificateContext.Create(leaf, sent, offline: true);
        return new(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
        });
    }

    private static X509Certificate2 NewCertificate(
        ECDsa key, bool isAuthority = false, string subject = "CN=localhost", string issuer = "CN=localhost")
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var bare = request.Create(
            new X500DistinguishedName(issuer),
            X509SignatureGenerator.CreateForECDsa(key),
            now.AddDays(-1),
            now.AddDays(60),
            RandomNumberGenerator.GetBytes(8));
        using var withKey = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}

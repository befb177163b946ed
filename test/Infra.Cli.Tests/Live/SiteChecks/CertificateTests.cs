using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Certificates that no rehearsal has.</summary>
internal sealed class CertificateTests
{
    // The same for all: an issuer's own certificate must not end before those that it signs, not by a second either.
    private readonly DateTimeOffset _begin = TimeProvider.System.GetUtcNow().AddDays(-1);

    [Test]
    [Requirement("R3")]
    public async Task Certificate_ThatHasExpired_FailsByItsDateAlone()
    {
        await using var server = await FakeServer.StartAsync(_ => Task.CompletedTask, https: true);
        var site = new LiveSite(server.Address);
        using var shown = await ShownCertificate.OfAsync(site, CancellationToken.None);

        var validity = await new CertificateValidityCheck().RunAsync(site, CancellationToken.None);
        var chain = await new CertificateChainCheck().RunAsync(site with { Trusted = [shown.Certificate] }, CancellationToken.None);

        Assert.That((validity.Outcome, chain.Outcome), Is.EqualTo((Outcome.Fail, Outcome.Pass)), chain.Seen);
        Assert.That(validity.Seen, Does.StartWith("expired on "));
    }

    [TestCase(true, ExpectedResult = Outcome.Pass)]
    [TestCase(false, ExpectedResult = Outcome.Fail)]
    [Requirement("R3")]
    public async Task<Outcome> Chain_LeadsToTheRoot_ByWhatTheServerSendsAlong(bool sendsIntermediate)
    {
        using var root = Issue("root", null, isAuthority: true);
        using var intermediate = Issue("intermediate", root, isAuthority: true);
        using var leaf = Issue("localhost", intermediate, isAuthority: false);

        return (await AskAsync(leaf, sendsIntermediate ? [intermediate] : [], [root])).Chain.Outcome;
    }

    [TestCase(-1, "expired on ", Outcome.Fail)]
    [TestCase(13, "13 days, until ", Outcome.Fail)]
    [TestCase(14, "14 days, until ", Outcome.Pass)]
    [Requirement("R3")]
    public async Task Intermediate_ThatEndsBeforeTheCertificate_Counts(int daysLeft, string seen, Outcome outcome)
    {
        using var root = Issue("root", null, isAuthority: true);
        using var intermediate = Issue("intermediate", root, isAuthority: true, end: Now.AddDays(daysLeft).AddHours(1));
        using var leaf = Issue("localhost", intermediate, isAuthority: false, end: root.NotAfter);

        var (validity, chain) = await AskAsync(leaf, [intermediate], [root]);

        Assert.That(validity.Outcome, Is.EqualTo(outcome));
        Assert.That(validity.Seen, Does.StartWith($"CN=intermediate: {seen}"));
        Assert.That(chain.Outcome, Is.EqualTo(Outcome.Pass), chain.Seen);
    }

    [Test]
    [Requirement("R3")]
    public async Task Intermediate_ThatIsNotValidYet_Fails()
    {
        using var root = Issue("root", null, isAuthority: true);
        using var intermediate = Issue("intermediate", root, isAuthority: true, begin: Now.AddHours(1));
        using var leaf = Issue("localhost", intermediate, isAuthority: false, begin: _begin);

        var (validity, _) = await AskAsync(leaf, [intermediate], [root]);

        Assert.That(validity.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(validity.Seen, Does.StartWith("CN=intermediate: valid only from "));
    }

    [TestCase("1.3.6.1.5.5.7.3.1", Outcome.Pass)]
    [TestCase("1.3.6.1.5.5.7.3.2", Outcome.Fail)]
    [Requirement("R3")]
    public async Task Certificate_ThatIsForClients_Fails(string usage, Outcome outcome)
    {
        using var root = Issue("root", null, isAuthority: true);
        var extension = new X509EnhancedKeyUsageExtension([new(usage)], critical: false);
        using var leaf = Issue("localhost", root, isAuthority: false, extension: extension);

        var (_, chain) = await AskAsync(leaf, [], [root]);

        Assert.That(chain.Outcome, Is.EqualTo(outcome), chain.Seen);
        Assert.That(chain.Seen, Does.Not.Contain("does not send"));
    }

    [Test]
    [Requirement("R3")]
    public async Task Certificate_WithTwoFaults_HasBothNamed()
    {
        using var root = Issue("root", null, isAuthority: true);
        using var other = Issue("other", null, isAuthority: true);
        var extension = new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.2")], critical: false);
        using var leaf = Issue("localhost", root, isAuthority: false, extension: extension);

        var (_, chain) = await AskAsync(leaf, [], [other]);

        Assert.That(chain.Seen, Does.Contain("the server does not send the certificate of CN=root").And.Contain("; "));
        Assert.That(chain.Seen.Split("; "), Has.Length.EqualTo(3), chain.Seen);
    }

    // Browsers have ignored the common name since 2017.
    [TestCase("localhost", Outcome.Pass)]
    [TestCase("*.localhost", Outcome.Fail)]
    [TestCase("www.localhost", Outcome.Fail)]
    [TestCase(null, Outcome.Fail)]
    [Requirement("R3")]
    public async Task Host_MustBeAmongTheAlternativeNames(string? name, Outcome outcome)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (name is not null)
            names.AddDnsName(name);
        using var root = Issue("root", null, isAuthority: true);
        using var leaf = Issue("localhost", root, isAuthority: false, extension: name is null ? null : names.Build());
        await using var server = Showing(leaf, []);

        var site = new LiveSite(new($"https://localhost:{server.Address.Port}")) { ConnectTo = "127.0.0.1" };

        var finding = await new CertificateHostCheck().RunAsync(site, CancellationToken.None);

        Assert.That(finding, Is.EqualTo(new Finding(outcome, $"localhost; the certificate is for {name ?? "no name"}")));
    }

    [Test]
    [Requirement("R3")]
    public async Task Root_ThatHasExpired_Fails()
    {
        using var root = Issue("root", null, isAuthority: true, begin: Now.AddDays(-30), end: Now.AddDays(-1));
        using var leaf = Issue("localhost", root, isAuthority: false, end: Now.AddDays(30));

        var (validity, _) = await AskAsync(leaf, [], [root]);

        Assert.That(validity.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(validity.Seen, Does.StartWith("CN=root: expired on "));
    }

    // As of Let's Encrypt's in 2021: an old root's signature on a new root that clients trust by now. OpenSSL and curl go the short way.
    [TestCase(true)]
    [TestCase(false)]
    [Requirement("R3")]
    public async Task CrossSignature_ThatHasExpiredAndThatNobodyNeeds_IsNoFault(bool isOldRootTrusted)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var oldRoot = Issue("old root", null, isAuthority: true, begin: Now.AddDays(-60), end: Now.AddDays(-1));
        using var newRoot = Issue("root", null, isAuthority: true, key: key);
        using var crossSigned = Issue("root", oldRoot, isAuthority: true, begin: Now.AddDays(-50), end: Now.AddDays(-2), key: key);
        using var intermediate = Issue("intermediate", newRoot, isAuthority: true);
        using var leaf = Issue("localhost", intermediate, isAuthority: false);

        var (validity, chain) =
            await AskAsync(leaf, [intermediate, crossSigned], isOldRootTrusted ? [oldRoot, newRoot] : [newRoot]);

        Assert.That((validity.Outcome, chain.Outcome), Is.EqualTo((Outcome.Pass, Outcome.Pass)), $"{validity.Seen} {chain.Seen}");
    }

    private static IEnumerable<TestCaseData> Strengths() =>
    [
        Strength("RSA of 1024 bits", Rsa(1024), Sha256, "CN=localhost: its key is RSA of 1024 bits"),
        Strength("RSA of 2040 bits", Rsa(2040), Sha256, "CN=localhost: its key is RSA of 2040 bits"),
        Strength("SHA-1", Rsa(2048), HashAlgorithmName.SHA1, "CN=localhost: signed by sha1ECDSA"),
        Strength(
            "RSA of 1024 bits and SHA-1", Rsa(1024), HashAlgorithmName.SHA1,
            "CN=localhost: its key is RSA of 1024 bits; CN=localhost: signed by sha1ECDSA"),
        Strength("RSA of 2048 bits", Rsa(2048), Sha256, null),
        Strength("RSA of 4096 bits", Rsa(4096), HashAlgorithmName.SHA512, null),
        Strength("P-256", Curve("nistP256"), HashAlgorithmName.SHA384, null),
    ];

    [TestCaseSource(nameof(Strengths))]
    [Requirement("R3")]
    public async Task Certificate_ThatIsWeak_Fails(AsymmetricAlgorithm key, HashAlgorithmName hash, string? seen)
    {
        using (key)
        {
            using var root = Issue("root", null, isAuthority: true);
            using var leaf = Issue("localhost", root, isAuthority: false, key: key, hash: hash);

            var finding = await StrengthOfAsync(leaf, [], [root]);

            Assert.That(finding.Outcome, Is.EqualTo(seen is null ? Outcome.Pass : Outcome.Fail), finding.Seen);
            Assert.That(finding.Seen, Is.EqualTo(seen ?? finding.Seen));
        }
    }

    [TestCase("SHA1", 2048, "CN=intermediate: signed by sha1RSA")]
    [TestCase("MD5", 2048, "CN=intermediate: signed by md5RSA")]
    [TestCase("SHA256", 1024, "CN=intermediate: its key is RSA of 1024 bits")]
    [TestCase("SHA256", 2048, null)]
    [Requirement("R3")]
    public async Task Intermediate_ThatIsWeak_Fails(string hash, int bits, string? seen)
    {
        using var root = Issue("root", null, isAuthority: true, key: RSA.Create(2048));
        using var intermediate = Issue("intermediate", root, isAuthority: true, key: RSA.Create(bits), hash: new(hash));
        using var leaf = Issue("localhost", intermediate, isAuthority: false);

        var finding = await StrengthOfAsync(leaf, [intermediate], [root]);

        Assert.That(finding.Outcome, Is.EqualTo(seen is null ? Outcome.Pass : Outcome.Fail), finding.Seen);
        Assert.That(finding.Seen, Is.EqualTo(seen ?? "EC of 256 bits, signed by RSA of 2048 bits, signed by RSA of 2048 bits"));
    }

    [TestCase("nistP224", "CN=intermediate: its key is EC of 224 bits")]
    [TestCase("brainpoolP256r1", null)]
    [TestCase("nistP521", null)]
    [Requirement("R3")]
    public async Task CurveOfAnIntermediate_ThatIsWeak_Fails(string curve, string? seen)
    {
        using var key = Curve(curve);
        using var root = Issue("root", null, isAuthority: true);
        using var intermediate = Issue("intermediate", root, isAuthority: true, key: key);
        using var leaf = Issue("localhost", intermediate, isAuthority: false);

        var finding = await StrengthOfAsync(leaf, [intermediate], [root]);

        Assert.That((finding.Outcome, finding.Seen), Is.EqualTo(seen is null ? (Outcome.Pass, finding.Seen) : (Outcome.Fail, seen)));
    }

    // It is the last on its way, and signed by somebody else all the same.
    [Test]
    [Requirement("R3")]
    public async Task Certificate_OfAnIssuerThatNobodyKnows_IsJudgedByItsSignature()
    {
        using var root = Issue("root", null, isAuthority: true);
        using var other = Issue("other", null, isAuthority: true);
        using var leaf = Issue("localhost", root, isAuthority: false, hash: HashAlgorithmName.SHA1);

        Assert.That(await StrengthOfAsync(leaf, [], [other]), Is.EqualTo(Finding.Fail("CN=localhost: signed by sha1ECDSA")));
    }

    // Whoever trusts a root trusts its key, whatever it is signed with: some are older than SHA-2.
    [TestCase("SHA1", 2048, Outcome.Pass)]
    [TestCase("SHA256", 1024, Outcome.Fail)]
    [Requirement("R3")]
    public async Task Root_IsJudgedByItsKeyAlone(string hash, int bits, Outcome outcome)
    {
        using var root = Issue("root", null, isAuthority: true, key: RSA.Create(bits), hash: new(hash));
        using var leaf = Issue("localhost", root, isAuthority: false);

        Assert.That((await StrengthOfAsync(leaf, [], [root])).Outcome, Is.EqualTo(outcome));
    }

    [TestCase("SHA1", Outcome.Fail)]
    [TestCase("SHA256", Outcome.Pass)]
    [Requirement("R3")]
    public async Task SignatureByRsaPss_IsJudgedByItsHash(string hash, Outcome outcome)
    {
        using var root = Issue("root", null, isAuthority: true, key: RSA.Create(2048));
        using var leaf = Issue("localhost", root, isAuthority: false, hash: new(hash), padding: RSASignaturePadding.Pss);

        Assert.That((await StrengthOfAsync(leaf, [], [root])).Outcome, Is.EqualTo(outcome));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static HashAlgorithmName Sha256 => HashAlgorithmName.SHA256;

    private static RSA Rsa(int bits) => RSA.Create(bits);

    private static ECDsa Curve(string name) => ECDsa.Create(ECCurve.CreateFromFriendlyName(name));

    private static TestCaseData Strength(string name, AsymmetricAlgorithm key, HashAlgorithmName hash, string? seen) =>
        new TestCaseData(key, hash, seen).SetArgDisplayNames(name);

    private static async Task<(Finding Validity, Finding Chain)> AskAsync(
        X509Certificate2 leaf, X509Certificate2Collection sent, X509Certificate2Collection trusted)
    {
        await using var server = Showing(leaf, sent);
        var site = RawTlsServer.SiteOf(server) with { Trusted = trusted };
        return (
            await new CertificateValidityCheck().RunAsync(site, CancellationToken.None),
            await new CertificateChainCheck().RunAsync(site, CancellationToken.None));
    }

    private static async Task<Finding> StrengthOfAsync(
        X509Certificate2 leaf, X509Certificate2Collection sent, X509Certificate2Collection trusted)
    {
        await using var server = Showing(leaf, sent);
        return await new CertificateStrengthCheck().RunAsync(
            RawTlsServer.SiteOf(server) with { Trusted = trusted }, CancellationToken.None);
    }

    private static RawServer Showing(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        var context = SslStreamCertificateContext.Create(leaf, sent, offline: true);
        return new RawServer(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = context,
                // SYSLIB0040: it sets OpenSSL's security level to 0, without which it has no keys that are too small.
#pragma warning disable SYSLIB0040
                EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
            });
        });
    }

    private X509Certificate2 Issue(
        string name,
        X509Certificate2? issuer,
        bool isAuthority,
        DateTimeOffset? begin = null,
        DateTimeOffset? end = null,
        AsymmetricAlgorithm? key = null,
        HashAlgorithmName? hash = null,
        RSASignaturePadding? padding = null,
        X509Extension? extension = null)
    {
        var own = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedName($"CN={name}");
        var request = own is RSA rsa
            ? new CertificateRequest(subject, rsa, hash ?? Sha256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)own, hash ?? Sha256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        if (extension is not null)
            request.CertificateExtensions.Add(extension);
        using var issuerKey = (AsymmetricAlgorithm?)issuer?.GetRSAPrivateKey() ?? issuer?.GetECDsaPrivateKey();
        using var certificate = request.Create(
            issuer?.SubjectName ?? subject,
            new AnyHashSigner(issuerKey ?? own, padding),
            begin ?? _begin,
            end ?? issuer?.NotAfter ?? _begin.AddDays(30),
            [1]);
        using var whole = own is RSA ownRsa ? certificate.CopyWithPrivateKey(ownRsa) : certificate.CopyWithPrivateKey((ECDsa)own);
        if (key is null)
            own.Dispose();
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}

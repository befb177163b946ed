using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Verify;

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
        var context = SslStreamCertificateContext.Create(leaf, sendsIntermediate ? [intermediate] : [], offline: true);
        await using var server = new RawServer(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
        });

        var site = RawTlsServer.SiteOf(server) with { Trusted = [root] };
        return (await new CertificateChainCheck().RunAsync(site, CancellationToken.None)).Outcome;
    }

    private X509Certificate2 Issue(string name, X509Certificate2? issuer, bool isAuthority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = issuer is null
            ? request.CreateSelfSigned(_begin, _begin.AddDays(30))
            : request.Create(issuer, _begin, issuer.NotAfter, [1]).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

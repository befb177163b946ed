using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Cli.Live;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>
/// A site whose certificate names an address of somebody's choice wherever a certificate can name one: for its issuer's certificate, for
/// what is revoked, and for who is asked whether it is. It sends no other certificate along. The address counts who comes.
/// </summary>
internal sealed class LeadingCertificate : IAsyncDisposable
{
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _leaf;
    private readonly RawServer _listener;
    private readonly RawServer _server;
    private int _visits;

    public LeadingCertificate()
    {
        _listener = new(socket =>
        {
            Interlocked.Increment(ref _visits);
            return Task.CompletedTask;
        });
        _root = Issue("root", null, leadsTo: null);
        using var intermediate = Issue("intermediate", _root, leadsTo: null);
        _leaf = Issue("localhost", intermediate, _listener.Address);
        var context = SslStreamCertificateContext.Create(_leaf, additionalCertificates: null, offline: true);
        _server = new(async socket =>
        {
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
            var request = new byte[64 * 1024];
            while (await tls.ReadAsync(request) > 0)
                await tls.WriteAsync(Encoding.ASCII.GetBytes(PlayedSite.Found));
        });
    }

    /// <summary>The site, whose certificate is not trusted.</summary>
    public LiveSite Site => RawTlsServer.SiteOf(_server) with { Trusted = [_root] };

    /// <summary>How many connections the address was asked for.</summary>
    public int Visits => Volatile.Read(ref _visits);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _listener.DisposeAsync();
        _leaf.Dispose();
        _root.Dispose();
    }

    private static X509Certificate2 Issue(string name, X509Certificate2? issuer, Uri? leadsTo)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(leadsTo is null, hasPathLengthConstraint: false, 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        if (leadsTo is not null)
        {
            request.CertificateExtensions.Add(
                CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([new Uri(leadsTo, "list.crl").AbsoluteUri]));
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(
                [new Uri(leadsTo, "ocsp").AbsoluteUri], [new Uri(leadsTo, "issuer.cer").AbsoluteUri]));
        }

        using var certificate = issuer is null
            ? request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-2), TimeProvider.System.GetUtcNow().AddDays(90))
            : Signed(request, issuer, key);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 Signed(CertificateRequest request, X509Certificate2 issuer, ECDsa key)
    {
        using var certificate = request.Create(issuer, issuer.NotBefore, issuer.NotAfter, [1]);
        return certificate.CopyWithPrivateKey(key);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>A certificate for a server, and the root that vouches for it.</summary>
/// <param name="Pem">The certificate with its key, as servers read both.</param>
/// <param name="Root">The root.</param>
internal sealed record SiteCertificate(string Pem, X509Certificate2 Root)
{
    /// <summary>Issues one.</summary>
    /// <param name="host">The host that it is for.</param>
    /// <param name="daysLeft">How long it is valid; less than 0 if it has ended.</param>
    public static SiteCertificate For(string host = "localhost", int daysLeft = 90)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, hasPathLengthConstraint: false, 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(now.AddYears(-1), now.AddYears(1));

        // RSA, since suites with keys without forward secrecy are for such alone.
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(
            root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), now.AddDays(-60), now.AddDays(daysLeft).AddHours(1), [1]);
        return new(
            $"{leaf.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", X509CertificateLoader.LoadCertificate(root.RawData));
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>The certificate that a server makes for itself in end-to-end mode: as the user data has openssl make it.</summary>
internal static class ServerCertificate
{
    private const string Name = "localhost";
    private const int Days = 3650;

    /// <summary>Another certificate with another key.</summary>
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now, now.AddDays(Days));
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>A certificate like the declared one, whose key never leaves this process.</summary>
internal static class ListenerCertificate
{
    private const int KeySize = 2048;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>
    /// Makes one for the declared names and the declared time from now on, or for a day if the stack does not declare one. It signs
    /// itself and is also for this machine, so that a client that trusts it can verify it here.
    /// </summary>
    public static X509Certificate2 Create(DeclaredCertificate? declared)
    {
        using var key = RSA.Create(KeySize);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in (declared?.Names ?? []).Append("localhost").Distinct())
            names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));

        // The machine's time, which is what clients verify it by.
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now, now + (declared?.Validity ?? TimeSpan.FromDays(1)));
    }
}

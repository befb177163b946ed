using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Infra.Cli.Plan.Recording;

/// <summary>What the TLS provider computes: real PEM texts, so that whatever reads them can.</summary>
internal static class TlsOutputs
{
    private static readonly DateTimeOffset NotBefore = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (string Id, ImmutableDictionary<string, object> Outputs) PrivateKey(ResourceRequest request)
    {
        using var key = PreviewKey.Create();
        return (request.Made.Hex(40), ImmutableDictionary<string, object>.Empty
            .Add("privateKeyPem", key.ExportRSAPrivateKeyPem() + "\n")
            .Add("privateKeyPemPkcs8", key.ExportPkcs8PrivateKeyPem() + "\n")
            .Add("publicKeyPem", key.ExportSubjectPublicKeyInfoPem() + "\n"));
    }

    public static (string Id, ImmutableDictionary<string, object> Outputs) SelfSignedCert(ResourceRequest request)
    {
        using var key = PreviewKey.Create();
        var subject = request.Inputs.GetValueOrDefault("subject") as ImmutableDictionary<string, object>;
        var commonName = subject?.GetValueOrDefault("commonName") as string ?? request.Name;
        var certificate = new CertificateRequest(
            new X500DistinguishedName($"CN={commonName}"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (request.Inputs.GetValueOrDefault("dnsNames") is ImmutableArray<object> { Length: > 0 } dnsNames)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var name in dnsNames.OfType<string>())
                names.AddDnsName(name);
            certificate.CertificateExtensions.Add(names.Build());
        }

        var hours = request.Inputs.GetValueOrDefault("validityPeriodHours") is double number ? number : 0;
        // Serial number and dates are fixed, and PKCS #1 signatures have no random part: the same certificate at every run.
        var serialNumber = Encoding.ASCII.GetBytes(request.Made.Hex(16));
        using var made = certificate.Create(
            certificate.SubjectName,
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            NotBefore,
            NotBefore.AddHours(hours),
            serialNumber);
        return (request.Made.Hex(40), ImmutableDictionary<string, object>.Empty.Add("certPem", made.ExportCertificatePem() + "\n"));
    }
}

using Pulumi;
using Acm = Pulumi.Aws.Acm;
using Tls = Pulumi.Tls;

namespace Infra.Certificates;

/// <summary>A certificate made and signed by this program, imported into AWS Certificate Manager.</summary>
/// <remarks>
/// It does not renew by itself, whatever its early renewal says (https://github.com/pulumi/pulumi-tls/issues/39). Another
/// <see cref="CertificateSource.SelfSigned.Rotation"/> replaces key and certificate; the import keeps its ARN and takes the new
/// ones in place, so the listener never stands without a certificate.
/// </remarks>
internal sealed class SelfSignedCertificate : ComponentResource
{
    private const int ValidityHours = 365 * 24;

    public SelfSignedCertificate(string name, CertificateSource.SelfSigned source, ComponentResourceOptions? options = null)
        : base("infra:certificates:SelfSignedCertificate", name, options)
    {
        var key = new Tls.PrivateKey($"{name}-key", new() { Algorithm = "RSA", RsaBits = 2048 }, RotatedWith(source));
        var keyPem = key.PrivateKeyPem.Apply(Output.CreateSecret);

        var signed = new Tls.SelfSignedCert($"{name}-cert", new()
        {
            PrivateKeyPem = keyPem,
            Subject = new Tls.Inputs.SelfSignedCertSubjectArgs { CommonName = source.DomainName },
            DnsNames = { source.DomainName },
            ValidityPeriodHours = ValidityHours,
            // Digital signatures are what the key exchange of TLS 1.2 and 1.3 asks of the key.
            AllowedUses = { "digital_signature", "server_auth" },
        }, RotatedWith(source));

        var imported = new Acm.Certificate($"{name}-import", new()
        {
            PrivateKey = keyPem,
            CertificateBody = signed.CertPem,
        }, new() { Parent = this });

        (Arn, Pem) = (imported.Arn, signed.CertPem);

        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    public Output<string> Arn { get; }

    public Output<string> Pem { get; }

    private CustomResourceOptions RotatedWith(CertificateSource.SelfSigned source) =>
        new() { Parent = this, ReplacementTrigger = source.Rotation };
}

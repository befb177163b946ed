using Pulumi;
using Pulumi.Aws.Acm.Inputs;
using Acm = Pulumi.Aws.Acm;
using Route53 = Pulumi.Aws.Route53;

namespace Infra.Certificates;

/// <summary>The certificate of the load balancer.</summary>
/// <remarks>
/// Certificates have no physical names and are never deleted before they are replaced: a listener must have moved to the new one
/// first, or AWS refuses to delete the old one.
/// </remarks>
public sealed class Certificate : ComponentResource
{
    // The validation takes minutes. When it does not, a name server is wrong, and the provider's limit of 75 minutes only hides that.
    private static readonly TimeSpan ValidationTimeout = TimeSpan.FromMinutes(15);

    private readonly string _name;

    /// <summary>Makes, or takes, the certificate.</summary>
    public Certificate(string name, CertificateArgs args, ComponentResourceOptions? options = null)
        : base("infra:certificates:Certificate", name, options)
    {
        _name = name;
        var source = args.Source;
        var selfSigned = source is CertificateSource.SelfSigned self
            ? new SelfSignedCertificate($"{name}-self-signed", self, new() { Parent = this })
            : null;
        Arn = source switch
        {
            CertificateSource.Issued issued => Issue(issued),
            CertificateSource.Imported imported => imported.Arn.ToOutput(),
            _ => selfSigned?.Arn ?? throw new ArgumentException($"unknown certificate source {source}", nameof(args)),
        };
        Pem = selfSigned?.Pem.Apply<string?>(pem => pem) ?? Output.Create((string?)null);

        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    /// <summary>The ARN of a certificate that is ready for use: for an issued one it is known once AWS has validated the name.</summary>
    public Output<string> Arn { get; }

    /// <summary>
    /// The certificate, in PEM, if this program signs it itself, for clients to trust; none for others, whom clients trust anyway.
    /// </summary>
    public Output<string?> Pem { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private Output<string> Issue(CertificateSource.Issued source)
    {
        var certificate = new Acm.Certificate($"{_name}-issued", new()
        {
            DomainName = source.DomainName,
            ValidationMethod = "DNS",
            // What every client can verify; elliptic curves would save little with so few connections.
            KeyAlgorithm = "RSA_2048",
            // Browsers distrust public certificates that are in no transparency log.
            Options = new CertificateOptionsArgs { CertificateTransparencyLoggingPreference = "ENABLED" },
        }, Child);

        // One name, one challenge: known without asking AWS, so that a preview shows the record.
        var challenge = certificate.DomainValidationOptions.Apply(challenges => challenges[0]);
        var record = new Route53.Record($"{_name}-validation", new()
        {
            ZoneId = source.HostedZoneId,
            Name = challenge.Apply(it => it.ResourceRecordName!),
            Type = challenge.Apply(it => it.ResourceRecordType!),
            Records = { challenge.Apply(it => it.ResourceRecordValue!) },
            Ttl = 300,
            // All certificates of an account for one name have the same challenge, so the record may be there already, for one of them; and
            // whoever deletes it stops the renewal of the others: https://github.com/hashicorp/terraform-provider-aws/issues/7918.
            AllowOverwrite = true,
        }, new() { Parent = this, RetainOnDelete = true });

        var validation = new Acm.CertificateValidation($"{_name}-validated", new()
        {
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = { record.Fqdn },
        }, new() { Parent = this, CustomTimeouts = new() { Create = ValidationTimeout } });

        return validation.CertificateArn;
    }
}

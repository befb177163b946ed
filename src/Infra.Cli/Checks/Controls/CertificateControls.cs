using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Certificates, and the names that lead to the site.</summary>
internal static class CertificateControls
{
    // ACM's own default when none is named.
    private static readonly string?[] StrongKeys =
        [null, "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"];

    // https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html
    private static readonly string[] Spent = ["EXPIRED", "FAILED", "INACTIVE", "REVOKED", "VALIDATION_TIMED_OUT"];

    private static readonly string[] ServerUses = ["digital_signature", "server_auth"];

    private static readonly Subjects Certificates = Subjects.OfType(TypeToken.Certificate, "certificate");
    private static readonly Subjects Issued = Certificates.Where("certificate from ACM", certificate => certificate.Has("domainName"));

    public static ControlArea Area { get; } = new("Certificates",
    [
        new("certificate-renews", Severity.Medium, "The certificate is issued by ACM by proof in DNS, so it renews itself.")
        {
            Sources = ["FSBP ACM.1", "awsguard acm-certificate-expiration"],
            Requirements = ["R3"],
            On = Certificates,
            Problem = (certificate, _) => certificate.Text("validationMethod") == "DNS"
                ? null
                : "is imported or proven by e-mail, so somebody must renew it",
            Mend = "set domainName and hostedZoneId",
        },
        new("certificate-validated", Severity.Medium, "A deployment waits until ACM has issued the certificate.")
        {
            Requirements = ["R3"],
            On = Issued,
            Problem = Expect.Companion(TypeToken.CertificateValidation, "certificateArn"),
            Mend = "add a CertificateValidation, and give listeners its certificateArn",
        },
        new("certificate-in-force", Severity.Critical, "ACM still takes the certificate for good.")
        {
            // Only a state says what has become of it.
            Requirements = ["R3"],
            On = Certificates,
            Problem = (certificate, _) => certificate.FindOutput("status") is string status && Spent.Contains(status)
                ? $"status is {status}"
                : null,
            Mend = "see in ACM why it was not renewed, fix that, and let the listener have another certificate",
        },
        new("certificate-strong-key", Severity.High, "Its key is RSA of 2048 bits or more, or elliptic.")
        {
            Sources = ["FSBP ACM.2"],
            Requirements = ["R3"],
            On = Certificates,
            Problem = WeakKey,
            Mend = "set keyAlgorithm to RSA_2048 or better",
        },
        new("certificate-of-something", Severity.High, "ACM issues the certificate for a name, or it is brought with its key.")
        {
            Requirements = ["R3"],
            On = Certificates,
            Problem = (certificate, _) => certificate.Has("domainName")
                || certificate.Has("certificateBody") && certificate.Has("privateKey")
                ? null
                : "has neither a domainName nor a certificateBody with its privateKey",
            Mend = "set domainName, or certificateBody and privateKey",
        },
        new("certificate-key-secret", Severity.Critical, "A private key is in no plan and in no state in plain text.")
        {
            Requirements = ["R3"],
            On = new("certificate with a key of its own", graph => graph.OfType(TypeToken.Certificate)
                .Where(certificate => certificate.Has("privateKey"))
                .Concat(graph.OfType(TypeToken.SelfSignedCert))),
            // Of what a plan hides it is known that it is secret.
            Problem = (node, graph) => node.Peek(KeyInput(node)) == UnknownValue.Hidden
                || node.Text(KeyInput(node)) is not { } key || graph.Secrets.AreIn(key)
                    ? null
                    : $"{KeyInput(node)} is not secret",
            Mend = "hand on the key's own output, which is secret",
        },
        new("certificate-self-signed", Severity.Medium, "A self-signed certificate says whose it is, and that it is a server's.")
        {
            Requirements = ["R3"],
            On = Subjects.OfType(TypeToken.SelfSignedCert, "self-signed certificate"),
            Problem = Expect.All(
                Expect.Set("subject"),
                (certificate, _) => certificate.Texts("dnsNames").Count > 0 ? null : "is for no name",
                (certificate, _) => certificate.Texts("allowedUses") is var uses && ServerUses.All(uses.Contains)
                    ? null
                    : $"is not for {string.Join(", ", ServerUses.Except(uses))}",
                (certificate, graph) => graph.OfType(TypeToken.Certificate).Any(import =>
                    import.Text("certificateBody") is { } body && body == certificate.Output("certPem"))
                        ? null
                        : "is imported by no certificate"),
            Mend = "set subject, dnsNames and allowedUses with digital_signature and server_auth, and import it",
        },
        new("certificate-create-first", Severity.Medium, "A new certificate is there before the old one goes: a listener can't be without.")
        {
            Sources = ["checkov CKV_AWS_233"],
            On = Certificates,
            Problem = (certificate, _) => certificate.Options.DeleteBeforeReplace == true
                ? "is deleted before its replacement is made"
                : null,
            Mend = "leave deleteBeforeReplace off",
        },
        new("certificate-transparency", Severity.Low, "The certificate is in the public logs by which others' forgeries are found.")
        {
            Sources = ["checkov CKV_AWS_234"],
            On = Issued,
            Problem = (certificate, _) => certificate.Text("options.certificateTransparencyLoggingPreference") == "DISABLED"
                ? "is kept from the transparency logs"
                : null,
            Mend = "set certificateTransparencyLoggingPreference to ENABLED",
        },
        new("certificate-no-wildcard", Severity.Low, "The certificate is for the site's name, not for all names beside it.")
        {
            Sources = ["checkov CKV2_AWS_71"],
            On = Issued,
            Problem = Expect.None("is for", (certificate, _) => certificate.Texts("subjectAlternativeNames")
                .Prepend(certificate.Text("domainName")!)
                .Where(name => name.Contains('*', StringComparison.Ordinal))),
            Mend = "name the site itself",
        },
        new("dns-alias", Severity.Low, "The site's address records are aliases of the load balancer, so they can't point at what is gone.")
        {
            Sources = ["checkov CKV2_AWS_23"],
            On = Subjects.OfType(TypeToken.DnsRecord, "address record").Where(record => record.Text("type") is "A" or "AAAA"),
            Problem = (record, graph) => graph.OfType(TypeToken.LoadBalancer)
                .Any(balancer => balancer.Output("dnsName") == record.Text("aliases.0.name"))
                ? null
                : "is no alias of a load balancer of this stack",
            Mend = "use aliases with the load balancer's dnsName",
        },
    ]);

    private static string KeyInput(ResourceNode node) => node.Type == TypeToken.SelfSignedCert ? "privateKeyPem" : "privateKey";

    private static string? WeakKey(ResourceNode certificate, ResourceGraph graph)
    {
        if (!StrongKeys.Contains(certificate.Text("keyAlgorithm")))
            return Expect.Actual(certificate, "keyAlgorithm");

        return certificate.Dependencies.Select(urn => graph[urn])
            .Where(node => node.Type == TypeToken.PrivateKey && !IsStrong(node))
            .Select(key => $"has a key of {key.Text("algorithm")} {key.Text("rsaBits") ?? key.Text("ecdsaCurve")}")
            .FirstOrDefault();
    }

    private static bool IsStrong(ResourceNode key) => key.Text("algorithm") switch
    {
        "RSA" => key.Number("rsaBits") >= 2048,
        "ECDSA" => key.Text("ecdsaCurve") is "P256" or "P384" or "P521",
        _ => false,
    };
}

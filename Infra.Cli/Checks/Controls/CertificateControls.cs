using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Certificates, and the names that lead to the site.</summary>
internal static class CertificateControls
{

    // ACM's own default when none is named.
    private static readonly string?[] StrongKeys =
        [null, "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"];

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
        new("certificate-strong-key", Severity.High, "Its key is RSA of 2048 bits or more, or elliptic.")
        {
            Sources = ["FSBP ACM.2"],
            Requirements = ["R3"],
            On = Certificates,
            Problem = WeakKey,
            Mend = "set keyAlgorithm to RSA_2048 or better",
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

using static Infra.Settings.Catalogue.CertificateCatalogue;
using static Infra.Settings.Catalogue.ProtectionCatalogue;

namespace Infra.Settings.Rules;

internal static class CertificateRules
{
    // The common name of a certificate ends there: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html.
    private const int LongestIssuedName = 64;

    public static void Check(StackSettings settings, ProblemList problems)
    {
        CheckDomain(settings.Certificate, problems);
        CheckRegion(settings, problems);
        CheckSelfSigned(settings, problems);
    }

    private static void CheckDomain(CertificateSettings certificate, ProblemList problems)
    {
        if (!problems.AreRead(DomainName, HostedZoneId, CertificateArn))
        {
            return;
        }

        var (domain, zone) = (problems.NameOf(DomainName), problems.NameOf(HostedZoneId));
        if (certificate is { DomainName: not null, HostedZoneId: null })
        {
            problems.Add(HostedZoneId, $"is required with {domain} ({certificate.DomainName})", got: null,
                $"set it to the id of the zone that holds the name, or remove {domain}");
        }

        if (certificate is { DomainName: null, HostedZoneId: not null })
        {
            problems.Add(DomainName, $"is required with {zone} ({certificate.HostedZoneId})", got: null,
                $"set it to the site's name, or remove {zone}");
        }

        if (certificate is { DomainName.Length: > LongestIssuedName, CertificateArn: null })
        {
            problems.Add(DomainName, $"must have at most {LongestIssuedName} characters for ACM to issue its certificate",
                certificate.DomainName, $"choose a shorter name, or set {problems.NameOf(CertificateArn)}");
        }
    }

    private static void CheckRegion(StackSettings settings, ProblemList problems)
    {
        // arn:partition:acm:region:account:certificate/id
        if (problems.AreRead(CertificateArn) && TextForms.IsRegion(settings.Region)
            && settings.Certificate.CertificateArn is { Value: var arn } && arn.Split(':')[3] != settings.Region)
        {
            problems.Add(CertificateArn, $"must be in the region of aws:region ({settings.Region})", arn,
                "issue or import the certificate there; a load balancer takes no other region's");
        }
    }

    private static void CheckSelfSigned(StackSettings settings, ProblemList problems)
    {
        if (problems.AreRead(DomainName, CertificateArn, AllowSelfSigned, DeletionProtection)
            && settings is { DeletionProtection: true, Certificate: { IsSelfSigned: true, AllowSelfSigned: false } })
        {
            var protection = problems.NameOf(DeletionProtection);
            var (domain, arn) = (problems.NameOf(DomainName), problems.NameOf(CertificateArn));
            problems.Add(AllowSelfSigned,
                $"must be true when {protection} is true and neither {domain} nor {arn} is set, as browsers warn of self-signed ones",
                problems.TypedAt(AllowSelfSigned), $"set {domain} or {arn}, or say out loud that warnings are fine by setting it to true");
        }
    }
}

using Infra.Certificates;
using Infra.Common;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class CertificateTopic
{
    // The common name of a certificate ends there: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html.
    private const int LongestIssuedName = 64;

    public static SettingArea Area { get; } = new("Name and certificate");

    public static TextSetting DomainName { get; } = Area.Add(new TextSetting
    {
        Key = "domainName",
        Default = "",
        WhenNotSet = "the site answers under the load balancer's own name",
        Form = "a lower-case DNS name with a dot, without a wildcard and without a dot at its end, at most 253 characters",
        MendOf = text => TextForms.IsDomainName(text) ? null : "write it like www.example.com",
        Example = "www.example.com",
        Effect = "The site's name: gets an alias record in hostedZoneId, and a certificate from ACM unless certificateArn is set.",
        WhenChanged = new() { Replaces = ["certificate", "certificate validation", "record"], Interrupts = "visitors of the former name" },
    });

    public static TextSetting HostedZoneId { get; } = Area.Add(new TextSetting
    {
        Key = "hostedZoneId",
        Default = "",
        WhenNotSet = "no DNS record is made",
        Form = "a hosted zone id: Z and 1 to 31 upper-case letters and digits",
        MendOf = text => TextForms.IsHostedZoneId(text) ? null : "copy the id, without a path before it, from Route 53",
        Example = "Z0123456789ABCDEFGHIJ",
        Effect = "The public Route 53 zone that holds domainName; the records that prove the name to ACM go there too.",
        WhenChanged = new()
        {
            Replaces = ["certificate validation", "record"],
            Interrupts = "visitors, unless the new zone is the one that answers for the name",
        },
    });

    public static TextSetting CertificateArn { get; } = Area.Add(new TextSetting
    {
        Key = "certificateArn",
        Default = "",
        WhenNotSet = "ACM issues one for domainName; without a domainName the stack makes a self-signed one",
        Form = "the ARN of an ACM certificate in the stack's region",
        MendOf = text => TextForms.IsCertificateArn(text)
            ? null
            : "write it like arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
        Example = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
        Effect = "A certificate that exists already; the stack then makes none.",
        CanBeSecret = true,
        WhenChanged = LiveChange.InPlace,
    });

    public static BooleanSetting AllowSelfSigned { get; } = Area.Add(new BooleanSetting
    {
        Key = "allowSelfSigned",
        Default = "false",
        Effect = "Permits a self-signed certificate, of which every browser warns, together with deletionProtection.",
        WhenChanged = LiveChange.InPlace,
    });

    public static TextSetting Rotation { get; } = Area.Add(new TextSetting
    {
        Key = "certificateRotation",
        Default = "1",
        Form = "1 to 64 printable ASCII characters",
        MendOf = text => TextForms.IsPrintable(text, maximumLength: 64) ? null : "write a short word or number, such as 2",
        Example = "2",
        Effect = "Any change makes a new key and a new self-signed certificate; a self-signed certificate is never renewed otherwise.",
        WhenChanged = new() { Replaces = ["private key", "self signed cert"] },
    });

    public static CertificateSettings Read(SettingsReader reader) => new()
    {
        DomainName = reader.Optional(DomainName),
        HostedZoneId = reader.Optional(HostedZoneId),
        CertificateArn = reader.OptionalSecret(CertificateArn),
        AllowSelfSigned = reader.Value(AllowSelfSigned),
        Rotation = reader.Value(Rotation),
    };

    public static void Check(StackSettings settings, ProblemList problems)
    {
        CheckDomain(settings.Certificate, problems);
        CheckRegion(settings, problems);
        CheckSelfSigned(settings, problems);
    }

    private static void CheckDomain(CertificateSettings certificate, ProblemList problems)
    {
        if (!problems.AreRead(DomainName, HostedZoneId, CertificateArn))
            return;

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
        if (!problems.AreRead(CertificateArn) || !TextForms.IsRegion(settings.Region)
            || settings.Certificate.CertificateArn is not { Value: var arn })
        {
            return;
        }

        // arn:partition:acm:region:account:certificate/id
        var parts = arn.Split(':');
        var partition = Partition.Of(settings.Region).Name;
        if (parts[3] != settings.Region)
        {
            problems.Add(CertificateArn, $"must be in the region of aws:region ({settings.Region})", arn,
                "issue or import the certificate there; a load balancer takes no other region's");
        }
        else if (parts[1] != partition)
        {
            problems.Add(CertificateArn, $"must be in the partition of aws:region ({partition})", arn,
                $"copy it from ACM in {settings.Region}");
        }
    }

    private static void CheckSelfSigned(StackSettings settings, ProblemList problems)
    {
        if (problems.AreRead(DomainName, HostedZoneId, CertificateArn, AllowSelfSigned, ProtectionTopic.DeletionProtection)
            && settings is { DeletionProtection: true, Certificate.AllowSelfSigned: false }
            && settings.CertificateSource is CertificateSource.SelfSigned)
        {
            var protection = problems.NameOf(ProtectionTopic.DeletionProtection);
            var (domain, arn) = (problems.NameOf(DomainName), problems.NameOf(CertificateArn));
            problems.Add(AllowSelfSigned,
                $"must be true when {protection} is true and neither {domain} nor {arn} is set, as browsers warn of self-signed ones",
                problems.TypedAt(AllowSelfSigned), $"set {domain} or {arn}, or say out loud that warnings are fine by setting it to true");
        }
    }
}

/// <summary>The site's name and the certificate that proves it.</summary>
public sealed record CertificateSettings
{
    /// <summary>
    /// The site's DNS name, in lower case. Not set by default: the site then answers under the load balancer's own name. Set together
    /// with <see cref="HostedZoneId"/>.
    /// </summary>
    public string? DomainName { get; init; }

    /// <summary>
    /// The id of the public Route 53 zone that holds <see cref="DomainName"/>. Not set by default: no DNS record is made.
    /// </summary>
    public string? HostedZoneId { get; init; }

    /// <summary>
    /// The ARN of an ACM certificate in the stack's region. Not set by default: ACM issues one for <see cref="DomainName"/>. Beside a
    /// domain name it replaces the issued certificate, and the name gets its alias record alone.
    /// </summary>
    public SecretText? CertificateArn { get; init; }

    /// <summary>Whether a self-signed certificate may serve a stack that is protected from deletion. By default it may not.</summary>
    public required bool AllowSelfSigned { get; init; }

    /// <summary>
    /// 1 to 64 printable characters, <c>1</c> by default. Any change makes a new key and a new self-signed certificate.
    /// </summary>
    public required string Rotation { get; init; }

    /// <summary>The site's own name with its zone; none when the site answers under the load balancer's name.</summary>
    public SiteName? SiteName => DomainName is { } name && HostedZoneId is { } zone ? new(name, zone) : null;
}

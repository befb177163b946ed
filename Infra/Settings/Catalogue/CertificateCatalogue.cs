namespace Infra.Settings.Catalogue;

internal static class CertificateCatalogue
{
    public static TextSetting DomainName { get; } = new()
    {
        Key = "domainName",
        Default = "",
        WhenNotSet = "the site answers under the load balancer's own name",
        Form = "a lower-case DNS name with a dot, without a wildcard and without a dot at its end, at most 253 characters",
        MendOf = text => TextForms.IsDomainName(text) ? null : "write it like www.example.com",
        Effect = "The site's name: gets an alias record in hostedZoneId, and a certificate from ACM unless certificateArn is set.",
    };

    public static TextSetting HostedZoneId { get; } = new()
    {
        Key = "hostedZoneId",
        Default = "",
        WhenNotSet = "no DNS record is made",
        Form = "a hosted zone id: Z and 1 to 31 upper-case letters and digits",
        MendOf = text => TextForms.IsHostedZoneId(text) ? null : "copy the id, without a path before it, from Route 53",
        Effect = "The public Route 53 zone that holds domainName; the records that prove the name to ACM go there too.",
    };

    public static TextSetting CertificateArn { get; } = new()
    {
        Key = "certificateArn",
        Default = "",
        WhenNotSet = "ACM issues one for domainName; without a domainName the stack makes a self-signed one",
        Form = "the ARN of an ACM certificate in the stack's region",
        MendOf = text => TextForms.IsCertificateArn(text)
            ? null
            : "write it like arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
        Effect = "A certificate that exists already; the stack then makes none.",
        CanBeSecret = true,
    };

    public static BooleanSetting AllowSelfSigned { get; } = new()
    {
        Key = "allowSelfSigned",
        Default = "false",
        Effect = "Permits a self-signed certificate, of which every browser warns, together with deletionProtection.",
    };

    public static TextSetting Rotation { get; } = new()
    {
        Key = "certificateRotation",
        Default = "1",
        Form = "1 to 64 printable ASCII characters",
        MendOf = text => TextForms.IsPrintable(text, maximumLength: 64) ? null : "write a short word or number, such as 2",
        Effect = "Any change makes a new key and a new self-signed certificate; a self-signed certificate is never renewed otherwise.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } = [DomainName, HostedZoneId, CertificateArn, AllowSelfSigned, Rotation];
}

using System.Text.RegularExpressions;
using Infra.Servers;

namespace Infra.Settings;

/// <summary>The forms of text that settings demand. \z ends each, since $ would let a line break through at the end.</summary>
internal static partial class TextForms
{
    public static bool IsDomainName(string text) => text.Length <= 253 && DomainName().IsMatch(text);

    public static bool IsHostedZoneId(string text) => HostedZoneId().IsMatch(text);

    public static bool IsCertificateArn(string text) => CertificateArn().IsMatch(text);

    public static bool IsPrintable(string text, int maximumLength) =>
        text.Length >= 1 && text.Length <= maximumLength && text.All(letter => letter is >= ' ' and <= '~');

    public static bool IsZone(string text) => Zone().IsMatch(text);

    public static bool IsRegion(string text) => Region().IsMatch(text);

    public static bool IsInstanceType(string text) => InstanceArchitecture.TryOf(text, out _);

    public static bool IsImage(string text) => Image().IsMatch(text);

    public static bool IsInsidePath(string text) => text.Length <= 255 && Path().IsMatch(text);

    // nginx compares the path after it has decoded it and merged its slashes: one with escapes or empty segments would never match.
    public static bool IsHealthCheckPath(string text) => text.Length <= 1024 && HealthCheckPath().IsMatch(text);

    public static bool IsEmail(string text) =>
        text.Length <= 254 && text.Split('@') is [var name, var domain] && MailboxName().IsMatch(name) && DomainName().IsMatch(domain);

    public static bool IsPackageName(string text) => text.Length <= 127 && PackageName().IsMatch(text);

    public static bool IsProgramName(string text) => text.Length <= 255 && PackageName().IsMatch(text);

    public static bool IsPolicyName(string text) => text.Length <= 512 && PolicyName().IsMatch(text);

    // The last label holds a letter, or it would be an address and not a name.
    [GeneratedRegex(
        @"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^Z[A-Z0-9]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostedZoneId();

    [GeneratedRegex(
        @"^arn:(aws|aws-cn|aws-us-gov|aws-eusc):acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex CertificateArn();

    // A country, or eusc for the European Sovereign Cloud: https://docs.aws.eu/esc/latest/userguide/introduction.html.
    [GeneratedRegex(@"^([a-z]{2}|eusc)(-[a-z]+)+-[1-9][a-h]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^([a-z]{2}|eusc)(-[a-z]+)+-[1-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    // Behind a parameter's name AWS takes a version or a label:
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html.
    [GeneratedRegex(
        @"^(ami-([0-9a-f]{8}|[0-9a-f]{17})"
        + @"|resolve:ssm:([A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+)+)"
        + @"(:([1-9][0-9]{0,17}|(?![Aa][Ww][Ss]|[Ss][Ss][Mm])[A-Za-z_.-][A-Za-z0-9_.-]{0,99}))?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"^(?!\.{1,2}(/|\z))[A-Za-z0-9._-]+(/(?!\.{1,2}(/|\z))[A-Za-z0-9._-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"^(/(?!\.{1,2}(/|\z))[A-Za-z0-9._~-]+)+/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HealthCheckPath();

    // https://docs.fedoraproject.org/en-US/packaging-guidelines/Naming/#_common_character_set_for_package_naming
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PackageName();

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    [GeneratedRegex(@"^([A-Za-z0-9+=,.@_-]+/)*[A-Za-z0-9+=,.@_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyName();

    [GeneratedRegex(@"^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailboxName();
}

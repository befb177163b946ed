using System.Text.RegularExpressions;

namespace Infra.Networking;

/// <summary>What a stack's settings call a prefix list. CloudFront's have one name in all regions, and an id of its own in each.</summary>
public static partial class PrefixListName
{
    /// <summary>The addresses from which CloudFront asks origins over IPv4.</summary>
    public const string CloudFront = "com.amazonaws.global.cloudfront.origin-facing";

    /// <summary>The addresses from which CloudFront asks origins over IPv6.</summary>
    public const string CloudFrontIPv6 = "com.amazonaws.global.ipv6.cloudfront.origin-facing";

    /// <summary>
    /// What either of CloudFront's weighs, which is more than the entries that it has. See
    /// https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html.
    /// </summary>
    public const int CloudFrontWeight = 55;

    /// <summary>Whether it is a name, from which the id has to be looked up.</summary>
    public static bool IsCloudFront(string name) => name is CloudFront or CloudFrontIPv6;

    /// <summary>Whether it is an id.</summary>
    public static bool IsId(string name) => Id().IsMatch(name);

    [GeneratedRegex(@"^pl-([0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

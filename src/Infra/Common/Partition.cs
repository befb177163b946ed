namespace Infra.Common;

/// <summary>A part of AWS with accounts and names of its own. A region is in one, and every ARN says which.</summary>
/// <param name="Name">What ARNs say, e.g. <c>aws-cn</c>.</param>
/// <param name="DnsSuffix">What AWS's own names end in, e.g. <c>amazonaws.com.cn</c>.</param>
public sealed record Partition(string Name, string DnsSuffix)
{
    // https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
    private static readonly (string RegionPrefix, Partition Partition)[] Others =
    [
        ("us-gov-", new("aws-us-gov", "amazonaws.com")),
        ("cn-", new("aws-cn", "amazonaws.com.cn")),
        ("eusc-", new("aws-eusc", "amazonaws.eu")),
    ];

    private static readonly Partition Commercial = new("aws", "amazonaws.com");

    /// <summary>
    /// What EC2 is called where a role trusts it, with a suffix of its own in China alone:
    /// https://docs.amazonaws.cn/en_us/aws/latest/userguide/iam.html.
    /// </summary>
    public string Ec2Principal => Name is "aws-cn" ? $"ec2.{DnsSuffix}" : "ec2.amazonaws.com";

    /// <summary>The partition of a region.</summary>
    public static Partition Of(string region) =>
        Others.FirstOrDefault(other => region.StartsWith(other.RegionPrefix, StringComparison.Ordinal)).Partition ?? Commercial;
}

namespace Infra.Cli.Roles;

/// <summary>The part of AWS that a region belongs to; every ARN begins with it.</summary>
internal static class Partition
{
    // https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
    private static readonly (string RegionPrefix, string Name)[] Others =
    [
        ("us-gov-", "aws-us-gov"),
        ("cn-", "aws-cn"),
        ("eusc-", "aws-eusc"),
    ];

    public static string Of(string region) =>
        Others.FirstOrDefault(other => region.StartsWith(other.RegionPrefix, StringComparison.Ordinal)).Name ?? "aws";
}

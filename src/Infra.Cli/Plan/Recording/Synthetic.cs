using System.Security.Cryptography;
using System.Text;
using Infra.Common;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// Makes up what AWS would: ids, ARNs and names in AWS's own forms, the same at every run and different for every resource, so that
/// whoever reads a value among another resource's inputs can tell whose it is.
/// </summary>
internal sealed class Synthetic(string type, string name, string region)
{
    /// <summary>The account that AWS's own documentation uses.</summary>
    public const string AccountId = "123456789012";

    private readonly Partition _partition = Partition.Of(region);
    private readonly string _digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}/{name}")));

    /// <summary>The name that Pulumi would make: the logical name, a hyphen and seven hexadecimal digits.</summary>
    public string AutoName => $"{name}-{_digest[..7]}";

    /// <summary>Seventeen hexadecimal digits behind a prefix, e.g. <c>vpc-0a1b2c3d4e5f67890</c>.</summary>
    public string ResourceId(string prefix) => $"{prefix}-0{Hex(16)}";

    /// <summary>The first digits of the digest.</summary>
    public string Hex(int digits) => _digest[..digits];

    public string Uuid => $"{_digest[..8]}-{_digest[8..12]}-{_digest[12..16]}-{_digest[16..20]}-{_digest[20..32]}";

    /// <summary>A decimal number of ten digits.</summary>
    public string Number =>
        (1_000_000_000 + Convert.ToUInt32(_digest[..7], 16)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Arn(string service, string resource) => $"arn:{_partition.Name}:{service}:{region}:{AccountId}:{resource}";

    public string GlobalArn(string service, string resource) => $"arn:{_partition.Name}:{service}::{AccountId}:{resource}";

    /// <summary>The ARN of a bucket or an object, which names neither region nor account.</summary>
    public string S3Arn(string path) => $"arn:{_partition.Name}:s3:::{path}";

    /// <summary>A name of AWS's in DNS, in which a service stands behind the region or before it.</summary>
    public string Host(string beforeSuffix) => $"{beforeSuffix}.{_partition.DnsSuffix}";
}

using Infra.Storage;
using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace Infra.Site;

/// <summary>The web site as a tar file in a private bucket, from which the servers fetch it.</summary>
/// <remarks>
/// The key stays and each upload is a new version of the object. Servers name the version, so that going back to an earlier launch
/// template goes back to the site of that time as well.
/// </remarks>
public sealed class SiteBundle : ComponentResource
{
    /// <summary>The object's key.</summary>
    public const string Key = "site.tar";

    // How long an earlier launch template can still be rolled back to.
    private const int OldVersionDays = 90;

    /// <summary>Makes the bucket and uploads the site.</summary>
    public SiteBundle(string name, SiteBundleArgs args, ComponentResourceOptions? options = null)
        : base("infra:site:SiteBundle", name, options)
    {
        var storage = new PrivateBucket($"{name}-storage", new()
        {
            NoncurrentVersionDays = OldVersionDays,
            LogBucketName = args.LogBucketName,
            LogsReady = args.LogsReady,
            ForceDestroy = !args.DeletionProtection,
        }, new() { Parent = this });

        var bundle = new S3.BucketObjectv2($"{name}-bundle", new()
        {
            Bucket = storage.Name,
            Key = Key,
            Source = args.Archive,
            SourceHash = args.Hash,
            ContentType = "application/x-tar",
        }, new() { Parent = this, DependsOn = { storage.VersioningReady } });

        BucketArn = storage.Arn;
        BucketName = storage.Name;
        ObjectKey = bundle.Key;
        ObjectVersionId = bundle.VersionId;
        ObjectArn = Output.Format($"{storage.Arn}/{Key}");

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["bucketArn"] = BucketArn,
            ["bucketName"] = BucketName,
            ["objectKey"] = ObjectKey,
            ["objectVersionId"] = ObjectVersionId,
            ["objectArn"] = ObjectArn,
        });
    }

    /// <summary>For the endpoint policy, which names the buckets that servers may read.</summary>
    public Output<string> BucketArn { get; }

    /// <summary>Made up by Pulumi: a bucket shares its name with all of AWS.</summary>
    public Output<string> BucketName { get; }

    /// <summary>The same for every version of the site.</summary>
    public Output<string> ObjectKey { get; }

    /// <summary>The version that holds exactly this site.</summary>
    public Output<string> ObjectVersionId { get; }

    /// <summary>The object's ARN, which is the same for all its versions.</summary>
    public Output<string> ObjectArn { get; }
}

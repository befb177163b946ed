using Infra.Storage;
using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace Infra.Site;

/// <summary>The web site and the application as tar files in a private bucket, from which the servers fetch them.</summary>
/// <remarks>
/// The key stays and each upload is a new version of the object. Servers name the version, so that going back to an earlier launch
/// template goes back to the site of that time as well.
/// </remarks>
public sealed class SiteBundle : ComponentResource
{
    /// <summary>The key of the site's object.</summary>
    public const string Key = "site.tar";

    /// <summary>The key of the application's object.</summary>
    public const string ApplicationKey = "application.tar";

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

        BucketArn = storage.Arn;
        BucketName = storage.Name;
        Dictionary<string, object?> outputs = new() { ["bucketArn"] = BucketArn, ["bucketName"] = BucketName };
        if (args.Archive is { } site)
        {
            Site = Upload($"{name}-bundle", Key, site, args.Hash!, storage, args.ArchiveHash);
            outputs["objectKey"] = Site.Key;
            outputs["objectVersionId"] = Site.VersionId;
            outputs["objectArn"] = Site.Arn;
        }

        if (args.Application is { } application)
        {
            Application = Upload($"{name}-application", ApplicationKey, application, args.ApplicationHash!, storage);
            outputs["applicationKey"] = Application.Key;
            outputs["applicationVersionId"] = Application.VersionId;
            outputs["applicationArn"] = Application.Arn;
        }

        RegisterOutputs(outputs);
    }

    /// <summary>For the endpoint policy, which names the buckets that servers may read.</summary>
    public Output<string> BucketArn { get; }

    /// <summary>Made up by Pulumi: a bucket shares its name with all of AWS.</summary>
    public Output<string> BucketName { get; }

    /// <summary>The object with the site; none without a site.</summary>
    public UploadedObject? Site { get; }

    /// <summary>The object with the application; none without one.</summary>
    public UploadedObject? Application { get; }

    private UploadedObject Upload(
        string objectName, string key, Asset archive, string hash, PrivateBucket storage, string? archiveHash = null)
    {
        var args = new S3.BucketObjectv2Args
        {
            Bucket = storage.Name,
            Key = key,
            Source = archive,
            SourceHash = hash,
            ContentType = "application/x-tar",
        };
        if (archiveHash is not null)
            args.Metadata.Add("sha256", archiveHash);

        var uploaded = new S3.BucketObjectv2(objectName, args, new() { Parent = this, DependsOn = { storage.VersioningReady } });
        return new(uploaded.Key, uploaded.VersionId, Output.Format($"{storage.Arn}/{key}"));
    }
}

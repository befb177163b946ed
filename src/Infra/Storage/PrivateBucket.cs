using Infra.Common;
using Pulumi;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace Infra.Storage;

/// <summary>An S3 bucket closed to the public: encrypted, versioned, over TLS only, and tidied up by itself.</summary>
internal sealed class PrivateBucket : ComponentResource
{
    /// <summary>Where in the log bucket S3 puts its logs.</summary>
    internal const string AccessLogPrefix = "s3/";

    private const int IncompleteUploadDays = 7;

    private readonly string _name;
    private readonly S3.Bucket _bucket;

    /// <summary>Makes the bucket and everything that guards it.</summary>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("infra:storage:PrivateBucket", name, options)
    {
        _name = name;
        _bucket = new S3.Bucket(
            $"{name}-bucket", new() { ForceDestroy = args.ForceDestroy }, new() { Parent = this, Protect = args.Protect });
        Name = _bucket.BucketName;
        Arn = _bucket.Arn;

        CloseToThePublic(out var publicAccessBlock, out var ownership);
        Encrypt();
        VersioningReady = KeepVersions();
        PolicyReady = Guard(args.Grants(Arn), [publicAccessBlock, ownership]);
        TidyUp(args);
        LogAccess(args);

        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name, ["arn"] = Arn });
    }

    /// <summary>Made up by Pulumi: a bucket shares its name with all of AWS.</summary>
    public Output<string> Name { get; }

    /// <summary>For policies, which name no bucket otherwise.</summary>
    public Output<string> Arn { get; }

    /// <summary>What a writer that is granted access by the bucket policy has to wait for.</summary>
    public Resource PolicyReady { get; }

    /// <summary>What an object whose version matters has to wait for: before it, objects get the version id <c>null</c>.</summary>
    public Resource VersioningReady { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private void CloseToThePublic(out Resource publicAccessBlock, out Resource ownership)
    {
        publicAccessBlock = new S3.BucketPublicAccessBlock($"{_name}-public-access-block", new()
        {
            Bucket = Name,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, Child);

        // Turns access control lists off, so that the bucket policy is all there is to read.
        ownership = new S3.BucketOwnershipControls($"{_name}-ownership", new()
        {
            Bucket = Name,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Child);
    }

    // Keys that S3 manages: a load balancer cannot write its logs to a bucket that encrypts with KMS. See
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html.
    private void Encrypt() => _ = new S3.BucketServerSideEncryptionConfiguration($"{_name}-encryption", new()
    {
        Bucket = Name,
        Rules =
        {
            new BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "AES256",
                },
            },
        },
    }, Child);

    private S3.BucketVersioning KeepVersions() => new($"{_name}-versioning", new()
    {
        Bucket = Name,
        VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
    }, Child);

    // After the other two, since S3 refuses changes to a bucket's access that overlap ("conflicting conditional operation").
    private S3.BucketPolicy Guard(IReadOnlyList<PolicyStatement> grants, Resource[] after) => new($"{_name}-policy", new()
    {
        Bucket = Name,
        Policy = PolicyDocument.Json([TlsOnly(), .. grants]),
    }, new() { Parent = this, DependsOn = after });

    private PolicyStatement TlsOnly() => new()
    {
        Sid = "DenyPlainHttp",
        Effect = "Deny",
        Principals = new Dictionary<string, Input<string>> { ["AWS"] = "*" },
        Actions = ["s3:*"],
        Resources = [Arn, Output.Format($"{Arn}/*")],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["Bool"] = new Dictionary<string, Input<string>> { ["aws:SecureTransport"] = "false" },
        },
    };

    // After versioning, since a rule about old versions means nothing before it.
    private void TidyUp(PrivateBucketArgs args) => _ = new S3.BucketLifecycleConfiguration($"{_name}-lifecycle", new()
    {
        Bucket = Name,
        Rules =
        {
            new BucketLifecycleConfigurationRuleArgs
            {
                Id = "tidy-up",
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                Expiration = ExpirationAfter(args.ExpirationDays),
                NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                {
                    NoncurrentDays = args.NoncurrentVersionDays,
                },
                AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                {
                    DaysAfterInitiation = IncompleteUploadDays,
                },
            },
        },
    }, new() { Parent = this, DependsOn = { VersioningReady } });

    private void LogAccess(PrivateBucketArgs args)
    {
        if (args.LogBucketName is null)
            return;

        _ = new S3.BucketLogging($"{_name}-logging", new()
        {
            Bucket = Name,
            TargetBucket = args.LogBucketName,
            TargetPrefix = AccessLogPrefix,
        }, new() { Parent = this, DependsOn = args.LogsReady });
    }

    private static Input<BucketLifecycleConfigurationRuleExpirationArgs>? ExpirationAfter(Input<int>? days)
    {
        if (days is null)
            return null;
        return new BucketLifecycleConfigurationRuleExpirationArgs { Days = days };
    }
}

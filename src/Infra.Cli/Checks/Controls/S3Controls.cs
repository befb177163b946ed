using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Buckets, each with the resources that configure it.</summary>
internal static class S3Controls
{
    private const string Algorithm = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
    private const string Key = "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId";

    // Who may do one of these owns the bucket in all but name.
    private static readonly string[] Takeover =
        ["s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration", "s3:PutObjectAcl"];

    public static ControlArea Area { get; } = new("S3",
    [
        new("bucket-private", Severity.High, "No bucket can be made public, not even by mistake.")
        {
            Sources =
            [
                "FSBP S3.8", "FSBP S3.1", "FSBP S3.2", "FSBP S3.3", "CIS v5 2.1.4", "CIS v7 3.1.4", "checkov CKV_AWS_53",
                "checkov CKV_AWS_54", "checkov CKV_AWS_55", "checkov CKV_AWS_56", "checkov CKV2_AWS_6", "trivy AWS-0086",
                "trivy AWS-0087", "trivy AWS-0091", "trivy AWS-0093", "trivy AWS-0094", "cdk-nag S2",
            ],
            On = Subjects.Buckets,
            Problem = Of(TypeToken.BucketPublicAccessBlock, Expect.All(
                Expect.True("blockPublicAcls"),
                Expect.True("blockPublicPolicy"),
                Expect.True("ignorePublicAcls"),
                Expect.True("restrictPublicBuckets"))),
            Mend = "give the bucket a BucketPublicAccessBlock with all four set",
        },
        new("bucket-tls-only", Severity.Medium, "Buckets refuse requests without encryption.")
        {
            Sources = ["FSBP S3.5", "CIS v5 2.1.1", "CIS v7 3.1.1", "checkov CKV_AWS_379", "cdk-nag S10"],
            On = Subjects.Buckets,
            Problem = (bucket, graph) => Policy(bucket, graph).Any(statement => RefusesPlainText(statement, bucket))
                ? null
                : "accepts plain HTTP",
            Mend = "deny s3:* on the bucket and its objects when aws:SecureTransport is false",
        },
        new("bucket-encrypted", Severity.High, "Buckets encrypt what they keep.")
        {
            Sources = ["checkov CKV_AWS_19", "trivy AWS-0088", "Pulumi aws-s3-bucket-enable-server-side-encryption"],
            On = Subjects.Buckets,
            Problem = Of(TypeToken.BucketServerSideEncryptionConfiguration, Expect.OneOf(Algorithm, "AES256", "aws:kms", "aws:kms:dsse")),
            Mend = "give the bucket a BucketServerSideEncryptionConfiguration",
        },
        new("bucket-customer-key", Severity.Medium, "Buckets encrypt with a key whose policy the customer writes.")
        {
            Sources = ["Security Hub S3.17", "checkov CKV_AWS_145", "trivy AWS-0132", "cdk-nag S3DefaultEncryptionKMS"],
            On = Subjects.Buckets,
            Problem = Of(TypeToken.BucketServerSideEncryptionConfiguration, Expect.All(
                Expect.OneOf(Algorithm, "aws:kms", "aws:kms:dsse"),
                (encryption, _) => encryption.Text(Key) is { Length: > 0 } key && !key.EndsWith("alias/aws/s3", StringComparison.Ordinal)
                    ? null
                    : "encrypts with the account's own S3 key")),
            Mend = "set sseAlgorithm to aws:kms, and kmsMasterKeyId to the key",
        },
        new("bucket-no-acls", Severity.Medium, "The account owns every object, and access lists do not count.")
        {
            Sources =
            [
                "FSBP S3.12", "checkov CKV2_AWS_65", "checkov CKV_AWS_20", "checkov CKV_AWS_57", "checkov CKV_AWS_375",
                "checkov CKV2_AWS_43", "trivy AWS-0092", "Pulumi aws-s3-bucket-disallow-public-read",
            ],
            On = Subjects.Buckets,
            Problem = Expect.All(
                Of(TypeToken.BucketOwnershipControls, Expect.OneOf("rule.objectOwnership", "BucketOwnerEnforced")),
                (bucket, graph) => Expect.Companions(bucket, graph, TypeToken.BucketAcl, "bucket").Any()
                    ? "has a BucketAcl"
                    : null),
            Mend = "set objectOwnership to BucketOwnerEnforced",
        },
        new("bucket-versioned", Severity.Low, "What is overwritten or deleted can be brought back.")
        {
            Sources = ["Security Hub S3.14", "checkov CKV_AWS_21", "trivy AWS-0090", "cdk-nag S3BucketVersioningEnabled"],
            On = Subjects.Buckets,
            Problem = Of(TypeToken.BucketVersioning, Expect.OneOf("versioningConfiguration.status", "Enabled")),
            Mend = "give the bucket a BucketVersioning that is Enabled",
        },
        new("bucket-lifecycle", Severity.Low, "Old versions and abandoned uploads go away by themselves.")
        {
            Sources = ["FSBP S3.13", "Security Hub S3.10", "checkov CKV2_AWS_61", "checkov CKV_AWS_300"],
            On = Subjects.Buckets,
            Problem = Of(TypeToken.BucketLifecycleConfiguration, Expect.All(
                Expect.OneOf("rules.0.status", "Enabled"),
                (lifecycle, _) => lifecycle.Text("rules.0.filter.prefix") == "" ? null : "is not for all objects",
                Expect.AtLeast("rules.0.noncurrentVersionExpiration.noncurrentDays", 30),
                Expect.AtMost("rules.0.abortIncompleteMultipartUpload.daysAfterInitiation", 7))),
            Mend = "give the bucket a BucketLifecycleConfiguration for all objects: versions go after 30 days or more, uploads within 7",
        },
        new("bucket-log-delivery", Severity.High, "A load balancer can write to the bucket that its logs go to.")
        {
            // It has no right to a key of KMS:
            // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html.
            On = new("bucket for a load balancer's logs", graph => graph.OfType(TypeToken.Bucket).Where(bucket =>
                graph.OfType(TypeToken.LoadBalancer).Any(balancer =>
                    DeclaredBucketLogs.Kinds.Any(kind => balancer.Text($"{kind}.bucket") is { } name && name == bucket.Id)))),
            Problem = Of(TypeToken.BucketServerSideEncryptionConfiguration, Expect.OneOf(Algorithm, "AES256")),
            Mend = "set sseAlgorithm to AES256",
        },
        new("bucket-access-logs", Severity.Medium, "Requests to a bucket are logged in another one.")
        {
            // Where the logs themselves go, logging would log itself.
            Sources = ["FSBP S3.9", "checkov CKV_AWS_18", "trivy AWS-0089", "cdk-nag S1"],
            On = Subjects.Buckets with { In = graph => graph.OfType(TypeToken.Bucket).Where(bucket => !HoldsLogs(bucket, graph)) },
            Problem = Of(TypeToken.BucketLogging, Expect.Set("targetBucket")),
            Mend = "give the bucket a BucketLogging",
        },
        new("bucket-keeps-site", Severity.High, "Nothing deletes what servers fetch when they start.")
        {
            Requirements = ["R5"],
            On = new("bucket with the site", graph => graph.OfType(TypeToken.Bucket)
                .Where(bucket => Expect.Companions(bucket, graph, TypeToken.BucketObject, "bucket").Any())),
            Problem = Of(TypeToken.BucketLifecycleConfiguration, Expect.None("deletes objects by", (lifecycle, _) =>
                lifecycle.Paths("rules")
                    .Where(rule => lifecycle.Has($"{rule}.expiration.days") || lifecycle.Has($"{rule}.expiration.date"))
                    .Select(rule => lifecycle.Text($"{rule}.id") ?? rule))),
            Mend = "let the lifecycle delete old versions only",
        },
        new("bucket-object-lock", Severity.Medium, "Nobody can delete what is written before its time.")
        {
            Sources = ["Security Hub S3.15", "checkov CKV_AWS_143"],
            On = Subjects.Buckets,
            Problem = Expect.True("objectLockEnabled"),
            Mend = "set objectLockEnabled",
        },
        new("bucket-replicated", Severity.Low, "Objects are copied to another region.")
        {
            Sources =
            [
                "Security Hub S3.7", "checkov CKV_AWS_144", "cdk-nag S3BucketReplicationEnabled",
                "Pulumi aws-s3-bucket-enable-replication-configuration",
            ],
            On = Subjects.Buckets,
            Problem = Expect.Companion(TypeToken.BucketReplicationConfig, "bucket"),
            Mend = "give the bucket a BucketReplicationConfig",
        },
        new("bucket-events", Severity.Medium, "Somebody is told when objects change.")
        {
            Sources = ["Security Hub S3.11", "checkov CKV2_AWS_62"],
            On = Subjects.Buckets,
            Problem = Expect.Companion(TypeToken.BucketNotification, "bucket"),
            Mend = "give the bucket a BucketNotification",
        },
        new("bucket-policy-narrow", Severity.High,
            "A bucket's policy opens it to services and principals with a condition, and hands nobody the bucket.")
        {
            Sources = ["FSBP S3.6", "checkov CKV_AWS_70", "checkov CKV_AWS_93"],
            On = Subjects.Buckets,
            Problem = Expect.None("lets in", (bucket, graph) =>
                Policy(bucket, graph).Where(statement => statement.IsAllow).Select(statement =>
                    statement.IsForAnyone ? "everyone" :
                    statement.ActionsAmong(Takeover).FirstOrDefault() is { } takeover ? $"others to {takeover}" :
                    !statement.IsKeptTo(OwnAccount.In(graph)) ? "others without a condition on the account" : null)
                    .Where(problem => problem is not null)),
            Mend = "name the service, the action and the source account",
        },
        new("bucket-kept", Severity.Low, "A bucket with objects in it can't be destroyed.")
        {
            On = Subjects.Buckets,
            Problem = Expect.NotTrue("forceDestroy"),
            Mend = "set deletionProtection",
        },
    ]);

    private static Expectation Of(string type, Expectation expectation) => Expect.Companion(type, "bucket", expectation);

    private static bool RefusesPlainText(DeclaredStatement statement, ResourceNode bucket) =>
        statement.RefusesPlainText("s3:*")
        && statement.Resources.Contains(bucket.Output("arn")!)
        && statement.Resources.Contains($"{bucket.Output("arn")}/*");

    private static bool HoldsLogs(ResourceNode bucket, ResourceGraph graph) =>
        Expect.Companions(bucket, graph, TypeToken.BucketLogging, "targetBucket").Any();

    private static IEnumerable<DeclaredStatement> Policy(ResourceNode bucket, ResourceGraph graph) =>
        PolicyStatements.About(bucket, graph, TypeToken.BucketPolicy, "bucket");
}

using Infra.Common;
using Infra.Storage;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Storage;

public sealed class PrivateBucketTests
{
    private static readonly PrivateBucketArgs Args = new() { NoncurrentVersionDays = 90, ForceDestroy = false };

    [Test]
    public async Task PrivateBucket_Always_ConsistsOfTheBucketAndItsSixGuards()
    {
        var recorded = await Run(Args);

        Assert.That(recorded.Resources.Select(resource => resource.ToString()), Is.EquivalentTo(new[]
        {
            "infra:storage:PrivateBucket store",
            "aws:s3/bucket:Bucket store-bucket",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock store-public-access-block",
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls store-ownership",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration store-encryption",
            "aws:s3/bucketVersioning:BucketVersioning store-versioning",
            "aws:s3/bucketPolicy:BucketPolicy store-policy",
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration store-lifecycle",
        }));
    }

    [Test]
    public async Task Children_Always_BelongToTheBucket()
    {
        var recorded = await Run(Args);

        foreach (var child in recorded.Resources.Where(resource => resource.Name != "store"))
        {
            Assert.That(child.Parent, Is.TypeOf<PrivateBucket>(), child.ToString());
            Assert.That(child.Name == "store-bucket" || child.Text("bucket") == "store-bucket", child.ToString());
        }
    }

    [Test]
    public async Task Bucket_Always_IsClosedToThePublicInAllFourWays()
    {
        var block = (await Run(Args)).Named("store-public-access-block");

        Assert.That(Json.Of(block), Is.EqualTo("""
            {
              "blockPublicAcls": true,
              "blockPublicPolicy": true,
              "bucket": "store-bucket",
              "ignorePublicAcls": true,
              "restrictPublicBuckets": true
            }
            """));
    }

    [Test]
    public async Task Bucket_Always_IsEncryptedAndVersionedAndWithoutAccessControlLists()
    {
        var recorded = await Run(Args);

        Assert.Multiple(() =>
        {
            Assert.That(
                recorded.Named("store-encryption").Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"), Is.EqualTo("AES256"));
            Assert.That(recorded.Named("store-encryption").Has("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"), Is.False);
            Assert.That(recorded.Named("store-encryption").List("rules"), Has.Count.EqualTo(1));
            Assert.That(recorded.Named("store-versioning").Text("versioningConfiguration.status"), Is.EqualTo("Enabled"));
            Assert.That(recorded.Named("store-ownership").Text("rule.objectOwnership"), Is.EqualTo("BucketOwnerEnforced"));
        });
    }

    [Test]
    public async Task Policy_NothingGranted_OnlyRefusesPlainHttp()
    {
        var policy = (await Run(Args)).Named("store-policy");

        Assert.That(Json.Of(policy.Text("policy")), Is.EqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DenyPlainHttp",
                  "Effect": "Deny",
                  "Principal": {
                    "AWS": "*"
                  },
                  "Action": [
                    "s3:*"
                  ],
                  "Resource": [
                    "arn:aws:s3:::store-bucket",
                    "arn:aws:s3:::store-bucket/*"
                  ],
                  "Condition": {
                    "Bool": {
                      "aws:SecureTransport": "false"
                    }
                  }
                }
              ]
            }
            """));
    }

    [Test]
    public async Task Policy_SomethingGranted_StillRefusesPlainHttpFirst()
    {
        var recorded = await Run(Args with
        {
            Grants = arn => [new PolicyStatement { Sid = "Reading", Actions = ["s3:GetObject"], Resources = [arn] }],
        });

        Assert.That(recorded.Named("store-policy").Text("policy"), Does.Match(
            "DenyPlainHttp.*Reading.*\"Resource\":\\[\"arn:aws:s3:::store-bucket\"\\]"));
    }

    [Test]
    public async Task Policy_Always_WaitsForTheOtherChangesOfAccess()
    {
        var policy = (await Run(Args)).Named("store-policy");

        Assert.That(await policy.DependsOnAsync(), Is.EquivalentTo(new[] { "store-public-access-block", "store-ownership" }));
    }

    [Test]
    public async Task Lifecycle_NoExpiration_RemovesOldVersionsAndIncompleteUploadsOnly()
    {
        var lifecycle = (await Run(Args)).Named("store-lifecycle");

        Assert.That(Json.Of(lifecycle), Is.EqualTo("""
            {
              "bucket": "store-bucket",
              "rules": [
                {
                  "abortIncompleteMultipartUpload": {
                    "daysAfterInitiation": 7
                  },
                  "filter": {
                    "prefix": ""
                  },
                  "id": "tidy-up",
                  "noncurrentVersionExpiration": {
                    "noncurrentDays": 90
                  },
                  "status": "Enabled"
                }
              ]
            }
            """));
        Assert.That(await lifecycle.DependsOnAsync(), Is.EqualTo(new[] { "store-versioning" }));
    }

    [Test]
    public async Task Lifecycle_Expiration_RemovesObjectsToo()
    {
        var lifecycle = (await Run(Args with { ExpirationDays = 365 })).Named("store-lifecycle");

        Assert.That(lifecycle.Number("rules.0.expiration.days"), Is.EqualTo(365));
    }

    [Test]
    public async Task Access_LogBucketGiven_IsLoggedThere()
    {
        var logging = (await Run(Args with { LogBucketName = "log-bucket" })).Named("store-logging");

        Assert.That(Json.Of(logging), Is.EqualTo("""
            {
              "bucket": "store-bucket",
              "targetBucket": "log-bucket",
              "targetPrefix": "s3/"
            }
            """));
        Assert.That(logging.Parent, Is.TypeOf<PrivateBucket>());
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public async Task Deletion_OfTheBucket_IsAsAskedFor(bool forceDestroy, bool protect)
    {
        var bucket = (await Run(Args with { ForceDestroy = forceDestroy, Protect = protect })).Named("store-bucket");

        Assert.That(Json.Of(bucket), Is.EqualTo($$"""
            {
              "forceDestroy": {{(forceDestroy ? "true" : "false")}}
            }
            """));
        Assert.That(bucket.Protect, Is.EqualTo(protect));
    }

    private static Task<Recorded> Run(PrivateBucketArgs args) => Cloud.Run(options => _ = new PrivateBucket("store", args, options));
}

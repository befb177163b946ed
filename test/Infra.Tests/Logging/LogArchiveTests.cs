using Infra.Logging;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Logging;

public sealed class LogArchiveTests
{
    private static LogArchiveArgs Args => new() { Account = Cloud.Account, RetentionDays = 90, DeletionProtection = true };

    [Test]
    public async Task Policy_Always_AdmitsOnlyLogsOfThisAccount()
    {
        var policy = (await Run(Args)).Single("aws:s3/bucketPolicy:BucketPolicy");

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
                    "arn:aws:s3:::logs-storage-bucket",
                    "arn:aws:s3:::logs-storage-bucket/*"
                  ],
                  "Condition": {
                    "Bool": {
                      "aws:SecureTransport": "false"
                    }
                  }
                },
                {
                  "Sid": "AllowLogsOfLoadBalancers",
                  "Effect": "Allow",
                  "Principal": {
                    "Service": "logdelivery.elasticloadbalancing.amazonaws.com"
                  },
                  "Action": [
                    "s3:PutObject"
                  ],
                  "Resource": [
                    "arn:aws:s3:::logs-storage-bucket/AWSLogs/123456789012/*"
                  ],
                  "Condition": {
                    "ArnLike": {
                      "aws:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/*"
                    }
                  }
                },
                {
                  "Sid": "AllowLogsOfBuckets",
                  "Effect": "Allow",
                  "Principal": {
                    "Service": "logging.s3.amazonaws.com"
                  },
                  "Action": [
                    "s3:PutObject"
                  ],
                  "Resource": [
                    "arn:aws:s3:::logs-storage-bucket/s3/*"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:SourceAccount": "123456789012"
                    }
                  }
                }
              ]
            }
            """));
    }

    [Test]
    public async Task Encryption_Always_IsTheOneThatLoadBalancersCanWriteWith()
    {
        var encryption = (await Run(Args)).Single("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");

        Assert.That(encryption.Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"), Is.EqualTo("AES256"));
    }

    [TestCase(90)]
    [TestCase(365)]
    public async Task Logs_Always_StayForTheRetentionAndOneMonthMore(int days)
    {
        var recorded = await Run(Args.With(it => it.RetentionDays = days));
        var lifecycle = recorded.Single("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");

        Assert.Multiple(() =>
        {
            Assert.That(lifecycle.Number("rules.0.expiration.days"), Is.EqualTo(days));
            Assert.That(lifecycle.Number("rules.0.noncurrentVersionExpiration.noncurrentDays"), Is.EqualTo(30));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Bucket_DeletionProtection_DecidesOnBothWaysOfDeletion(bool deletionProtection)
    {
        var bucket = (await Run(Args.With(it => it.DeletionProtection = deletionProtection))).Single("aws:s3/bucket:Bucket");

        Assert.Multiple(() =>
        {
            Assert.That(bucket.Protect, Is.EqualTo(deletionProtection));
            Assert.That(bucket.Flag("forceDestroy"), Is.EqualTo(!deletionProtection));
        });
    }

    [Test]
    public async Task Outputs_Always_NameTheBucketAndItsPolicy()
    {
        Assert.That(await Cloud.OutputOf(() => new LogArchive("logs", Args).BucketName), Is.EqualTo("logs-storage-bucket"));
        Assert.That(await Cloud.OutputOf(() => new LogArchive("logs", Args).PolicyReady.Urn), Does.EndWith("::logs-storage-policy"));
    }

    [Test]
    public async Task Archive_Always_DoesNotLogItself()
    {
        Assert.That((await Run(Args)).All("aws:s3/bucketLogging:BucketLogging"), Is.Empty);
    }

    [Test]
    public async Task Storage_Always_BelongsToTheArchive()
    {
        Assert.That((await Run(Args)).Single("infra:storage:PrivateBucket").Parent, Is.TypeOf<LogArchive>());
    }

    private static Task<Recorded> Run(LogArchiveArgs args) => Cloud.Run(options => _ = new LogArchive("logs", args, options));
}

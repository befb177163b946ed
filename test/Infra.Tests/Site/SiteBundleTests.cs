using Infra.Site;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Site;

public sealed class SiteBundleTests
{
    private static SiteBundleArgs Args => new()
    {
        Archive = new FileAsset("../../artifacts/site.tar"),
        Hash = "0123abcd",
        LogBucketName = "log-bucket",
        LogsReady = [],
        DeletionProtection = true,
    };

    [Test]
    public async Task Object_Always_IsTheArchiveUnderAFixedKey()
    {
        var bundle = (await Run(Args)).Single("aws:s3/bucketObjectv2:BucketObjectv2");

        Assert.That(Json.Of(bundle), Is.EqualTo("""
            {
              "bucket": "site-storage-bucket",
              "contentType": "application/x-tar",
              "key": "site.tar",
              "source": "FileAsset",
              "sourceHash": "0123abcd"
            }
            """));
    }

    [Test]
    public async Task Object_Always_WaitsForVersioning()
    {
        var bundle = (await Run(Args)).Single("aws:s3/bucketObjectv2:BucketObjectv2");

        Assert.That(await bundle.DependsOnAsync(), Is.EqualTo(new[] { "site-storage-versioning" }));
    }

    [Test]
    public async Task Object_Always_BelongsToTheBundle()
    {
        var recorded = await Run(Args);

        Assert.That(recorded.Single("aws:s3/bucketObjectv2:BucketObjectv2").Parent, Is.TypeOf<SiteBundle>());
        Assert.That(recorded.Single("infra:storage:PrivateBucket").Parent, Is.TypeOf<SiteBundle>());
    }

    [Test]
    public async Task Bucket_Always_KeepsTheCurrentSiteForGoodAndOldOnesForNinetyDays()
    {
        var lifecycle = (await Run(Args)).Single("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");

        Assert.Multiple(() =>
        {
            Assert.That(lifecycle.Has("rules.0.expiration"), Is.False);
            Assert.That(lifecycle.Number("rules.0.noncurrentVersionExpiration.noncurrentDays"), Is.EqualTo(90));
        });
    }

    [Test]
    public async Task Policy_Always_GrantsNobodyAnything()
    {
        var policy = (await Run(Args)).Single("aws:s3/bucketPolicy:BucketPolicy");

        Assert.That(policy.Text("policy"), Does.Contain("\"Deny\"").And.Not.Contain("\"Allow\""));
    }

    [Test]
    public async Task Access_Always_IsLogged()
    {
        var recorded = await Cloud.Run(options =>
        {
            var policy = new ComponentResource("test:logs:Policy", "log-policy", options);
            _ = new SiteBundle("site", Args.With(it => it.LogsReady = [policy]), options);
        });

        var logging = recorded.Single("aws:s3/bucketLogging:BucketLogging");
        Assert.That(logging.Text("targetBucket"), Is.EqualTo("log-bucket"));
        Assert.That(await logging.DependsOnAsync(), Is.EqualTo(new[] { "log-policy" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Bucket_DeletionProtection_DecidesWhetherItGoesWithItsContent(bool deletionProtection)
    {
        var bucket = (await Run(Args.With(it => it.DeletionProtection = deletionProtection))).Single("aws:s3/bucket:Bucket");

        Assert.That(bucket.Flag("forceDestroy"), Is.EqualTo(!deletionProtection));
    }

    [Test]
    public async Task Outputs_Always_NameTheVersionOfTheObject()
    {
        Assert.That(await OutputOf(site => site.BucketName), Is.EqualTo("site-storage-bucket"));
        Assert.That(await OutputOf(site => site.BucketArn), Is.EqualTo("arn:aws:s3:::site-storage-bucket"));
        Assert.That(await OutputOf(site => site.Site!.Key), Is.EqualTo("site.tar"));
        Assert.That(await OutputOf(site => site.Site!.VersionId), Is.EqualTo("site-bundle-version"));
        Assert.That(await OutputOf(site => site.Site!.Arn), Is.EqualTo("arn:aws:s3:::site-storage-bucket/site.tar"));
    }

    private static Task<string> OutputOf(Func<SiteBundle, Output<string>> output) =>
        Cloud.OutputOf(() => output(new SiteBundle("site", Args)));

    private static Task<Recorded> Run(SiteBundleArgs args) => Cloud.Run(options => _ = new SiteBundle("site", args, options));
}

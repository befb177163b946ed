using Infra.Common;
using Infra.Storage;
using Pulumi;

namespace Infra.Logging;

/// <summary>
/// The bucket for logs of access: of the load balancer, and of the stack's other buckets. Nobody but the two services that
/// write them may put anything there.
/// </summary>
public sealed class LogArchive : ComponentResource
{
    private const string LoadBalancerLogs = "logdelivery.elasticloadbalancing.amazonaws.com";
    private const string BucketLogs = "logging.s3.amazonaws.com";

    // Evidence that somebody removes or overwrites can be had back for a month.
    private const int RecoveryDays = 30;

    /// <summary>Makes the archive.</summary>
    public LogArchive(string name, LogArchiveArgs args, ComponentResourceOptions? options = null)
        : base("infra:logging:LogArchive", name, options)
    {
        var storage = new PrivateBucket($"{name}-storage", new()
        {
            Grants = bucketArn => [LogsOfLoadBalancers(bucketArn, args.Account), LogsOfBuckets(bucketArn, args.Account)],
            ExpirationDays = args.RetentionDays,
            NoncurrentVersionDays = RecoveryDays,
            ForceDestroy = !args.DeletionProtection,
            Protect = args.DeletionProtection,
        }, new() { Parent = this });

        BucketName = storage.Name;
        PolicyReady = storage.PolicyReady;

        RegisterOutputs(new Dictionary<string, object?> { ["bucketName"] = BucketName });
    }

    /// <summary>Where whoever writes logs puts them.</summary>
    public Output<string> BucketName { get; }

    /// <summary>What whoever logs here has to wait for: a load balancer writes a test file as soon as its logs are on.</summary>
    public Resource PolicyReady { get; }

    // The account is part of the path and the load balancer's ARN a condition, both as recommended in
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html.
    private static PolicyStatement LogsOfLoadBalancers(Output<string> bucketArn, AwsAccount account) => new()
    {
        Sid = "AllowLogsOfLoadBalancers",
        Principals = new Dictionary<string, Input<string>> { ["Service"] = LoadBalancerLogs },
        Actions = ["s3:PutObject"],
        Resources = [Output.Format($"{bucketArn}/AWSLogs/{account.Id}/*")],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["ArnLike"] = new Dictionary<string, Input<string>>
            {
                ["aws:SourceArn"] = account.Arn("elasticloadbalancing", "loadbalancer/*"),
            },
        },
    };

    // See https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html.
    private static PolicyStatement LogsOfBuckets(Output<string> bucketArn, AwsAccount account) => new()
    {
        Sid = "AllowLogsOfBuckets",
        Principals = new Dictionary<string, Input<string>> { ["Service"] = BucketLogs },
        Actions = ["s3:PutObject"],
        Resources = [Output.Format($"{bucketArn}/{PrivateBucket.AccessLogPrefix}*")],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["StringEquals"] = new Dictionary<string, Input<string>> { ["aws:SourceAccount"] = account.Id },
        },
    };
}

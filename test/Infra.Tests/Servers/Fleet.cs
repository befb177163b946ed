using Infra.LoadBalancing;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

/// <summary>A valid fleet, for tests to change one thing of.</summary>
internal static class Fleet
{
    public const string TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/fedcba9876543210";

    public static ServerFleetArgs Args => new()
    {
        SubnetIds = ["subnet-a", "subnet-b"],
        SecurityGroupId = "sg-servers",
        TargetGroupArn = TargetGroupArn,
        LoadBalancerArnSuffix = "app/web/0123456789abcdef",
        TargetGroupArnSuffix = "targetgroup/web/fedcba9876543210",
        ImageId = FakeAws.ImageId,
        InstanceType = "t4g.small",
        MinServers = 1,
        MaxServers = 3,
        Timings = Timings.Default,
        CpuTarget = 50,
        Rollout = Rollout.Up,
        ServerErrorsAlarm = "server-errors",
        LoadBalancerErrorsAlarm = "load-balancer-errors",
        Site = new()
        {
            BucketName = "web-site-1a2b3c4",
            Key = "site.tar",
            VersionId = "3HL4kqtJvjVBH40Nrjfkd",
            Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            BucketArn = "arn:aws:s3:::web-site-1a2b3c4",
            Arn = "arn:aws:s3:::web-site-1a2b3c4/site.tar",
        },
        Account = Cloud.Account,
        Tags = new Dictionary<string, string> { ["Environment"] = "test", ["Name"] = "infra-test-server" },
        DeletionProtection = false,
    };

    public static Task<Recorded> Run(ServerFleetArgs args) => Cloud.Run(options => _ = new ServerFleet("web", args, options));
}

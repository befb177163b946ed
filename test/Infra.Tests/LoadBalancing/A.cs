using Infra.LoadBalancing;

namespace Infra.Tests.LoadBalancing;

/// <summary>Valid arguments, of which a test changes one thing.</summary>
internal static class A
{
    public static HttpsLoadBalancerArgs LoadBalancer() => new()
    {
        VpcId = "vpc-1",
        SubnetIds = ["subnet-a", "subnet-b"],
        SecurityGroupId = "sg-1",
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/1",
        TlsMode = TlsMode.Offload,
        HealthCheck = new("/health", TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5), HealthyThreshold: 2, UnhealthyThreshold: 3),
        DeregistrationDelay = TimeSpan.FromSeconds(30),
        LogBucketName = "log-bucket",
        LogsReady = [],
        Ipv6 = false,
        DeletionProtection = false,
    };
}

namespace Infra.Cli.Tests.Properties;

/// <summary>
/// Inputs that the AWS provider changes on a resource that exists. All others are taken to replace it: an input that is missing here
/// fails a test, and one that doesn't belong here would have to be put here first.
/// </summary>
/// <remarks>
/// As declared without <c>ForceNew</c> in hashicorp/terraform-provider-aws, internal/service, on which the Pulumi provider is built.
/// </remarks>
internal static class UpdatedInPlace
{
    private static readonly HashSet<string> Inputs =
    [
        .. Of("aws:autoscaling/group:Group", "defaultInstanceWarmup", "healthCheckGracePeriod", "instanceMaintenancePolicy",
            "instanceRefresh", "maxSize", "minElbCapacity", "minSize", "vpcZoneIdentifiers", "waitForCapacityTimeout"),
        .. Of("aws:autoscaling/policy:Policy", "targetTrackingConfiguration"),
        .. Of("aws:cloudwatch/dashboard:Dashboard", "dashboardBody"),
        .. Of("aws:cloudwatch/logGroup:LogGroup", "retentionInDays"),
        .. Of("aws:cloudwatch/metricAlarm:MetricAlarm", "datapointsToAlarm", "evaluationPeriods", "metricQueries", "period", "threshold"),
        .. Of("aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings", "creditSpecification", "imageId", "instanceType", "userData"),
        .. Of("aws:ec2/vpcEndpoint:VpcEndpoint", "routeTableIds", "subnetIds"),
        .. Of("aws:lb/loadBalancer:LoadBalancer", "subnets"),
        .. Of("aws:lb/targetGroup:TargetGroup", "deregistrationDelay", "healthCheck"),
        .. Of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules"),
        .. Of("aws:wafv2/webAcl:WebAcl", "rules"),
    ];

    public static bool Contains(string type, string input) => Inputs.Contains(Name(type, input));

    private static IEnumerable<string> Of(string type, params string[] inputs) => inputs.Select(input => Name(type, input));

    private static string Name(string type, string input) => $"{type} {input}";
}

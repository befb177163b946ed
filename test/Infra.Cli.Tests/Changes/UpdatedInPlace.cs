namespace Infra.Cli.Tests.Changes;

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
        .. Of("aws:autoscaling/group:Group", "defaultInstanceWarmup", "forceDelete", "healthCheckGracePeriod",
            "instanceMaintenancePolicy", "instanceRefresh", "launchTemplate", "maxSize", "minSize", "targetGroupArns",
            "vpcZoneIdentifiers"),
        .. Of("aws:autoscaling/policy:Policy", "targetTrackingConfiguration"),
        .. Of("aws:cloudwatch/dashboard:Dashboard", "dashboardBody"),
        .. Of("aws:cloudwatch/logGroup:LogGroup", "retentionInDays"),
        .. Of("aws:cloudwatch/metricAlarm:MetricAlarm", "datapointsToAlarm", "dimensions", "evaluationPeriods", "metricQueries",
            "period", "threshold"),
        .. Of("aws:acm/certificate:Certificate", "certificateBody", "privateKey"),
        .. Of("aws:ec2/route:Route", "natGatewayId"),
        .. Of("aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings", "creditSpecification", "imageId", "instanceType", "userData"),
        .. Of("aws:ec2/vpcEndpoint:VpcEndpoint", "routeTableIds", "subnetIds"),
        .. Of("aws:iam/policy:Policy", "policy"),
        .. Of("aws:iam/role:Role", "permissionsBoundary"),
        .. Of("aws:lb/listener:Listener", "certificateArn", "defaultActions",
            "routingHttpResponseContentSecurityPolicyHeaderValue", "routingHttpResponseStrictTransportSecurityHeaderValue",
            "routingHttpResponseXFrameOptionsHeaderValue", "sslPolicy"),
        .. Of("aws:lb/loadBalancer:LoadBalancer", "enableDeletionProtection", "ipAddressType", "subnets"),
        .. Of("aws:lb/targetGroup:TargetGroup", "deregistrationDelay", "healthCheck"),
        .. Of("aws:route53/record:Record", "records"),
        .. Of("aws:s3/bucket:Bucket", "forceDestroy"),
        .. Of("aws:s3/bucketObjectv2:BucketObjectv2", "metadata", "source", "sourceHash"),
        .. Of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules"),
        .. Of("aws:wafv2/webAcl:WebAcl", "rules"),
    ];

    public static bool Contains(string type, string input) => Inputs.Contains(Name(type, input));

    private static IEnumerable<string> Of(string type, params string[] inputs) => inputs.Select(input => Name(type, input));

    private static string Name(string type, string input) => $"{type} {input}";
}

using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>
/// Inputs that the program leaves to AWS, and that decide what visitors get, where servers start, or who learns what. What the program
/// says nothing of a deployment does not put back either.
/// </summary>
internal static class LeftToAws
{
    private const string Items = ".*.";

    // With the values that are as good as none. The less known ones:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html and
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-asg-distribution-strategy.html.
    private static readonly (string Type, string Path, string[] Good)[] Inputs =
    [
        (TypeToken.Listener, "mutualAuthentication.mode", ["off"]),
        (TypeToken.Listener, "routingHttpResponseAccessControlAllowOriginHeaderValue", []),
        (TypeToken.Listener, "routingHttpResponseAccessControlAllowCredentialsHeaderValue", []),
        (TypeToken.TargetGroup, "loadBalancingCrossZoneEnabled", ["use_load_balancer_configuration", "true"]),
        (TypeToken.TargetGroup, "targetGroupHealth.dnsFailover.minimumHealthyTargetsCount", ["1", "off"]),
        (TypeToken.TargetGroup, "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage", ["off"]),
        (TypeToken.TargetGroup, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsCount", ["1"]),
        (TypeToken.TargetGroup, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsPercentage", ["off"]),
        (TypeToken.RouteTable, "propagatingVgws", []),
        (TypeToken.LaunchTemplate, "instanceMarketOptions.marketType", []),
        (TypeToken.LaunchTemplate, "placement.tenancy", ["default"]),
        (TypeToken.LaunchTemplate, "placement.availabilityZone", []),
        (TypeToken.LaunchTemplate, "placement.groupName", []),
        (TypeToken.LaunchTemplate, "placement.hostId", []),
        (TypeToken.LaunchTemplate, "capacityReservationSpecification.capacityReservationPreference", ["open", "none"]),
        (TypeToken.LaunchTemplate, "blockDeviceMappings.*.ebs.kmsKeyId", []),
        (TypeToken.LaunchTemplate, "blockDeviceMappings.*.ebs.snapshotId", []),
        (TypeToken.LaunchTemplate, "networkInterfaces.*.ipv6AddressCount", []),
        (TypeToken.LaunchTemplate, "networkInterfaces.*.subnetId", []),
        (TypeToken.AutoScalingGroup, "availabilityZoneDistribution.capacityDistributionStrategy", ["balanced-best-effort"]),
        (TypeToken.AutoScalingGroup, "capacityReservationSpecification.capacityReservationPreference",
            ["default", "none", "capacity-reservations-first"]),
        (TypeToken.AutoScalingGroup, "loadBalancers", []),
        (TypeToken.AutoScalingGroup, "maxInstanceLifetime", []),
        (TypeToken.AutoScalingGroup, "placementGroup", []),
        (TypeToken.ScalingPolicy, "estimatedInstanceWarmup", []),
        (TypeToken.Bucket, "replicationConfiguration.role", []),
        (TypeToken.BucketServerSideEncryptionConfiguration, "rules.*.applyServerSideEncryptionByDefault.kmsMasterKeyId", []),
        (TypeToken.BucketObject, "kmsKeyId", []),
        (TypeToken.MetricAlarm, "insufficientDataActions", []),
        (TypeToken.TopicSubscription, "filterPolicy", []),
        (TypeToken.WebAclLoggingConfiguration, "loggingFilter.defaultBehavior", []),
    ];

    /// <summary>The resources that have such inputs.</summary>
    public static Subjects Owners { get; } =
        new("resource with inputs that are left to AWS", graph => Inputs.Select(input => input.Type).Distinct().SelectMany(graph.OfType));

    /// <summary>The first of a resource that is otherwise than AWS makes it.</summary>
    public static string? Problem(ResourceNode node, ResourceGraph graph) => Inputs
        .Where(input => input.Type == node.Type)
        .SelectMany(input => Paths(node, input.Path).Where(path => !IsGood(node.Find(path), node.Text(path), input.Good)))
        .Select(path => Expect.Actual(node, path))
        .FirstOrDefault();

    private static IEnumerable<string> Paths(ResourceNode node, string path) => path.Split(Items) is [var list, var member]
        ? node.Paths(list).Select(item => $"{item}.{member}")
        : [path];

    private static bool IsGood(object? value, string? text, string[] good) => value switch
    {
        null or UnknownValue or ImmutableArray<object> { IsEmpty: true } => true,
        _ => text is "" or "0" || text is not null && good.Contains(text),
    };
}

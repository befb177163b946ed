using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading.Live;

// Taken from what the provider shows of both stacks after a refresh.
internal static partial class ProviderDefaults
{
    private static readonly HashSet<(string Type, string Path)> InOrder = [(TypeToken.AutoScalingGroup, "terminationPolicies")];

    private static (string Type, string Path, object? Usual)[] All { get; } =
    [
        (TypeToken.LoadBalancer, "clientKeepAlive", 3600),
        (TypeToken.LoadBalancer, "enableHttp2", true),
        (TypeToken.LoadBalancer, "enableTlsVersionAndCipherSuiteHeaders", null),
        (TypeToken.LoadBalancer, "enableWafFailOpen", null),
        (TypeToken.LoadBalancer, "enableXffClientPort", null),
        (TypeToken.LoadBalancer, "idleTimeout", 60),
        (TypeToken.LoadBalancer, "preserveHostHeader", null),
        (TypeToken.LoadBalancer, "xffHeaderProcessingMode", "append"),

        // Of a single group it shows both, or the one that was given; with more of them the single one is empty.
        (TypeToken.Listener, "defaultActions.*.forward", Anything),
        (TypeToken.Listener, "defaultActions.*.order", Anything),
        (TypeToken.Listener, "defaultActions.*.redirect.host", "#{host}"),
        (TypeToken.Listener, "defaultActions.*.redirect.path", "/#{path}"),
        (TypeToken.Listener, "defaultActions.*.redirect.query", "#{query}"),

        (TypeToken.Listener, "mutualAuthentication", null),
        (TypeToken.Listener, "mutualAuthentication.mode", "off"),
        (TypeToken.Listener, "routingHttpResponseAccessControlAllowCredentialsHeaderValue", null),
        (TypeToken.Listener, "routingHttpResponseAccessControlAllowOriginHeaderValue", null),

        (TypeToken.TargetGroup, "healthCheck.enabled", true),
        (TypeToken.TargetGroup, "loadBalancingAlgorithmType", "round_robin"),
        (TypeToken.TargetGroup, "loadBalancingCrossZoneEnabled", "use_load_balancer_configuration"),
        (TypeToken.TargetGroup, "protocolVersion", "HTTP1"),
        (TypeToken.TargetGroup, "slowStart", null),
        (TypeToken.TargetGroup, "stickiness", null),
        (TypeToken.TargetGroup, "stickiness.cookieDuration", 86400),
        (TypeToken.TargetGroup, "stickiness.type", "lb_cookie"),
        (TypeToken.TargetGroup, "targetGroupHealth", null),
        (TypeToken.TargetGroup, "targetGroupHealth.dnsFailover.minimumHealthyTargetsCount", "1"),
        (TypeToken.TargetGroup, "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage", "off"),
        (TypeToken.TargetGroup, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsCount", "1"),
        (TypeToken.TargetGroup, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsPercentage", "off"),
        (TypeToken.TargetGroup, "targetType", "instance"),

        (TypeToken.AutoScalingGroup, "availabilityZoneDistribution", null),
        (TypeToken.AutoScalingGroup, "availabilityZoneDistribution.capacityDistributionStrategy", "balanced-best-effort"),
        (TypeToken.AutoScalingGroup, "capacityRebalance", null),
        (TypeToken.AutoScalingGroup, "capacityReservationSpecification", null),
        (TypeToken.AutoScalingGroup, "capacityReservationSpecification.capacityReservationPreference", "default"),
        (TypeToken.AutoScalingGroup, "defaultCooldown", 300),
        (TypeToken.AutoScalingGroup, "instanceMaintenancePolicy", null),
        (TypeToken.AutoScalingGroup, "instanceRefresh.preferences.scaleInProtectedInstances", "Ignore"),
        (TypeToken.AutoScalingGroup, "instanceRefresh.preferences.standbyInstances", "Ignore"),
        (TypeToken.AutoScalingGroup, "launchConfiguration", null),
        (TypeToken.AutoScalingGroup, "launchTemplate.name", Anything),
        (TypeToken.AutoScalingGroup, "loadBalancers", null),
        (TypeToken.AutoScalingGroup, "maxInstanceLifetime", null),
        (TypeToken.AutoScalingGroup, "mixedInstancesPolicy", null),
        (TypeToken.AutoScalingGroup, "placementGroup", null),
        (TypeToken.AutoScalingGroup, "protectFromScaleIn", null),
        (TypeToken.AutoScalingGroup, "warmPool", null),

        (TypeToken.ScalingPolicy, "enabled", true),
        (TypeToken.ScalingPolicy, "estimatedInstanceWarmup", null),

        (TypeToken.LaunchTemplate, "capacityReservationSpecification", null),
        (TypeToken.LaunchTemplate, "capacityReservationSpecification.capacityReservationPreference", "open"),
        (TypeToken.LaunchTemplate, "disableApiTermination", null),
        (TypeToken.LaunchTemplate, "instanceMarketOptions", null),
        (TypeToken.LaunchTemplate, "keyName", null),
        (TypeToken.LaunchTemplate, "metadataOptions.instanceMetadataTags", "disabled"),
        (TypeToken.LaunchTemplate, "placement", null),
        (TypeToken.LaunchTemplate, "placement.tenancy", "default"),
        (TypeToken.LaunchTemplate, "securityGroupNames", null),
        (TypeToken.LaunchTemplate, "vpcSecurityGroupIds", null),

        (TypeToken.DefaultSecurityGroup, "egress", null),
        (TypeToken.DefaultSecurityGroup, "ingress", null),

        (TypeToken.Subnet, "assignIpv6AddressOnCreation", null),
        (TypeToken.Subnet, "mapPublicIpOnLaunch", null),

        (TypeToken.RouteTable, "propagatingVgws", null),

        .. Ends(TypeToken.SecurityGroupIngressRule, "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"),
        .. Ends(TypeToken.SecurityGroupEgressRule, "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"),
        .. Ends(TypeToken.NetworkAclRule, "cidrBlock", "ipv6CidrBlock"),
        .. Ends(TypeToken.Route, RouteEnds.All),

        (TypeToken.MetricAlarm, "actionsEnabled", true),
        (TypeToken.MetricAlarm, "insufficientDataActions", null),
        (TypeToken.MetricAlarm, "treatMissingData", "missing"),

        (TypeToken.TopicSubscription, "filterPolicy", null),

        (TypeToken.WebAclLoggingConfiguration, "loggingFilter", null),

        (TypeToken.KmsKey, "customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
        (TypeToken.KmsKey, "isEnabled", true),
        (TypeToken.KmsKey, "keyUsage", "ENCRYPT_DECRYPT"),

        (TypeToken.Bucket, "corsRules", null),
        (TypeToken.Bucket, "replicationConfiguration", null),
        (TypeToken.Bucket, "website", null),

        (TypeToken.BucketObject, "kmsKeyId", null),

        (TypeToken.Role, "maxSessionDuration", 3600),
        (TypeToken.Role, "permissionsBoundary", null),
    ];

    // Of several one is given, and another one may be there.
    private static IEnumerable<(string Type, string Path, object? Usual)> Ends(string type, params string[] inputs) =>
        inputs.Select(input => (type, input, (object?)null));
}

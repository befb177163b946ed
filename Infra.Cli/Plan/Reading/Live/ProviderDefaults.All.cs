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

        (TypeToken.Listener, "defaultActions.*.order", Anything),
        (TypeToken.Listener, "defaultActions.*.redirect.host", "#{host}"),
        (TypeToken.Listener, "defaultActions.*.redirect.path", "/#{path}"),
        (TypeToken.Listener, "defaultActions.*.redirect.query", "#{query}"),

        (TypeToken.TargetGroup, "healthCheck.enabled", true),
        (TypeToken.TargetGroup, "loadBalancingAlgorithmType", "round_robin"),
        (TypeToken.TargetGroup, "protocolVersion", "HTTP1"),
        (TypeToken.TargetGroup, "slowStart", null),
        (TypeToken.TargetGroup, "stickiness", null),
        (TypeToken.TargetGroup, "stickiness.cookieDuration", 86400),
        (TypeToken.TargetGroup, "stickiness.type", "lb_cookie"),
        (TypeToken.TargetGroup, "targetType", "instance"),

        (TypeToken.AutoScalingGroup, "capacityRebalance", null),
        (TypeToken.AutoScalingGroup, "defaultCooldown", 300),
        (TypeToken.AutoScalingGroup, "instanceMaintenancePolicy", null),
        (TypeToken.AutoScalingGroup, "instanceRefresh.preferences.scaleInProtectedInstances", "Ignore"),
        (TypeToken.AutoScalingGroup, "instanceRefresh.preferences.standbyInstances", "Ignore"),
        (TypeToken.AutoScalingGroup, "launchConfiguration", null),
        (TypeToken.AutoScalingGroup, "launchTemplate.name", Anything),
        (TypeToken.AutoScalingGroup, "loadBalancers", null),
        (TypeToken.AutoScalingGroup, "maxInstanceLifetime", null),
        (TypeToken.AutoScalingGroup, "mixedInstancesPolicy", null),
        (TypeToken.AutoScalingGroup, "protectFromScaleIn", null),
        (TypeToken.AutoScalingGroup, "warmPool", null),

        (TypeToken.ScalingPolicy, "enabled", true),

        (TypeToken.LaunchTemplate, "disableApiTermination", null),
        (TypeToken.LaunchTemplate, "instanceMarketOptions", null),
        (TypeToken.LaunchTemplate, "keyName", null),
        (TypeToken.LaunchTemplate, "metadataOptions.instanceMetadataTags", "disabled"),
        (TypeToken.LaunchTemplate, "securityGroupNames", null),
        (TypeToken.LaunchTemplate, "vpcSecurityGroupIds", null),

        (TypeToken.DefaultSecurityGroup, "egress", null),
        (TypeToken.DefaultSecurityGroup, "ingress", null),

        (TypeToken.Subnet, "assignIpv6AddressOnCreation", null),
        (TypeToken.Subnet, "mapPublicIpOnLaunch", null),

        .. Ends(TypeToken.SecurityGroupIngressRule, "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"),
        .. Ends(TypeToken.SecurityGroupEgressRule, "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"),
        .. Ends(TypeToken.NetworkAclRule, "cidrBlock", "ipv6CidrBlock"),
        .. Ends(TypeToken.Route, RouteEnds.All),

        (TypeToken.MetricAlarm, "actionsEnabled", true),
        (TypeToken.MetricAlarm, "treatMissingData", "missing"),

        (TypeToken.KmsKey, "customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
        (TypeToken.KmsKey, "isEnabled", true),
        (TypeToken.KmsKey, "keyUsage", "ENCRYPT_DECRYPT"),

        (TypeToken.Bucket, "corsRules", null),
        (TypeToken.Bucket, "website", null),

        (TypeToken.Role, "maxSessionDuration", 3600),
        (TypeToken.Role, "permissionsBoundary", null),
    ];

    // Of several one is given, and another one may be there.
    private static IEnumerable<(string Type, string Path, object? Usual)> Ends(string type, params string[] inputs) =>
        inputs.Select(input => (type, input, (object?)null));
}

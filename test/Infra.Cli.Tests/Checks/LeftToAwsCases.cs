using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Each input that is left to AWS: the values that are as good as none, and one that is not.</summary>
internal static class LeftToAwsCases
{
    private const string Listener = "web-https";
    private const string Targets = "web-servers";
    private const string Template = "fleet-launch-template";
    private const string Group = "fleet-group";

    private static readonly (string Resource, string Path, object[] Good, object Bad)[] Inputs =
    [
        (Listener, "mutualAuthentication.mode", ["off"], "passthrough"),
        (Listener, "routingHttpResponseAccessControlAllowOriginHeaderValue", [], "*"),
        (Listener, "routingHttpResponseAccessControlAllowCredentialsHeaderValue", [], "true"),
        (Targets, "loadBalancingCrossZoneEnabled", ["use_load_balancer_configuration", "true"], "false"),
        (Targets, "targetGroupHealth.dnsFailover.minimumHealthyTargetsCount", ["1", "off"], "2"),
        (Targets, "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage", ["off"], "50"),
        (Targets, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsCount", [1d], 3d),
        (Targets, "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsPercentage", ["off"], "50"),
        ("net-private-a-routes", "propagatingVgws", [List()], List("vgw-0")),
        (Template, "instanceMarketOptions.marketType", [], "spot"),
        (Template, "placement.tenancy", ["default"], "dedicated"),
        (Template, "placement.availabilityZone", [], "eu-west-1a"),
        (Template, "placement.groupName", [], "cluster"),
        (Template, "placement.hostId", [], "h-0"),
        (Template, "capacityReservationSpecification.capacityReservationPreference", ["open", "none"], "capacity-reservations-only"),
        (Template, "blockDeviceMappings.0.ebs.kmsKeyId", [""], "arn:aws:kms:eu-west-1:123456789012:key/a"),
        (Template, "blockDeviceMappings.0.ebs.snapshotId", [], "snap-0123456789abcdef0"),
        (Template, "networkInterfaces.0.ipv6AddressCount", [0d], 1d),
        (Template, "networkInterfaces.0.subnetId", [], "subnet-0"),
        (Group, "availabilityZoneDistribution.capacityDistributionStrategy", ["balanced-best-effort"], "balanced-only"),
        (Group, "capacityReservationSpecification.capacityReservationPreference",
            ["default", "none", "capacity-reservations-first"], "capacity-reservations-only"),
        (Group, "loadBalancers", [List()], List("old")),
        (Group, "maxInstanceLifetime", [0d], 604800d),
        (Group, "placementGroup", [""], "cluster"),
        ("fleet-scaling-cpu", "estimatedInstanceWarmup", [0d], 600d),
        ("site-storage-bucket", "replicationConfiguration.role", [], "arn:aws:iam::123456789012:role/a"),
        ("site-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId", [], "key/a"),
        ("site-bundle", "kmsKeyId", [], "key/a"),
        ("watch-server-errors", "insufficientDataActions", [List()], List("arn:a")),
        ("alerts-email", "filterPolicy", [], "{\"a\":[1]}"),
        ("waf-logging", "loggingFilter.defaultBehavior", [], "DROP"),
    ];

    public static IEnumerable<ControlCase> Good =>
        from input in Inputs
        from value in input.Good
        select Case(input.Resource, input.Path, value) with { What = $"{input.Resource} {input.Path} {Shown(value)}" };

    public static IEnumerable<ControlCase> Bad => Inputs.Select(input => Case(input.Resource, input.Path, input.Bad));

    private static object Shown(object value) => value switch
    {
        "" => "an empty text",
        string or double => value,
        _ => "an empty list",
    };

    private static ControlCase Case(string resource, string path, object value) =>
        new("by-hand-settings", $"{resource} {path}", stack =>
        {
            // What leads to it is there within lists alone.
            var steps = path.Split('.');
            return steps.Contains("0")
                ? stack.Set(resource, path, value)
                : stack.Set(resource, steps[0], steps[1..].Reverse().Aggregate(value, (inner, step) => Map((step, inner))));
        });
}

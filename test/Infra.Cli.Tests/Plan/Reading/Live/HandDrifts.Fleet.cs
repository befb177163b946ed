using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private static HandDrift[] Fleet =>
    [
        new("Spot servers", "by-hand-settings", stack => stack.Show(Template, "instanceMarketOptions", Map(("marketType", "spot")))),
        new("a mix of Spot servers", "hop-security-groups", stack => stack.Show(Group, "launchTemplate", null).Show(
            Group, "mixedInstancesPolicy", Map(("instancesDistribution", Map(("onDemandPercentageAboveBaseCapacity", 0d)))))),
        new("servers on hardware of their own", "by-hand-settings", stack =>
            stack.Show(Template, "placement", Map(("tenancy", "dedicated")))),
        new("servers close together", "by-hand-settings", stack => stack.Show(Template, "placement", Map(("groupName", "close")))),
        new("servers only where capacity is reserved", "by-hand-settings", stack => stack.Show(
            Template, "capacityReservationSpecification", Map(("capacityReservationPreference", "capacity-reservations-only")))),
        new("a disk by another account's key", "by-hand-settings", stack => stack.Show(
            Template, "blockDeviceMappings.0.ebs.kmsKeyId", "arn:aws:kms:eu-west-1:210987654321:key/another")),
        new("a disk from somebody's snapshot", "by-hand-settings", stack =>
            stack.Show(Template, "blockDeviceMappings.0.ebs.snapshotId", "snap-0123456789abcdef0")),
        new("a disk that stays", "server-disks-deleted", stack =>
            stack.Show(Template, "blockDeviceMappings.0.ebs.deleteOnTermination", "false")),
        new("a public address over IPv6", "by-hand-settings", stack =>
            stack.Show(Template, "networkInterfaces.0.ipv6AddressCount", 1d)),
        new("every server in one public subnet", "by-hand-settings", stack =>
            stack.Show(Template, "networkInterfaces.0.subnetId", IdOf(stack, "net-public-a"))),
        new("a second interface", "server-single-interface", stack => stack.Append(Template, "networkInterfaces", Map(
            ("deviceIndex", 1d), ("associatePublicIpAddress", "true"), ("securityGroups", List("sg-0fedcba9876543210"))))),
        new("security groups beside the interface's", "hop-security-groups", stack =>
            stack.Show(Template, "vpcSecurityGroupIds", List("sg-0fedcba9876543210"))),
        new("no metadata", "server-imdsv2", stack => stack.Show(Template, "metadataOptions.httpEndpoint", "disabled")),
        new("metrics every five minutes", "server-detailed-monitoring", stack => stack.Show(Template, "monitoring.enabled", false)),
        new("a larger disk", "settings-server", stack => stack.Show(Template, "blockDeviceMappings.0.ebs.volumeSize", 100d)),
        new("whatever type of server there is", "settings-server", stack => stack
            .Show(Template, "instanceType", "").Show(Template, "instanceRequirements", Map(("vcpuCount", Map(("min", 1d)))))),
        new("no boot script", "web-configured", stack => stack.Show(Template, "userData", "")),
        new("a launch configuration", "group-launch-template hop-template", stack =>
            stack.Show(Group, "launchConfiguration", "old").Show(Group, "launchTemplate", null)),
    ];

    private static HandDrift[] Load =>
    [
        new("zones rather balanced than full", "by-hand-settings", stack => stack.Show(
            Group, "availabilityZoneDistribution", Map(("capacityDistributionStrategy", "balanced-only")))),
        new("a group where capacity is reserved", "by-hand-settings", stack => stack.Show(
            Group, "capacityReservationSpecification", Map(("capacityReservationPreference", "capacity-reservations-only")))),
        new("a group close together", "by-hand-settings", stack => stack.Show(Group, "placementGroup", "close")),
        new("a classic load balancer too", "by-hand-settings", stack => stack.Show(Group, "loadBalancers", List("old"))),
        new("servers that go after a day", "by-hand-settings", stack => stack.Show(Group, "maxInstanceLifetime", 86400d)),
        new("Spot servers replaced ahead", "ceiling-no-surplus", stack => stack.Show(Group, "capacityRebalance", true)),
        new("alarms scale nothing", "healing-processes", stack =>
            stack.Show(Group, "suspendedProcesses", List("AZRebalance", "AlarmNotification"))),
        new("nobody looks at health", "healing-processes", stack =>
            stack.Show(Group, "suspendedProcesses", List("AZRebalance", "HealthCheck"))),
        new("no server leaves", "healing-processes", stack => stack.Show(Group, "suspendedProcesses", List("AZRebalance", "Terminate"))),
        new("no server gets requests", "healing-processes", stack =>
            stack.Show(Group, "suspendedProcesses", List("AZRebalance", "AddToLoadBalancer"))),
        new("a warm-up of an hour", "settings-group-times load-starts-soon", stack => stack.Show(Group, "defaultInstanceWarmup", 3600d)),
        new("a grace of two hours", "settings-group-times", stack => stack.Show(Group, "healthCheckGracePeriod", 7200d)),
        new("a replacement may leave nobody", "settings-group-replacement", stack =>
            stack.Show(Group, "instanceMaintenancePolicy.minHealthyPercentage", 0d)),
        new("a policy with a warm-up of its own", "by-hand-settings", stack =>
            stack.Show("fleet-scaling-cpu", "estimatedInstanceWarmup", 3600d)),
        new("another target for requests", "settings-scaling", stack =>
            stack.Show("fleet-scaling-requests", "targetTrackingConfiguration.targetValue", 100000d)),
        new("scaling by the network", "load-processor settings-scaling", stack => stack.Show(
            "fleet-scaling-cpu", "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType", "ASGAverageNetworkIn")),
        new("scaling in steps", "load-processor settings-scaling", stack => stack
            .Show("fleet-scaling-cpu", "policyType", "StepScaling").Show("fleet-scaling-cpu", "targetTrackingConfiguration", null)),
    ];
}

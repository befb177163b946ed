using System.Collections.Immutable;
using Infra.Cli.Tests.Checks;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private static HandDrift[] Servers =>
    [
        new("servers with public addresses", "server-no-public-address", stack =>
            stack.Show(Template, "networkInterfaces.0.associatePublicIpAddress", "true")),
        new("IMDSv1", "server-imdsv2", stack => stack.Show(Template, "metadataOptions.httpTokens", "optional")),
        new("metadata for containers", "server-metadata-hop-limit", stack =>
            stack.Show(Template, "metadataOptions.httpPutResponseHopLimit", 2d)),
        new("an open disk", "server-disks-encrypted", stack => stack.Show(Template, "blockDeviceMappings.0.ebs.encrypted", "false")),
        new("a second, open disk", "server-disks-encrypted", stack => stack.Append(Template, "blockDeviceMappings", Map(
            ("deviceName", "/dev/sdf"), ("ebs", Map(("volumeSize", 100d), ("encrypted", "")))))),
        new("an SSH key", "server-no-ssh-key", stack => stack.Show(Template, "keyName", "office")),
        new("another security group on the servers", "hop-security-groups", stack =>
            stack.Append(Template, "networkInterfaces.0.securityGroups", "sg-0fedcba9876543210")),
        new("another type of server", "settings-server", stack => stack.Show(Template, "instanceType", "t4g.micro")),
        new("another boot script", "web-configured", stack => stack.Show(Template, "userData", "IyEvYmluL2Jhc2gKZWNobyBoZWxsbwo=")),
        new("another instance profile", "server-role", stack => stack.Show(
            Template, "iamInstanceProfile.arn", "arn:aws:iam::123456789012:instance-profile/administrators")),
        new("the group follows the latest version", "healing-pinned-version", stack =>
            stack.Show(Group, "launchTemplate.version", "$Latest")),
        new("the group starts from another template", "hop-template", stack => stack.Show(Group, "launchTemplate", Map(
            ("id", "lt-0fedcba9876543210"), ("name", "another"), ("version", "1")))),
        new("another site in the bucket", "web-site", stack => stack.Show("site-bundle", "versionId", "another")),
    ];

    private static HandDrift[] Scaling =>
    [
        new("a maximum of 4", "ceiling-maximum settings-group-size", stack => stack.Show(Group, "maxSize", 4d)),
        new("a minimum of 0", "load-range settings-group-size", stack => stack.Show(Group, "minSize", 0d)),
        new("a minimum of 3", "settings-group-size", stack => stack.Show(Group, "minSize", 3d)),
        new("four servers wanted", "ceiling-wanted", stack => stack.Show(Group, "desiredCapacity", 4d)),
        new("a health check of type EC2", "healing-health-check", stack => stack.Show(Group, "healthCheckType", "EC2")),
        new("no grace at all", "healing-boot-time", stack => stack.Show(Group, "healthCheckGracePeriod", 0d)),
        new("nothing is replaced", "healing-processes", stack =>
            stack.Show(Group, "suspendedProcesses", List("AZRebalance", "ReplaceUnhealthy"))),
        new("no server is started", "healing-processes", stack => stack.Show(Group, "suspendedProcesses", List("AZRebalance", "Launch"))),
        new("zones are balanced again", "ceiling-zone-rebalance", stack => stack.Show(Group, "suspendedProcesses", List())),
        new("new servers come first", "ceiling-replacement settings-group-replacement", stack =>
            stack.Show(Group, "instanceMaintenancePolicy.maxHealthyPercentage", 200d)),
        new("no maintenance policy", "ceiling-replacement", stack => stack.Show(Group, "instanceMaintenancePolicy", null)),
        new("servers are protected from scaling in", "load-may-leave", stack => stack.Show(Group, "protectFromScaleIn", true)),
        new("a warm pool", "ceiling-no-surplus", stack => stack.Show(Group, "warmPool", Map(("minSize", 2d), ("poolState", "Running")))),
        new("the newest server leaves first", "group-oldest-leaves", stack =>
            stack.Show(Group, "terminationPolicies", List("Default", "OldestLaunchTemplate"))),
        new("servers in one zone", "zones-servers settings-zones", stack => stack.Show(Group, "vpcZoneIdentifiers", List(
            ((ImmutableArray<object>)stack.Graph.Named(Group).Outputs["vpcZoneIdentifiers"])[0]))),
        new("servers beside the load balancer", "hop-template", stack =>
            stack.Append(Group, "vpcZoneIdentifiers", stack.Graph.Named("net-public-a").Id!)),
        new("servers that no request reaches", "hop-registers", stack => stack.Show(Group, "targetGroupArns", List())),
        new("servers behind another load balancer too", "hop-registers", stack => stack.Append(
            Group, "targetGroupArns", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/another/0123456789abcdef")),
        new("a scaling policy that rests", "load-policies-work", stack => stack.Show("fleet-scaling-cpu", "enabled", false)),
        new("another target for the processor", "settings-scaling", stack =>
            stack.Show("fleet-scaling-cpu", "targetTrackingConfiguration.targetValue", 85d)),
        new("a target that no load reaches", "load-target", stack =>
            stack.Show("fleet-scaling-cpu", "targetTrackingConfiguration.targetValue", 100d)),
        new("servers that never leave", "group-scales", stack =>
            stack.Show("fleet-scaling-cpu", "targetTrackingConfiguration.disableScaleIn", true)),
        new("no metrics of the group", "group-metrics", stack => stack.Show(Group, "enabledMetrics", List())),
    ];

    private static HandDrift[] Identity =>
    [
        new("the servers are administrators", "policy-customer-managed by-hand-additions", stack =>
            stack.Append("fleet-identity-role", "managedPolicyArns", Administrator)),
        new("another policy of the account's", "by-hand-additions", stack =>
            stack.Append("fleet-identity-role", "managedPolicyArns", "arn:aws:iam::123456789012:policy/team")),
        new("a policy written into the role", "policy-not-inline policy-no-admin by-hand-additions", stack =>
            stack.Append("fleet-identity-role", "inlinePolicies", Map(
                ("name", "more"),
                ("policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")))),
        new("everyone takes the role", "role-trust", stack => stack.Replace(
            "fleet-identity-role", "assumeRolePolicy", "{\"Service\":\"ec2.amazonaws.com\"}", "\"*\"")),
        new("the policy allows everything", "policy-no-admin", stack => stack.Show("fleet-identity-policy", "policy",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")),
        new("the key's policy is for everyone", "key-not-public", stack => stack.Show("alerts-key", "policy",
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}""")),
        new("the key is disabled", "key-usable", stack => stack.Show("alerts-key", "isEnabled", false)),
    ];

    private static ImmutableArray<object> Counting(LiveStack stack) =>
    [
        .. ((ImmutableArray<object>)stack.Graph.Named("waf-acl").Outputs["rules"]).Cast<ImmutableDictionary<string, object>>()
            .Select(rule => rule.ContainsKey("overrideAction") ? rule.SetItem("overrideAction", Map(("count", Map()))) : rule),
    ];
}

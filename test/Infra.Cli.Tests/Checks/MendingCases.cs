using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>A good value for each control that no recorded stack passes, and good values that look like bad ones.</summary>
internal static partial class MendingCases
{
    private const string Group = "fleet-group";
    private const string ClosedRule = "access-load-balancer-https-from-203.0.113.0-24";

    public static IEnumerable<ControlCase> All => [.. Mended, .. Allowed, .. Limits, .. Several, .. Ways, .. LeftToAwsCases.Good];

    private static IEnumerable<ControlCase> Mended =>
    [
        new("endpoint-ec2-api", "one", stack => stack.Set("endpoints-ssmmessages", "serviceName", "com.amazonaws.eu-west-1.ec2")),
        new("acl-none", "none", stack => stack.Without(node => node.Kind == "NetworkAcl")),
        new("alb-no-http-listener", "none", stack => stack.Without("web-http")),
        new("alb-internal", "internal", stack => stack.Set("web-alb", "internal", true)),
        new("alb-cross-zone", "on", stack =>
            stack.Set("web-alb", "loadBalancerType", "network").Set("web-alb", "enableCrossZoneLoadBalancing", true)),
        new("server-disks-customer-key", "one", stack =>
            stack.Set("fleet-launch-template", "blockDeviceMappings.0.ebs.kmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/a")),
        new("server-disks-backed-up", "a plan", stack => stack.Add("aws:backup/selection:Selection")),
        new("group-several-types", "two", stack => stack.Set(Group, "mixedInstancesPolicy", Map(
            ("launchTemplate", Map(("overrides", List(Map(("instanceType", "t4g.small")), Map(("instanceType", "t4g.medium"))))))))),
        new("group-instance-lifetime", "a week", stack => stack.Set(Group, "maxInstanceLifetime", 604800d)),
        new("group-capacity-rebalance", "on", stack => stack.Set(Group, "capacityRebalance", true)),
        new("role-boundary", "on both", stack => stack
            .Set("fleet-identity-role", "permissionsBoundary", "arn:aws:iam::123456789012:policy/a")
            .Set("net-flow-logs-role", "permissionsBoundary", "arn:aws:iam::123456789012:policy/a")),
        new("role-trust-account", "by the account alone", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy",
            ",\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*\"}", "")),
        new("role-trust-account", "by the resource alone", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"},", "")),
        new("healing-roll-in-turn", "two of three", stack => stack
            .Set(Group, "minSize", 3d)
            .Set(Group, "instanceRefresh.preferences.minHealthyPercentage", 0d)
            .Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(66d, 100d))),
        new("policy-no-wildcard", "none", stack => stack
            .Replace("net-flow-logs-policy", "policy", ":*\"", "\"")
            .Replace("fleet-identity-policy", "policy", "\"*\"", "\"arn:aws:ssm:eu-west-1:123456789012:a\"")),
        new("policy-no-admin", "denied", stack => stack.Replace("fleet-identity-policy", "policy",
            "\"Statement\":[", "\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"},")),
        new("key-not-public", "for one caller only", stack =>
            stack.WithKeyForAnyone("\"StringEquals\":{\"kms:CallerAccount\":\"123456789012\"}")),
        .. new[]
        {
            ("for one organization", "\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abcd1234\"}"),
            ("for a role of one account", "\"ArnLike\":{\"AWS:PrincipalArn\":\"arn:aws:iam::123456789012:role/*\"}"),
            ("from an office", "\"IpAddress\":{\"aws:SourceIp\":[\"203.0.113.0/24\",\"2001:db8::/32\"]}"),
        }
            .Select(one => new ControlCase("key-not-public", one.Item1, stack => stack.WithKeyForAnyone(one.Item2))),
        new("policy-kms-scoped", "one secret, whatever else its context says", stack => stack.Replace(
            "fleet-identity-policy", "policy", "\"kms:EncryptionContext:PARAMETER_ARN\"",
            "\"kms:EncryptionContext:of\":[\"*\"],\"kms:EncryptionContext:PARAMETER_ARN\""))
            { Stack = RecordedStacks.Application },
        new("role-trust", "a service in two regions", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "\"Service\":\"vpc-flow-logs.amazonaws.com\"",
            "\"Service\":[\"vpc-flow-logs.amazonaws.com\",\"vpc-flow-logs.eu-west-1.amazonaws.com\"]")),
        new("acl-administration-ports", "from the network only", stack =>
            stack.Set("net-acls-public-in-server-answers-0", "toPort", 3389d)),
        new("group-keeps-extra-servers", "ignored", stack => stack.With(Group, node => node with
        {
            Inputs = node.Inputs.Add("desiredCapacity", 2d),
            Options = node.Options with { IgnoreChanges = ["desiredCapacity"] },
        })),
        new("server-no-secrets", "asked for", stack => stack.Set("fleet-launch-template", "userData", "token=$(aws ssm get-parameter)")),
        new("bucket-customer-key", "KMS", stack =>
            stack.Encrypted("logs-storage-encryption", "key/a").Encrypted("site-storage-encryption", "alias/site")),
        new("bucket-object-lock", "on", stack =>
            stack.Set("logs-storage-bucket", "objectLockEnabled", true).Set("site-storage-bucket", "objectLockEnabled", true)),
        new("bucket-replicated", "one", stack => stack
            .Without("logs-storage-bucket")
            .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", ("bucket", stack.Named("site-storage-bucket").Id!))),
        new("bucket-events", "told", stack => stack
            .Without("logs-storage-bucket")
            .Add("aws:s3/bucketNotification:BucketNotification", ("bucket", stack.Named("site-storage-bucket").Id!))),
        new("acl-associated", "by its own list", stack => stack.Add(
            "aws:ec2/networkAcl:NetworkAcl", ("subnetIds", List(stack.Named("net-public-a").Id!)))),
        new("acl-administration-ports", "denied", stack => stack
            .Set("net-acls-public-in-https", "toPort", 22d).Set("net-acls-public-in-https", "fromPort", 22d)
            .Set("net-acls-public-in-https", "ruleAction", "deny")),
        new("group-no-internet-ingress", "a whole private network", stack => stack.Set(ClosedRule, "cidrIpv4", "10.0.0.0/8"))
            { Stack = RecordedStacks.Closed },
        new("group-no-internet-ingress", "all local addresses of IPv6", stack =>
            stack.Set(ClosedRule, "cidrIpv4", null).Set(ClosedRule, "cidrIpv6", "fc00::/7")) { Stack = RecordedStacks.Closed },
        .. from window in new double?[] { null, 60, 120, 600 }
           select new ControlCase("waf-rules-complete", $"a window of {(window is null ? "the default" : window)}", stack => stack.Set(
               "waf-acl", "rules.1.statement.rateBasedStatement.evaluationWindowSec", window)),
        new("log-customer-key", "one", stack =>
            stack.Set("net-flow-logs-group", "kmsKeyId", "arn:a").Set("aws-waf-logs-waf", "kmsKeyId", "arn:a")),
    ];
}

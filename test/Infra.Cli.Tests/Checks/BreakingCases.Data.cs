using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string ServerPolicy = "fleet-identity-policy";
    private const string ReadSite = "\"s3:GetObject\",\"s3:GetObjectVersion\"";

    private static ControlCase[] Iam =>
    [
        new("role-trust", "another account", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy",
            "\"Service\":\"vpc-flow-logs.amazonaws.com\"", "\"AWS\":\"arn:aws:iam::210987654321:root\"")),
        new("role-trust", "everyone", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "{\"Service\":\"vpc-flow-logs.amazonaws.com\"}", "\"*\"")),
        new("role-trust", "every service", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "\"Service\":\"vpc-flow-logs.amazonaws.com\"", "\"Service\":\"*\"")),
        new("role-trust", "a second service", stack => stack.Replace(
            "net-flow-logs-role", "assumeRolePolicy", "\"Service\":\"vpc-flow-logs.amazonaws.com\"",
            "\"Service\":[\"vpc-flow-logs.amazonaws.com\",\"delivery.logs.amazonaws.com\"]")),
        new("role-trust-account", "any account", stack => stack
            .Replace("net-flow-logs-role", "assumeRolePolicy", "aws:SourceAccount", "aws:SourceVpc")
            .Replace("net-flow-logs-role", "assumeRolePolicy", "aws:SourceArn", "aws:SourceVpce")),
        new("role-boundary", "none", stack => stack.Set("fleet-identity-role", "permissionsBoundary", null))
            { Stack = RecordedStacks.Bounded },
        new("role-boundary", "an empty one", stack => stack.Set("net-flow-logs-role", "permissionsBoundary", ""))
            { Stack = RecordedStacks.Bounded },
        new("policy-no-admin", "*", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"*\"")) { Also = ["policy-no-escalation"] },
        new("policy-no-admin", "all but one", stack => stack
            .Replace(ServerPolicy, "policy", $"\"Action\":[{ReadSite}]", "\"NotAction\":\"s3:DeleteBucket\""))
            { Also = ["policy-no-escalation"] },
        new("policy-no-service-wildcard", "s3:*", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"s3:*\"")),
        new("policy-scoped", "every bucket", stack =>
            stack.Replace(ServerPolicy, "policy", "arn:aws:s3:::site-storage-bucket-9e805a0/site.tar", "*")),
        new("policy-no-escalation", "pass a role", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"iam:PassRole\"")),
        new("policy-no-escalation", "all of IAM", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"IAM:*\""))
            { Also = ["policy-no-service-wildcard"] },
        new("policy-no-escalation", "write a policy", stack => stack.Replace(ServerPolicy, "policy", ReadSite, "\"iam:PutRolePolicy\"")),
        new("policy-kms-scoped", "every key", stack =>
            stack.Replace(ServerPolicy, "policy", "\"ssm:UpdateInstanceInformation\"", "\"ssm:UpdateInstanceInformation\",\"kms:Decrypt\""))
            { Also = ["policy-scoped"] },
        new("policy-customer-managed", "AWS's", stack =>
            stack.Set("net-flow-logs-attachment", "policyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"))
            { Also = ["delivery-used"] },
        new("policy-not-inline", "in the role", stack => stack.Set("net-flow-logs-role", "inlinePolicies", List(Map(("name", "more"))))),
        new("policy-not-inline", "beside it", stack =>
            stack.Add("aws:iam/rolePolicy:RolePolicy", ("role", stack.Named("net-flow-logs-role").Id!))),
    ];

    private static ControlCase[] Kms =>
    [
        new("key-rotation", "off", stack => stack.Set("alerts-key", "enableKeyRotation", false)),
        new("key-policy", "none", stack => stack.Set("alerts-key", "policy", null)),
        new("key-not-public", "everyone", stack => stack.WithKeyForAnyone()),
        .. new[]
        {
            ("every account by a pattern", "\"StringLike\":{\"kms:CallerAccount\":\"*\"}"),
            ("one account or any", "\"StringLike\":{\"kms:CallerAccount\":[\"123456789012\",\"*\"]}"),
            ("all accounts but one", "\"StringNotEquals\":{\"kms:CallerAccount\":\"210987654321\"}"),
            ("a role's name of any account", "\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/site\"}"),
            ("half of all addresses", "\"IpAddress\":{\"aws:SourceIp\":\"128.0.0.0/1\"}"),
            ("everyone by a service", "\"StringEquals\":{\"kms:ViaService\":\"s3.eu-west-1.amazonaws.com\"}"),
        }
            .Select(one => new ControlCase("key-not-public", one.Item1, stack => stack.WithKeyForAnyone(one.Item2))),
        new("key-usable", "disabled", stack => stack.Set("alerts-key", "isEnabled", false)),
        new("key-usable", "lock-out", stack => stack.Set("alerts-key", "bypassPolicyLockoutSafetyCheck", true)),
        new("key-deletion-window", "a week", stack => stack.Set("alerts-key", "deletionWindowInDays", 7d)),
        new("key-described", "none", stack => stack.Set("alerts-key", "description", null)),
    ];

    private static ControlCase[] S3 =>
    [
        new("bucket-lifecycle", "for some objects", stack => stack.Set("site-storage-lifecycle", "rules.0.filter.prefix", "old/")),
        new("bucket-log-delivery", "a key of KMS", stack =>
            stack.Set("logs-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms")),
        new("bucket-private", "a switch off", stack => stack.Set("site-storage-public-access-block", "restrictPublicBuckets", false)),
        new("bucket-private", "a second one with a switch off", stack => stack.Twice("site-storage-public-access-block", block => block with
        {
            Inputs = block.Inputs.SetItem("restrictPublicBuckets", false),
        })),
        new("bucket-private", "none", stack => stack.Without("logs-storage-public-access-block")),
        new("bucket-tls-only", "allowed", stack =>
            stack.Replace("site-storage-policy", "policy", "\"aws:SecureTransport\":\"false\"", "\"aws:SecureTransport\":\"true\"")),
        new("bucket-tls-only", "objects left out", stack =>
            stack.Replace("site-storage-policy", "policy", ",\"arn:aws:s3:::site-storage-bucket-9e805a0/*\"", "")),
        new("bucket-encrypted", "none", stack => stack.Without("site-storage-encryption")),
        .. new[] { ("no key named", null), ("AWS's own key", "alias/aws/s3") }
            .Select(one => new ControlCase("bucket-customer-key", one.Item1, stack => stack.Encrypted("site-storage-encryption", one.Item2))
                { Stack = CustomerKeys }),
        new("bucket-customer-key", "none", stack => stack.Without("site-storage-encryption"))
            { Stack = CustomerKeys, Also = ["bucket-encrypted"] },
        new("bucket-customer-key", "S3's keys", stack => stack.Set(
            "site-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "AES256"))
            { Stack = CustomerKeys },
        new("bucket-no-acls", "the writer owns", stack => stack.Set("site-storage-ownership", "rule.objectOwnership", "ObjectWriter")),
        new("bucket-no-acls", "one", stack => stack.Add("aws:s3/bucketAcl:BucketAcl", ("bucket", stack.Named("site-storage-bucket").Id!))),
        new("bucket-versioned", "suspended", stack => stack.Set("site-storage-versioning", "versioningConfiguration.status", "Suspended")),
        new("bucket-lifecycle", "disabled", stack => stack.Set("logs-storage-lifecycle", "rules.0.status", "Disabled")),
        new("bucket-lifecycle", "uploads kept", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.abortIncompleteMultipartUpload", null)),
        new("bucket-keeps-site", "after a day", stack =>
            stack.Set("site-storage-lifecycle", "rules.0.expiration", Map(("days", 1d)))),
        new("bucket-access-logs", "none", stack => stack.Without("site-storage-logging")),
        new("bucket-policy-narrow", "everyone", stack => stack.Replace(
            "logs-storage-policy", "policy", "{\"Service\":\"logging.s3.amazonaws.com\"}", "\"*\"")),
        new("bucket-policy-narrow", "to put anything", stack =>
            stack.Replace("logs-storage-policy", "policy", "\"s3:PutObject\"", "\"s3:Put*\"")),
        new("bucket-policy-narrow", "to take over", stack => stack.Replace(
            "logs-storage-policy", "policy", "\"s3:PutObject\"", "\"s3:PutBucketPolicy\"")),
        new("bucket-kept", "can be destroyed", stack => stack.Set("logs-storage-bucket", "forceDestroy", true)),
    ];

    private static ControlCase[] Sns =>
    [
        new("topic-customer-key", "AWS's", stack => stack.Set("alerts-topic", "kmsMasterKeyId", "alias/aws/sns")),
        new("topic-not-public", "everyone", stack =>
            stack.Replace("alerts-policy", "policy", "{\"AWS\":\"arn:aws:iam::123456789012:root\"}", "\"*\"")),
        new("topic-not-public", "alarms of any account", stack =>
            stack.Replace("alerts-policy", "policy", "aws:SourceAccount", "aws:SourceVpc")),
        new("topic-tls-only", "allowed", stack => stack.Replace("alerts-policy", "policy", "\"Deny\"", "\"Allow\""))
            { Also = ["topic-not-public"] },
    ];

    private static ControlCase[] CloudWatch =>
    [
        new("alarm-acts", "tells nobody", stack => stack.Set("watch-no-healthy-server", "alarmActions", null)),
        new("alarm-acts", "disabled", stack => stack.Set("watch-no-healthy-server", "actionsEnabled", false)),
        new("alarm-describes", "nothing", stack => stack.Set("watch-no-healthy-server", "alarmDescription", null)),
        new("alarm-certificate", "none", stack => stack.Without(node => node.Text("metricName") == "DaysToExpiry")),
        new("log-retention", "90 days", stack => stack.Set("net-flow-logs-group", "retentionInDays", 90d)),
        new("log-retention", "not set", stack => stack.Set("aws-waf-logs-waf", "retentionInDays", null)),
    ];

    private static ControlCase[] Tags =>
    [
        new("tags-resources", "none", stack => stack.Set("net-vpc", "tags", null)),
        new("tags-resources", "another stack's", stack => stack.Set("web-alb", "tags.Environment", "dev")),
        new("tags-resources", "another's name", stack => stack.Set("web-alb", "tags.Name", "web")),
        new("tags-group", "another stack's", stack => stack.Set("fleet-group", "tags.1.value", "dev")),
        new("tags-launched", "another project's", stack => stack.Set(Template, "tagSpecifications.0.tags.Project", "shop")),
        new("tags-group", "kept to itself", stack => stack.Set("fleet-group", "tags.0.propagateAtLaunch", false)),
        new("tags-group", "one tag alone", stack =>
            stack.Set("fleet-group", "tags", List(stack.Named("fleet-group").Items("tags")[0]))),
        new("tags-launched", "disks", stack => stack.Set(Template, "tagSpecifications.1", null)),
    ];

    private static async Task<ResourceGraph> CustomerKeys() => (await RecordedStacks.Prod())
        .Encrypted("logs-storage-encryption", "key/a")
        .Encrypted("site-storage-encryption", "alias/site");
}

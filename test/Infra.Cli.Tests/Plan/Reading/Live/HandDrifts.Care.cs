using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private const string OtherTopic = "arn:aws:sns:eu-west-1:123456789012:another";

    private static HandDrift[] Rights =>
    [
        new("another account takes the role", "role-trust role-trust-account", stack =>
            stack.Show("fleet-identity-role", "assumeRolePolicy", TrustOf("ec2.amazonaws.com"))),
        new("another account takes the flow logs' role", "role-trust-account", stack =>
            stack.Show("net-flow-logs-role", "assumeRolePolicy", TrustOf("vpc-flow-logs.amazonaws.com"))),
        new("a profile of another role", "grant-server-site", stack => stack.Show("fleet-identity-profile", "role", "administrators")),
        new("a policy of AWS's", "policy-customer-managed by-hand-additions", stack =>
            stack.Append("fleet-identity-role", "managedPolicyArns", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")),
        new("the policy is for every bucket", "policy-scoped", stack => stack.Replace(
            "fleet-identity-policy", "policy", $"arn:aws:s3:::{IdOf(stack, "site-storage-bucket")}/site.tar", "*")),
        new("servers hand on roles", "policy-no-escalation", stack =>
            stack.Replace("fleet-identity-policy", "policy", "s3:GetObjectVersion", "iam:PassRole")),
        new("servers write the site", "grant-server-site", stack =>
            stack.Replace("fleet-identity-policy", "policy", "s3:GetObjectVersion", "s3:PutObject")),
        new("the key stays the same", "key-rotation", stack => stack.Show("alerts-key", "enableKeyRotation", false)),
        new("alarms can't use the key", "grant-alarms", stack =>
            stack.Replace("alerts-key", "policy", "cloudwatch.amazonaws.com", "events.amazonaws.com")),
        new("the key is to be deleted", "topic-customer-key", stack => stack.Gone("alerts-key")),
    ];

    private static HandDrift[] Objects =>
    [
        new("objects are copied elsewhere", "by-hand-settings", stack => stack.Show("site-storage-bucket", "replicationConfiguration", Map(
            ("role", "arn:aws:iam::123456789012:role/copies"), ("rules", List(Map(("status", "Enabled"))))))),
        new("public lists may be written", "bucket-private", stack =>
            stack.Show("logs-storage-public-access-block", "blockPublicAcls", false)),
        new("public lists count", "bucket-private", stack => stack.Show("logs-storage-public-access-block", "ignorePublicAcls", false)),
        new("a public policy counts", "bucket-private", stack =>
            stack.Show("logs-storage-public-access-block", "restrictPublicBuckets", false)),
        new("a key that servers can't use", "by-hand-settings", stack => stack.Show(
            "site-storage-encryption", "rules.0.applyServerSideEncryptionByDefault",
            Map(("sseAlgorithm", "aws:kms"), ("kmsMasterKeyId", "arn:aws:kms:eu-west-1:123456789012:key/another")))),
        new("the site by a key that servers can't use", "by-hand-settings", stack =>
            stack.Show("site-bundle", "kmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/another")),
        new("the site is deleted after a day", "bucket-keeps-site", stack =>
            stack.Show("site-storage-lifecycle", "rules.0.expiration", Map(("days", 1d)))),
        new("a second rule deletes the site", "bucket-keeps-site", stack => stack.Append("site-storage-lifecycle", "rules", Map(
            ("id", "more"), ("status", "Enabled"), ("filter", Map(("prefix", ""))), ("expiration", Map(("days", 1d)))))),
        new("old versions for a day", "bucket-lifecycle", stack =>
            stack.Show("site-storage-lifecycle", "rules.0.noncurrentVersionExpiration.noncurrentDays", 1d)),
        new("logs of requests for a day", "settings-log-retention", stack =>
            stack.Show("logs-storage-lifecycle", "rules.0.expiration", Map(("days", 1d)))),
        new("logs of a bucket in another", "bucket-access-logs", stack => stack.Show("site-storage-logging", "targetBucket", "another")),
        new("no logs of a bucket", "bucket-access-logs", stack => stack.Gone("site-storage-logging")),
        new("a bucket for another account", "bucket-policy-narrow", stack => stack.Show("site-storage-policy", "policy",
            """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"210987654321"},"Action":"s3:GetObject","Resource":"*"}]}""")),
        new("no site", "web-site", stack => stack.Gone("site-bundle")),
    ];

    private static HandDrift[] Bells =>
    [
        new("an alarm that never says it is over", "alarms-heard", stack => stack.Show("watch-server-errors", "okActions", List())),
        new("an alarm tells somebody else", "alarms-heard", stack => stack.Show("watch-server-errors", "alarmActions", List(OtherTopic))),
        new("an alarm acts on silence", "by-hand-settings", stack =>
            stack.Show("watch-server-errors", "insufficientDataActions", List(OtherTopic))),
        new("an alarm of a day", "alarms-complete", stack => stack.Show("watch-server-errors", "period", 86400d)),
        new("an alarm that waits", "alarms-complete", stack => stack.Show("watch-no-healthy-server", "evaluationPeriods", 100d)),
        new("an alarm of another site", "alarms-complete", stack =>
            stack.Show("watch-no-healthy-server", "dimensions.LoadBalancer", "app/another/0123456789abcdef")),
        new("an alarm turned around", "alarms-complete", stack =>
            stack.Show("watch-no-healthy-server", "comparisonOperator", "GreaterThanThreshold")),
        new("no alarm on the certificate", "alarm-certificate", stack => stack.Gone("watch-certificate-expires")),
        new("a topic in plain text", "topic-customer-key", stack => stack.Show("alerts-topic", "kmsMasterKeyId", "")),
        new("a topic by AWS's key, which alarms can't use", "topic-customer-key", stack =>
            stack.Show("alerts-topic", "kmsMasterKeyId", "alias/aws/sns")),
        new("no policy of the topic", "grant-alarms", stack => stack.Gone("alerts-policy")),
        new("no topic", "alarms-heard", stack => stack.Gone("alerts-topic")),
        new("a subscription that lets nothing through", "by-hand-settings", stack =>
            stack.Show("alerts-email", "filterPolicy", """{"severity":["none"]}""")),
        new("events of the group for somebody else", "alarms-heard", stack => stack.Show("watch-group-events", "topicArn", OtherTopic)),
        new("no events of the group", "group-notifications", stack => stack.Gone("watch-group-events")),
        new("an empty dashboard", "dashboard-own", stack => stack.Show("watch-dashboard", "dashboardBody", """{"widgets":[]}""")),
        new("the firewall's log for a day", "log-retention", stack => stack.Show("aws-waf-logs-waf", "retentionInDays", 1d)),
    ];

    private static string TrustOf(string service) =>
        $$"""
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"},
          {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Action":"sts:AssumeRole"}]}
        """;
}

using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private static HandDrift[] Buckets =>
    [
        new("a bucket may be public", "bucket-private", stack =>
            stack.Show("site-storage-public-access-block", "blockPublicPolicy", false)),
        new("a bucket is everyone's", "bucket-policy-narrow bucket-tls-only", stack => stack.Show("site-storage-policy", "policy",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}""")),
        new("a bucket keeps no versions", "bucket-versioned", stack =>
            stack.Show("site-storage-versioning", "versioningConfiguration.status", "Suspended")),
        new("a bucket's objects have their writer's access lists", "bucket-no-acls", stack =>
            stack.Show("site-storage-ownership", "rule.objectOwnership", "ObjectWriter")),
        new("logs are encrypted by a key that their writer can't use", "bucket-log-delivery", stack => stack.Show(
            "logs-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms")),
        new("logs are deleted no more", "bucket-lifecycle", stack => stack.Show("logs-storage-lifecycle", "rules.0.status", "Disabled")),
        new("the load balancer can't write its logs", "grant-load-balancer-logs", stack => stack.Replace(
            "logs-storage-policy", "policy", "logdelivery.elasticloadbalancing.amazonaws.com", "delivery.logs.amazonaws.com")),
    ];

    private static HandDrift[] Watching =>
    [
        new("an alarm tells nobody", "alarm-acts", stack => stack.Show("watch-no-healthy-server", "actionsEnabled", false)),
        new("an alarm has no actions", "alarm-acts alarms-heard", stack => stack.Show("watch-no-healthy-server", "alarmActions", List())),
        new("an alarm's threshold", "alarms-complete", stack => stack.Show("watch-server-errors", "threshold", 10000d)),
        new("an alarm takes silence well", "alarms-complete healing-alarm", stack =>
            stack.Show("watch-no-healthy-server", "treatMissingData", "notBreaching")),
        new("the ceiling's alarm looks at less", "alarms-complete", stack => stack.Show("watch-more-than-three-servers", "threshold", 30d)),
        new("flow logs of what is accepted", "vpc-flow-logs", stack => stack.Show("net-flow-logs-log", "trafficType", "ACCEPT")),
        new("logs for a day", "log-retention", stack => stack.Show("net-flow-logs-group", "retentionInDays", 1d)),
        new("the topic is everyone's", "topic-not-public", stack => stack.Show("alerts-policy", "policy",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}""")),
        new("events of the group for fewer", "group-notifications", stack =>
            stack.Show("watch-group-events", "notifications", List("autoscaling:EC2_INSTANCE_LAUNCH"))),
    ];

    // What is deleted by hand, a refresh takes out of the state.
    private static HandDrift[] Gone =>
    [
        new("no HTTPS listener", "way-listeners", stack => stack.Gone("web-https")),
        new("no listener for HTTP", "way-listeners", stack => stack.Gone("web-http")),
        new("no scaling by the processor", "load-processor settings-scaling", stack => stack.Gone("fleet-scaling-cpu")),
        new("no alarm on healthy servers", "alarms-complete healing-alarm", stack => stack.Gone("watch-no-healthy-server")),
        new("no alarm on the ceiling", "ceiling-alarm", stack => stack.Gone("watch-more-than-three-servers")),
        new("no firewall before the load balancer", "alb-waf", stack => stack.Gone("waf-association")),
        new("no log of the firewall", "waf-logging", stack => stack.Gone("waf-logging")),
        new("nothing blocks public access", "bucket-private", stack => stack.Gone("site-storage-public-access-block")),
        new("no encryption of a bucket", "bucket-encrypted", stack => stack.Gone("logs-storage-encryption")),
        new("no policy of a bucket", "bucket-tls-only", stack => stack.Gone("site-storage-policy")),
        new("no lifecycle of a bucket", "bucket-lifecycle", stack => stack.Gone("logs-storage-lifecycle")),
        new("no rule to the servers", "hop-into-servers", stack => stack.Gone("access-server-from-load-balancer-443")),
        new("no route to the internet", "way-internet-route", stack => stack.Gone("net-public-to-internet")),
        new("a subnet without its ACL", "sound-acl-subnets", stack => stack.Gone("net-acls-private-a")),
        new("no endpoint for S3", "exit-s3-route", stack => stack.Gone("net-s3")),
        new("no policy of the servers' role", "grant-server-site", stack => stack.Gone("fleet-identity-policy-attachment")),
        new("no name of the site", "way-names", stack => stack.Gone("alias-ipv4")),
        new("no group of servers", "hop-attached", stack => stack.Gone(Group)),
        new("nobody is subscribed", "settings-alarm-email", stack => stack.Gone("alerts-email")),
        new("no flow logs", "vpc-flow-logs", stack => stack.Gone("net-flow-logs-log")),
    ];
}

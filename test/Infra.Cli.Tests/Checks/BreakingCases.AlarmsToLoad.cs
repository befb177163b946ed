using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Parts of controls from alarms to load that no case elsewhere breaks alone.</summary>
internal static partial class BreakingCases
{
    private const string FlowLogRole = "net-flow-logs-role";
    private const string Refresh = "instanceRefresh.preferences";

    private static IEnumerable<ControlCase> AlarmsToLoad =>
    [
        .. FurtherScaling, .. FurtherCertificates, .. FurtherWatching, .. FurtherWayIn, .. FurtherWayOut, .. FurtherGrants, .. FurtherHop,
        .. FurtherIdentity, .. FurtherServers, .. OldTypes, .. SessionActions,
    ];

    private static ControlCase[] FurtherScaling =>
    [
        new("alarms-roll", "the other of the two", stack => stack.Set(Group, $"{Refresh}.alarmSpecification.alarms", List(
            [.. stack.Named(Group).Items($"{Refresh}.alarmSpecification.alarms").Skip(1)]))),
        new("group-several-types", "one alone", stack => stack.Set(Group, "mixedInstancesPolicy.launchTemplate.overrides.1", null))
        {
            Stack = async () => (await RecordedStacks.Prod()).Set(Group, "mixedInstancesPolicy", Map(("launchTemplate", Map(
                ("overrides", List(Map(("instanceType", "t4g.small")), Map(("instanceType", "t4g.medium")))))))),
        },
        new("group-notifications", "to no topic", stack => stack.Set("watch-group-events", "topicArn", null)),
        new("group-oldest-leaves", "after the default", stack =>
            stack.Set(Group, "terminationPolicies", List("Default", "OldestLaunchTemplate"))),
        new("group-instance-lifetime", "a second too long", stack => stack.Set(Group, "maxInstanceLifetime", 15552001d))
            { Stack = ShortLived },
        new("group-instance-lifetime", "no limit", stack => stack.Set(Group, "maxInstanceLifetime", 0d)) { Stack = ShortLived },
        new("ceiling-replacement-feasible", "1 of one", stack => stack.Set(Group, "instanceMaintenancePolicy.minHealthyPercentage", 1d))
            { Stack = RecordedStacks.Dev },
        new("ceiling-replacement-feasible", "51 of two in a roll", stack => stack.Set(Group, $"{Refresh}.minHealthyPercentage", 51d)),
        new("ceiling-roll", "101", stack => stack.Set(Group, $"{Refresh}.maxHealthyPercentage", 101d)),
        new("healing-roll-in-turn", "one for all of three", stack => stack
            .Set(Group, "minSize", 3d)
            .Set(Group, $"{Refresh}.minHealthyPercentage", 0d)
            .Set(Group, $"{Refresh}.checkpointPercentages", List(67d, 100d))),
        new("healing-pinned-version", "none yet", stack => stack.Set(Group, "launchTemplate.version", "0")),
        new("healing-network-first", "rules later", stack => stack.With(Group, node => node with
        {
            Dependencies = node.Dependencies.Remove(stack.Named("net-acls-private-a").Urn),
        })),
        new("load-own-group", "a schedule of another", stack => stack.Add(
            "aws:autoscaling/schedule:Schedule", ("autoscalingGroupName", "other"), ("maxSize", 1d))),
        new("load-metric", "the processor of a label", stack => stack.Set("fleet-scaling-cpu", $"{Metric}.resourceLabel", "app/a/b")),
        new("load-metric", "requests of nothing", stack => stack.Set("fleet-scaling-requests", $"{Metric}.resourceLabel", null)),
        new("load-target", "a processor that is never idle enough", stack =>
            stack.Set("fleet-scaling-cpu", $"{Tracking}.targetValue", 0.9)),
        new("load-starts-soon", "a second of grace too many", stack => stack.Set(
            Group, "healthCheckGracePeriod", 1201 + (stack.Named(Targets).Number("healthCheck.interval")!
                * stack.Named(Targets).Number("healthCheck.healthyThreshold")!))),
    ];

    private static ControlCase[] FurtherCertificates =>
    [
        new("certificate-strong-key", "imported, RSA of 2047 bits", stack => stack.Set("cert-self-signed-key", "rsaBits", 2047d))
            { Stack = RecordedStacks.Dev },
        new("certificate-strong-key", "imported, a short curve", stack => stack
            .Set("cert-self-signed-key", "algorithm", "ECDSA").Set("cert-self-signed-key", "ecdsaCurve", "P224"))
            { Stack = RecordedStacks.Dev },
        new("certificate-strong-key", "imported, of another kind", stack => stack.Set("cert-self-signed-key", "algorithm", "ED25519"))
            { Stack = RecordedStacks.Dev },
        new("certificate-of-something", "a key alone", stack => stack.Set("cert-self-signed-import", "certificateBody", null))
            { Stack = RecordedStacks.Dev, Also = ["certificate-self-signed"] },
        new("certificate-self-signed", "not to sign with", stack =>
            stack.Set("cert-self-signed-cert", "allowedUses", List("key_encipherment", "server_auth")))
            { Stack = RecordedStacks.Dev },
        new("way-certificate", "none", stack => stack.Set("web-https", "certificateArn", null))
            { Also = ["alb-certificate-acm", "alarm-certificate"] },
        new("way-proof", "of another certificate", stack => stack.Set("cert-validated", "certificateArn", "arn:a"))
            { Also = ["certificate-validated"] },
        new("way-proof", "by no record", stack => stack.Set("cert-validated", "validationRecordFqdns", null)),
        new("way-proof", "by a text", stack => stack.Set("cert-validation", "type", "TXT")),
        new("way-proof", "two values", stack => stack.Set("cert-validation", "records", List(
            stack.Named("cert-validation").Texts("records")[0], "_other.acm-validations.aws."))),
        new("way-proof", "leads elsewhere, where ACM tells nothing", stack => stack
            .With("cert-issued", node => node with { Outputs = node.Outputs.Remove("domainValidationOptions") })
            .Set("cert-validation", "records", List("_other.example.net."))),
    ];

    private static ControlCase[] FurtherWatching =>
    [
        new("alarm-acts", "a composite one tells nobody", stack => stack.Add(
            "aws:cloudwatch/compositeAlarm:CompositeAlarm", ("alarmDescription", "Both"))),
        new("alarm-describes", "a composite one says nothing", stack => stack.Add(
            "aws:cloudwatch/compositeAlarm:CompositeAlarm", ("alarmActions", List(stack.Named("alerts-topic").Output("arn")!)))),
        new("dashboard-own", "an alarm is left out", stack => stack.Twice("watch-slow-responses")),
        new("dashboard-own", "an alarm too many", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "\"alarms\": [", "\"alarms\": [\"arn:aws:cloudwatch:eu-west-1:1:alarm:a\",")),
        new("dashboard-own", "alarms alone", stack => stack.Replace("watch-dashboard", "dashboardBody", "\"metrics\"", "\"lines\"")),
        new("dashboard-own", "another target group", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "targetgroup/web-servers", "targetgroup/old-servers")),
        new("dashboard-own", "another certificate", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "\"RequestCount\",", "\"RequestCount\",\"CertificateArn\",\"arn:a\",")),
        new("dashboard-own", "another firewall behind the own load balancer", stack => stack.Replace(
            "watch-dashboard", "dashboardBody", "\"RequestCount\",",
            $"\"RequestCount\",\"LoadBalancer\",\"{stack.Named("web-alb").Output("arnSuffix")}\",\"WebACL\",\"old-acl\",")),
        new("dashboard-own", "another firewall", stack =>
            stack.Replace("watch-dashboard", "dashboardBody", "\"RequestCount\",", "\"RequestCount\",\"WebACL\",\"old-acl\",")),
        new("delivery-waf", "a log of the right name that is not the stack's", stack => stack.Set(
            "waf-logging", "logDestinationConfigs", List("arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-other"))),
        new("delivery-waf", "a log to nowhere", stack => stack.Set("waf-logging", "logDestinationConfigs", null)),
        new("delivery-used", "a role", stack => stack.Twice(FlowLogRole)),
        new("delivery-used", "a profile", stack => stack.Twice("fleet-identity-profile")),
        new("inputs-not-empty", "within a block", stack => stack.Set("net-vpc", "tags.Note", "")),
        new("inputs-not-empty", "another of the default group", stack => stack.Set("net-default-group", "tags.Note", "")),
        new("inputs-not-empty", "rules of another group", stack => stack.Set("access-server", "ingress", List()))
            { Also = ["group-standalone-rules"] },
    ];

    private static ControlCase[] FurtherWayIn =>
    [
        new("way-one-vpc", "a subnet in another", stack => stack.Set("net-private-a", "vpcId", "vpc-0")),
        new("way-one-vpc", "a route table in another", stack => stack.Set("net-private-a-routes", "vpcId", "vpc-0")),
        new("way-one-vpc", "a security group in another", stack => stack.Set("access-endpoint", "vpcId", "vpc-0")),
        new("way-one-vpc", "the default group of another", stack => stack.Set("net-default-group", "vpcId", "vpc-0"))
            { Also = ["vpc-default-group-closed"] },
        new("way-one-vpc", "an endpoint in another", stack => stack.Set("endpoints-ssmmessages", "vpcId", "vpc-0"))
            { Also = ["endpoint-ssm"] },
        new("way-one-vpc", "a target group in another", stack => stack.Set(Targets, "vpcId", "vpc-0")),
        new("way-internet-route", "a table of another VPC", stack => stack.Set("net-public-routes", "vpcId", "vpc-0"))
            { Also = ["way-one-vpc"] },
        new("way-subnet-addresses", "shared IPv6", stack =>
            stack.Set("net-public-b", "ipv6CidrBlock", stack.Named("net-public-a").Text("ipv6CidrBlock"))),
        new("way-listeners", "TCP on 80", stack => stack.Set("web-http", "protocol", "TCP")),
        new("way-admits-visitors", "nobody over IPv6", stack => stack
            .Without("access-load-balancer-http-from----0").Without("access-load-balancer-https-from----0")),
        new("way-acl-in", "not from a list", stack => stack.Without("net-acls-public-in-https"))
        {
            Stack = () => Graphs.Of("prod", "allowedCidrs=[]", "allowedPrefixLists=[\"pl-0123456789abcdef0\"]", "ipv6=false"),
        },
        new("way-forward", "two actions", stack => stack.Set("web-https", "defaultActions", List(
            stack.Named("web-https").Find("defaultActions.0")!, Map(("type", "fixed-response"))))),
        new("way-names", "a second name", stack => stack
            .Set("cert-issued", "subjectAlternativeNames", List("example.com"))
            .Twice("alias-ipv4", alias => alias with { Inputs = alias.Inputs.SetItem("name", "example.com") })),
    ];

    private static ControlCase[] FurtherWayOut =>
    [
        .. new[] { "GetObject", "GetObjectVersion", "ListBucket", "ListBucketVersions" }.Select(action => new ControlCase(
            "exit-s3-policy", $"the site without {action}", stack => stack.Replace(
                "net-s3", "policy",
                action == "GetObject" ? "\"s3:GetObject\",\"s3:GetObjectVersion\"" : $"\"s3:{action}\"",
                action == "GetObject" ? "\"s3:GetObjectVersion\"" : "\"s3:GetObjectAcl\""))),
        new("exit-s3-own", "lists every bucket", stack =>
            stack.Replace("net-s3", "policy", "\"arn:aws:s3:::site-storage-bucket-9e805a0\"", "\"*\"")),
        new("exit-open", "on another port", stack => stack
            .Set("access-server-to-s3", "fromPort", 80d).Set("access-server-to-s3", "toPort", 80d)),
        new("exit-nat", "no route", stack => stack.Without(node => node.Kind == "Route" && node.Has("natGatewayId")))
            { Stack = RecordedStacks.Nat },
        new("exit-nat", "in a subnet of another", stack => stack.Set("net-public-nat-a", "subnetId", "subnet-0"))
            { Stack = RecordedStacks.Nat },
        new("exit-nat-acl", "not in", stack => stack.Without("net-acls-public-in-nat"))
        {
            // The rule for visitors to 443 is for servers too.
            Stack = async () => (await RecordedStacks.Nat()).Without("net-acls-public-in-https"),
        },
        new("exit-endpoint", "admits another group", stack => stack.Set(
            "access-endpoint-from-server", "referencedSecurityGroupId", stack.Named("access-load-balancer").Id)),
        new("exit-endpoint", "admits to another port", stack => stack
            .Set("access-endpoint-from-server", "fromPort", 80d).Set("access-endpoint-from-server", "toPort", 80d)),
        new("exit-endpoint", "let out to another group", stack => stack.Set(
            "access-server-to-endpoint", "referencedSecurityGroupId", stack.Named("access-load-balancer").Id)),
    ];

    private static ControlCase[] FurtherGrants =>
    [
        new("grant-load-balancer-logs", "connections below a prefix", stack => stack.Set("web-alb", "connectionLogs.prefix", "web")),
        new("grant-load-balancer-logs", "health checks below a prefix", stack => stack.Set("web-alb", "healthCheckLogs.prefix", "web")),
        new("grant-bucket-logs", "another service", stack => stack.Replace(
            "logs-storage-policy", "policy", "logging.s3.amazonaws.com", "delivery.logs.amazonaws.com")),
        new("grant-bucket-logs", "into another's bucket", stack => stack.Set("site-storage-logging", "targetBucket", "other"))
            { Also = ["bucket-access-logs"] },
        new("vpc-flow-logs", "of what is admitted alone, by a second one", stack => stack.Twice("net-flow-logs-log", log => log with
        {
            Inputs = log.Inputs.SetItem("trafficType", "ACCEPT"),
        })),
        new("grant-flow-logs", "to a bucket", stack => stack.Set("net-flow-logs-log", "logDestinationType", "s3")),
        new("grant-flow-logs", "to another's group", stack => stack.Set("net-flow-logs-log", "logDestination", "arn:a")),
        new("grant-flow-logs", "for another account", stack =>
            stack.Replace(FlowLogRole, "assumeRolePolicy", "123456789012", "210987654321")),
        new("grant-server-site", "what is missing can't be told", stack =>
            stack.Replace(ServerPolicy, "policy", "\"s3:ListBucket\",", "")),
        new("grant-server-site", "no version can be missing", stack =>
            stack.Replace(ServerPolicy, "policy", ",\"s3:ListBucketVersions\"", "")),
        new("grant-server-logs", "a role that may not write", stack =>
            stack.Replace(ServerPolicy, "policy", "logs:PutLogEvents", "logs:GetLogEvents")) { Stack = RecordedStacks.Application },
        new("grant-server-logs", "an endpoint without streams", stack =>
            stack.Replace("endpoints-logs", "policy", "logs:CreateLogStream", "logs:DescribeLogStreams"))
            { Stack = RecordedStacks.Application },
        new("grant-alarms", "the key not for CloudWatch", stack =>
            stack.Replace("alerts-key", "policy", "cloudwatch.amazonaws.com", "events.amazonaws.com")),
        new("grant-alarms", "no decryption", stack => stack.Replace("alerts-key", "policy", ",\"kms:Decrypt\"", "")),
    ];

    private static ControlCase[] FurtherHop =>
    [
        new("hop-registers", "with another's too", stack => stack.Set(Group, "targetGroupArns", List(
            stack.Named(Targets).Output("arn")!, "arn:a"))),
        new("hop-template", "in the load balancer's subnet", stack => stack.Set(
            Group, "vpcZoneIdentifiers.0", stack.Named("net-public-a").Id))
            { Also = ["subnet-servers-private", "exit-s3-route", "exit-acl", "hop-acl", "acl-both-ports"] },
        new("hop-security-groups", "another's too on the load balancer", stack =>
            stack.Set("web-alb", "securityGroups", List(stack.Named("access-load-balancer").Id!, "sg-0"))),
        new("hop-security-groups", "another's too on servers", stack =>
            stack.Set(Template, "networkInterfaces.0.securityGroups", List(stack.Named("access-server").Id!, "sg-0"))),
        new("hop-rule-owned", "to another's group", stack =>
            stack.Set("access-server-to-endpoint", "referencedSecurityGroupId", "sg-0")) { Also = ["exit-endpoint"] },
        new("hop-out-of-load-balancer", "a second way", stack => stack.Twice("access-load-balancer-to-server-443", rule => rule with
        {
            Inputs = rule.Inputs.SetItem("fromPort", 8443d).SetItem("toPort", 8443d),
        })),
        new("hop-into-servers", "a second way", stack => stack.Twice(ServerIngress, rule => rule with
        {
            Inputs = rule.Inputs.SetItem("fromPort", 8443d).SetItem("toPort", 8443d),
        })),
        new("hop-acl", "not in", stack => stack.Without("net-acls-private-in-load-balancer-https")) { Also = ["acl-both-ports"] },
        new("hop-acl", "no answers back", stack => stack.Without("net-acls-public-in-server-answers-0"))
            { Also = ["acl-both-ports"] },
    ];

    private static ControlCase[] FurtherIdentity =>
    [
        new("role-trust", "whom others vouch for", stack => stack.Replace(
            FlowLogRole, "assumeRolePolicy", "\"Service\":\"vpc-flow-logs.amazonaws.com\"", "\"Federated\":\"id.example.net\"")),
        .. new[]
        {
            ("any account by a pattern", "\"StringLike\":{\"aws:SourceAccount\":\"*\"}"),
            ("all accounts but one", "\"StringNotEquals\":{\"aws:SourceAccount\":\"123456789012\"}"),
            ("an account if it is told", "\"StringEqualsIfExists\":{\"aws:SourceAccount\":\"123456789012\"}"),
            ("this account or any", "\"StringLike\":{\"aws:SourceAccount\":[\"123456789012\",\"*\"]}"),
            ("any bucket", "\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:s3:::*\"}"),
            ("a resource of any account", "\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:ec2:eu-west-1:*:vpc-flow-log/*\"}"),
        }
            .Select(one => new ControlCase("role-trust-account", one.Item1, stack => stack.Set(
                FlowLogRole, "assumeRolePolicy",
                """{"Statement":{"Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole","""
                + "\"Condition\":{" + one.Item2 + "}}}"))),
        new("policy-no-admin", "in a role", stack => stack.Add(
            "aws:iam/rolePolicy:RolePolicy",
            ("role", "other"),
            ("policy", """{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::site"}}""")))
            { Also = ["policy-no-escalation"] },
        new("policy-scoped", "every parameter", stack => stack.Replace(
            ServerPolicy, "policy", "\"ssm:UpdateInstanceInformation\"", "\"ssm:UpdateInstanceInformation\",\"ssm:GetParameter\"")),
        new("policy-no-wildcard", "of an action", stack => stack.Replace(ServerPolicy, "policy", "s3:GetObjectVersion", "s3:GetObjectV*"))
            { Stack = WithoutWildcards },
        new("policy-no-wildcard", "for one letter of a resource", stack => stack.Replace(ServerPolicy, "policy", "/site.tar", "/site.ta?"))
            { Stack = WithoutWildcards },
        .. new[] { "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy" }
            .Select(action => Doing("policy-no-escalation", action)),
        new("policy-kms-scoped", "every key to encrypt anew", stack => stack.Replace(
            ServerPolicy, "policy", "\"ssm:UpdateInstanceInformation\"", "\"ssm:UpdateInstanceInformation\",\"kms:ReEncryptFrom\""))
            { Also = ["policy-scoped"] },
        new("policy-customer-managed", "another stack's beside it", stack => stack.Add(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            ("role", stack.Named("fleet-identity-role").Output("name")!),
            ("policyArn", "arn:aws:iam::123456789012:policy/team"))),
        new("policy-not-inline", "attached in the role", stack => stack.Set(
            "fleet-identity-role", "managedPolicyArns", List("arn:aws:iam::aws:policy/AdministratorAccess"))),
        new("key-rotation", "off for a key of the usual kind", stack => stack
            .Set("alerts-key", "customerMasterKeySpec", "SYMMETRIC_DEFAULT").Set("alerts-key", "enableKeyRotation", false)),
        new("key-not-public", "everyone as a principal", stack => stack.Replace(
            "alerts-key", "policy", "\"Service\":\"cloudwatch.amazonaws.com\"", "\"AWS\":[\"*\"]").Replace(
            "alerts-key", "policy", "\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}", "")),
        new("key-not-public", "everyone who comes by TLS", stack =>
            stack.WithKeyForAnyone("\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("topic-not-public", "everyone who comes by TLS", stack => stack.Replace("alerts-policy", "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sns:Subscribe\",\"Resource\":\"*\","
            + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}},")),
        new("key-deletion-window", "a day short of a month", stack => stack.Set("alerts-key", "deletionWindowInDays", 29d)),
    ];

    private static ControlCase[] FurtherServers =>
    [
        .. new[]
        {
            ("a temporary access key", "export K=ASIAIOSFODNN7EXAMPLE"),
            ("the secret half of an access key", "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI0K7MDENG"),
            ("a passwd", "passwd: correct"),
            ("a secret", "CLIENT_SECRET=\"correct-horse\""),
            ("a token of six letters", "token=abcdef"),
            ("a key of an API", "apikey = 'abcdef'"),
            ("a key of an API, apart", "API_KEY=abcdef"),
        }
            .Select(one => new ControlCase("server-no-secrets", one.Item1, stack => stack.Appended(one.Item2))),
        WithSecondDisk("server-disks-encrypted", "a second one open", "encrypted", "false"),
        WithSecondDisk("server-disks-deleted", "a second one kept", "deleteOnTermination", "false"),
        WithSecondDisk("server-disk-kind", "a second one of before", "volumeType", "gp2"),
    ];

    private static IEnumerable<ControlCase> OldTypes =>
        from family in new[] { "c1", "c3", "hs1", "m2", "m3", "t1" }
        select new ControlCase("server-hvm", family, stack => stack.Set(Template, "instanceType", $"{family}.medium"));

    private static IEnumerable<ControlCase> SessionActions =>
        from action in new[]
        {
            "ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
        }
        select new ControlCase("server-session-manager", $"no {action}", stack => stack.Replace(
            ServerPolicy, "policy", $"\"{action}\"", "\"ssmmessages:None\""));

    private static ControlCase WithSecondDisk(string control, string what, string part, string value) =>
        new(control, what, stack => stack
            .Set(Template, "blockDeviceMappings", List(
                stack.Named(Template).Find("blockDeviceMappings.0")!, stack.Named(Template).Find("blockDeviceMappings.0")!))
            .Set(Template, "blockDeviceMappings.1.deviceName", "/dev/sdb")
            .Set(Template, $"blockDeviceMappings.1.ebs.{part}", value));

    private static async Task<ResourceGraph> ShortLived() =>
        (await RecordedStacks.Prod()).Set(Group, "maxInstanceLifetime", 15552000d);

    private static async Task<ResourceGraph> WithoutWildcards() => (await RecordedStacks.Prod())
        .Replace("net-flow-logs-policy", "policy", ":*\"", "\"")
        .Replace(ServerPolicy, "policy", "\"*\"", "\"arn:aws:ssm:eu-west-1:123456789012:a\"");
}

using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Parts that a control notices within one expectation: each operand, each limit, and IPv6 beside IPv4.</summary>
internal static partial class BreakingCases
{
    private const string PublicRuleOfIPv6 = "access-load-balancer-https-from----0";
    private const string ToS3 = "access-server-to-s3";
    private const string ToServers = "net-acls-public-out-servers-https";
    private const string LogsPolicy = "logs-storage-policy";
    private const string SitePolicy = "site-storage-policy";
    private const string OfThisAccount = "\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}";

    private static IEnumerable<ControlCase> NetworkToWeb =>
    [
        .. NetworkParts, .. GroupParts, .. AclParts, .. AclRuleParts, .. BucketParts, .. BucketPolicies, .. TopicPolicies,
        .. SettingParts, .. SoundParts, .. TagParts, .. TaggedTypes, .. FirewallParts, .. BootParts, .. TlsParts,
    ];

    private static IReadOnlyList<ControlCase> NetworkParts =>
    [
        new("vpc-own", "a default subnet", stack => stack.Add("aws:ec2/defaultSubnet:DefaultSubnet")),
        new("vpc-flow-logs", "of another VPC", stack => stack.Set("net-flow-logs-log", "vpcId", "vpc-0")),
        new("subnet-no-public-addresses", "IPv4 not said", stack => stack.Set("net-public-b", "mapPublicIpOnLaunch", null)),
        new("subnet-no-public-addresses", "IPv6 not said", stack => stack.Set("net-public-b", "assignIpv6AddressOnCreation", null)),
        new("subnet-servers-private", "a route inside the table", stack => stack.Set("net-private-c-routes", "routes", List(Map(
            ("cidrBlock", "0.0.0.0/0"), ("gatewayId", stack.Named("net-public-internet").Id!))))),
        new("subnet-servers-private", "a second route inside the table", stack => stack.Set("net-private-c-routes", "routes", List(
            Map(("cidrBlock", "192.168.0.0/16"), ("vpcPeeringConnectionId", "pcx-0")),
            Map(("cidrBlock", "0.0.0.0/0"), ("gatewayId", stack.Named("net-public-internet").Id!))))),
        new("endpoint-s3-gateway", "an interface", stack => stack.Set("net-s3", "vpcEndpointType", "Interface"))
            { Also = ["endpoint-private-dns", "exit-s3-route", "exit-open", "exit-endpoint", "exit-endpoint-own"] },
        new("endpoint-ssm", "by a gateway", stack => stack.Set("endpoints-ssm", "vpcEndpointType", "Gateway"))
            { Also = ["exit-s3-policy"] },
        new("endpoint-private-dns", "not said", stack => stack.Set("endpoints-ssmmessages", "privateDnsEnabled", null)),
        new("target-drains-fast", "the default of AWS", stack => stack.Set("web-servers", "deregistrationDelay", null)),
    ];

    private static IEnumerable<ControlCase> GroupParts =>
    [
        new("group-internet-ports", "8443 over IPv6", stack => stack.Ports(PublicRuleOfIPv6, 8443))
            { Also = ["way-admits-visitors", "way-acl-in"] },
        new("group-internet-ports", "8443 for half the internet", stack =>
            stack.Ports(PublicRule, 8443).Set(PublicRule, "cidrIpv4", "128.0.0.0/1"))
            { Also = ["way-admits-visitors", "way-acl-in"] },
        new("group-sensitive-ports", "SSH over IPv6", stack => stack.Ports(PublicRuleOfIPv6, 22))
            { Also = ["group-internet-ports", "way-admits-visitors", "way-acl-in"] },
        .. from block in new[] { "cidrIpv4 0.0.0.0/1", "cidrIpv4 10.0.0.0/7", "cidrIpv6 ::/0", "cidrIpv6 2000::/3", "cidrIpv6 fc00::/6" }
           let words = block.Split(' ')
           select new ControlCase("group-no-internet-ingress", words[1], stack => stack
               .Set("access-load-balancer-https-from-203.0.113.0-24", "cidrIpv4", null)
               .Set("access-load-balancer-https-from-203.0.113.0-24", words[0], words[1]))
           {
               Stack = RecordedStacks.Closed,
               // Its ACLs have no rules of IPv6.
               Also = ["way-admits-visitors", .. words[0] == "cidrIpv6" ? ["way-acl-in"] : NoMore],
           },
        new("group-servers-by-reference", "an address of IPv6", stack => stack
            .Set(ServerIngress, "referencedSecurityGroupId", null).Set(ServerIngress, "cidrIpv6", "fd00::/8"))
            { Also = ["hop-into-servers"] },
        new("group-servers-by-reference", "a prefix list", stack => stack
            .Set(ServerIngress, "referencedSecurityGroupId", null).Set(ServerIngress, "prefixListId", "pl-0"))
            { Also = ["hop-into-servers"] },
        new("group-egress-narrow", "half the internet", stack => stack.Set(ToS3, "cidrIpv4", "128.0.0.0/1"))
            { Also = ["hop-rule-owned"] },
        new("group-egress-all", "over IPv6", stack => stack.Set(ToS3, "cidrIpv6", "::/0").Set(ToS3, "ipProtocol", "-1"))
            { Also = ["group-egress-narrow", "group-egress-https", "hop-rule-owned", "sound-group-rules"] },
        new("group-egress-https", "plain HTTP over IPv6", stack => stack.Set(ToS3, "cidrIpv6", "::/0").Ports(ToS3, 80))
            { Also = ["group-egress-narrow", "hop-rule-owned", "exit-open"] },
        new("group-standalone-rules", "one of the older kind", stack => stack.Add(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            ("securityGroupId", stack.Named("access-server").Id!), ("type", "ingress"), ("protocol", "tcp"),
            ("fromPort", 22d), ("toPort", 22d), ("cidrBlocks", List("0.0.0.0/0")))),
        new("group-described", "an empty text", stack => stack.Set("access-endpoint", "description", "")),
        new("group-described", "a rule outwards", stack => stack.Set("access-server-to-endpoint", "description", null)),
        new("group-attached", "no endpoint has it", stack => stack
            .Set("endpoints-ssm", "securityGroupIds", List(stack.Named("access-server").Id!))
            .Set("endpoints-ssmmessages", "securityGroupIds", List(stack.Named("access-server").Id!)))
            { Also = ["exit-endpoint"] },
        new("sound-group-rules", "port 0", stack => stack.Ports(ToS3, 0)) { Also = ["exit-open"] },
    ];

    private static IEnumerable<ControlCase> AclParts =>
    [
        .. from port in new[] { 20, 21, 22 }
           select new ControlCase("acl-administration-ports", $"{port} alone", stack =>
               stack.OneMore("net-acls-public-in-https", 212).Ports("net-acls-public-in-https-2", port)),
        new("acl-administration-ports", "22 for half the internet", stack => stack
            .OneMore("net-acls-public-in-https", 212).Ports("net-acls-public-in-https-2", 22)
            .Set("net-acls-public-in-https-2", "cidrBlock", "128.0.0.0/1")),
        new("acl-administration-ports", "a range from 3389 on", stack =>
            stack.Set("net-acls-private-in-https-answers-1", "fromPort", 3389d)),
        new("acl-administration-ports", "every protocol", stack => stack
            .OneMore("net-acls-public-in-https", 212).Set("net-acls-public-in-https-2", "protocol", "-1"))
            { Also = ["acl-named-ports", "sound-acl-rules"] },
        .. from protocol in new[] { "all", "tcp", "udp", "17", "6" }
           select new ControlCase("acl-named-ports", $"from 0 by {protocol}", stack => stack
               .OneMore(ToServers, 312).Set($"{ToServers}-2", "protocol", protocol).Set($"{ToServers}-2", "fromPort", 0d))
               { Also = ["sound-acl-rules"] },
        new("acl-named-ports", "no protocol", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "protocol", null))
            { Also = ["sound-acl-rules"] },
        new("acl-servers-narrow", "everyone in over IPv6", stack => stack
            .OneMore("net-acls-private-in-load-balancer-http", 112)
            .Set("net-acls-private-in-load-balancer-http-2", "cidrBlock", null)
            .Set("net-acls-private-in-load-balancer-http-2", "ipv6CidrBlock", "::/0")),
        new("acl-servers-narrow", "out to 1023", stack => stack
            .OneMore("net-acls-private-out-https", 201).Ports("net-acls-private-out-https-2", 1023)),
        new("acl-servers-narrow", "out to 443 and one more", stack => stack
            .OneMore("net-acls-private-out-https", 201).Set("net-acls-private-out-https-2", "toPort", 444d))
            { Also = ["sound-acl-rules"] },
        new("acl-servers-narrow", "out to 443 and one less", stack => stack
            .OneMore("net-acls-private-out-https", 201).Set("net-acls-private-out-https-2", "fromPort", 442d))
            { Also = ["sound-acl-rules"] },
        new("acl-servers-narrow", "answers of everyone to 1024", stack => stack
            .OneMore("net-acls-public-in-server-answers-0", 302).Ports("net-acls-public-in-server-answers-0-2", 1024)
            .Set("net-acls-public-in-server-answers-0-2", "cidrBlock", "0.0.0.0/0")),
        new("acl-path-mtu", "not inwards", stack => stack.Without("net-acls-public-in-too-big")),
        new("acl-path-mtu", "not inwards over IPv6", stack => stack.Without("net-acls-public-in-too-big-ipv6")),
        new("acl-path-mtu", "not outwards over IPv6", stack => stack.Without("net-acls-public-out-too-big-ipv6")),
        new("acl-path-mtu", "another type", stack => stack.Set("net-acls-public-in-too-big", "icmpType", 4d)),
        new("acl-path-mtu", "another protocol", stack => stack.Set("net-acls-public-in-too-big", "protocol", "58")),
        new("acl-path-mtu", "another type over IPv6", stack => stack.Set("net-acls-public-in-too-big-ipv6", "icmpType", 1d)),
        new("acl-path-mtu", "another code over IPv6", stack => stack.Set("net-acls-public-in-too-big-ipv6", "icmpCode", 1d)),
        new("acl-path-mtu", "from some over IPv6", stack => stack.Set("net-acls-public-in-too-big-ipv6", "ipv6CidrBlock", "2001:db8::/32")),
        new("acl-path-mtu", "denied outwards over IPv6", stack => stack.Set("net-acls-public-out-too-big-ipv6", "ruleAction", "deny"))
            { Also = ["acl-allow-only"] },
    ];

    private static IReadOnlyList<ControlCase> AclRuleParts =>
    [
        new("sound-acl-rules", "number 0", stack => stack.OneMore(ToServers, 0)),
        new("sound-acl-rules", "a number beyond the last", stack => stack.OneMore(ToServers, 32767)),
        new("sound-acl-rules", "no number", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "ruleNumber", null)),
        new("sound-acl-rules", "no action", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "ruleAction", null))
            { Also = ["acl-allow-only"] },
        new("sound-acl-rules", "no direction", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "egress", null)),
        new("sound-acl-rules", "no block", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "cidrBlock", null)),
        new("sound-acl-rules", "no addresses", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "cidrBlock", "10.0.128.0")),
        new("sound-acl-rules", "UDP", stack => stack.OneMore(ToServers, 312).Set($"{ToServers}-2", "protocol", "17")),
        new("sound-acl-rules", "port 0", stack => stack.OneMore(ToServers, 312).Ports($"{ToServers}-2", 0)) { Also = ["acl-named-ports"] },
        new("sound-acl-rules", "a range from 1023", stack => stack
            .OneMore(ToServers, 312).Set($"{ToServers}-2", "fromPort", 1023d).Set($"{ToServers}-2", "toPort", 1024d)),
        new("sound-acl-rules", "a range turned around", stack => stack
            .OneMore(ToServers, 312).Set($"{ToServers}-2", "fromPort", 1025d).Set($"{ToServers}-2", "toPort", 1024d)),
        new("sound-acl-rules", "a port beyond the last", stack => stack
            .OneMore(ToServers, 312).Set($"{ToServers}-2", "fromPort", 1024d).Set($"{ToServers}-2", "toPort", 65536d)),
        new("sound-acl-rules", "ICMP of no type", stack => stack
            .OneMore("net-acls-public-in-too-big", 602).Set("net-acls-public-in-too-big-2", "icmpType", null)),
        new("sound-acl-rules", "ICMP of no code", stack => stack
            .OneMore("net-acls-public-in-too-big-ipv6", 602).Set("net-acls-public-in-too-big-ipv6-2", "icmpCode", null)),
        new("sound-acl-rules", "others inside the ACL, inwards", stack => stack.Set("net-acls-public", "ingress", Everything)),
        new("sound-acl-rules", "others inside the ACL, outwards", stack => stack.Set("net-acls-private", "egress", Everything)),
    ];

    private static IReadOnlyList<ControlCase> SoundParts =>
    [
        new("sound-on-internet", "not said", stack => stack.Set("web-alb", "internal", null)),
        new("sound-acl-subnets", "two", stack => stack.Twice("net-acls-private-a")) { Also = ["healing-network-first"] },
        new("sound-acl-subnets", "of another stack", stack => stack.Set("net-acls-private-a", "networkAclId", "acl-0")),
        new("sound-endpoint", "no service", stack => stack.Set("endpoints-ssmmessages", "serviceName", null)) { Also = ["endpoint-ssm"] },
    ];

    private static IEnumerable<ControlCase> BucketParts =>
    [
        new("bucket-lifecycle", "versions for ever", stack =>
            stack.Set("site-storage-lifecycle", "rules.0.noncurrentVersionExpiration", null)),
        new("bucket-keeps-site", "on a date", stack =>
            stack.Set("site-storage-lifecycle", "rules.0.expiration", Map(("date", "2030-01-01T00:00:00Z")))),
        new("bucket-keeps-site", "by a second rule", stack => stack.Set("site-storage-lifecycle", "rules", List(
            stack.Named("site-storage-lifecycle").Find("rules.0")!, Map(("status", "Enabled"), ("expiration", Map(("days", 1d))))))),
        .. from kind in new[] { "accessLogs", "connectionLogs", "healthCheckLogs" }
           select new ControlCase("bucket-log-delivery", $"a key of KMS for {kind} alone", stack => stack
               .Set("web-alb", $"{kind}.bucket", stack.Named("site-storage-bucket").Id)
               .Set("site-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms")),
    ];

    private static IEnumerable<ControlCase> BucketPolicies =>
    [
        new("bucket-tls-only", "the bucket left out", stack =>
            stack.Replace(SitePolicy, "policy", "\"arn:aws:s3:::site-storage-bucket-9e805a0\",", "")),
        new("bucket-tls-only", "some requests", stack => stack.Replace(SitePolicy, "policy", "\"s3:*\"", "\"s3:GetObject\"")),
        new("bucket-tls-only", "for one account", stack =>
            stack.Replace(SitePolicy, "policy", "\"*\"}", "\"arn:aws:iam::210987654321:root\"}")),
        new("bucket-tls-only", "under a further condition", stack => stack.Replace(
            SitePolicy, "policy", "\"Bool\":{", "\"Bool\":{\"aws:ViaAWSService\":\"false\",")),
        new("bucket-tls-only", "by another test", stack => stack.Replace(SitePolicy, "policy", "\"Bool\"", "\"BoolIfExists\"")),
        new("bucket-tls-only", "no denial", stack => stack.Replace(SitePolicy, "policy", "\"Deny\"", "\"Allow\""))
            { Also = ["bucket-policy-narrow"] },
        .. from action in new[] { "DeleteBucketPolicy", "PutBucketAcl", "PutEncryptionConfiguration", "PutObjectAcl" }
           select new ControlCase("bucket-policy-narrow", $"to {action}", stack =>
               stack.Replace(LogsPolicy, "policy", "\"s3:PutObject\"", $"\"s3:{action}\"")),
        new("bucket-policy-narrow", "to all but one action", stack =>
            stack.Replace(LogsPolicy, "policy", "\"Action\":[\"s3:PutObject\"]", "\"NotAction\":[\"s3:GetObject\"]")),
        new("bucket-policy-narrow", "all but one service", stack => stack.Replace(
            LogsPolicy, "policy", "\"Principal\":{\"Service\":\"logging.s3", "\"NotPrincipal\":{\"Service\":\"logging.s3")),
        new("bucket-policy-narrow", "without a condition", stack =>
            stack.Replace(LogsPolicy, "policy", $",\"Condition\":{{{OfThisAccount}}}", "")),
        .. from test in LooseTests
           select new ControlCase("bucket-policy-narrow", test.What, stack =>
               stack.Replace(LogsPolicy, "policy", OfThisAccount, test.Condition)),
    ];

    // Each is a condition, but none that keeps a statement to this account.
    private static (string What, string Condition)[] LooseTests =>
    [
        ("for whoever comes by TLS", "\"Bool\":{\"aws:SecureTransport\":\"true\"}"),
        ("for another account", "\"StringEquals\":{\"aws:SourceAccount\":\"210987654321\"}"),
        ("for two accounts", "\"StringEquals\":{\"aws:SourceAccount\":[\"123456789012\",\"210987654321\"]}"),
        ("for all but this account", "\"StringNotEquals\":{\"aws:SourceAccount\":\"123456789012\"}"),
        ("for resources of this account", "\"StringEquals\":{\"aws:ResourceAccount\":\"123456789012\"}"),
        ("for no account as well", "\"StringEqualsIfExists\":{\"aws:SourceAccount\":\"123456789012\"}"),
    ];

    private static IEnumerable<ControlCase> TopicPolicies =>
    [
        new("topic-customer-key", "none", stack => stack.Set("alerts-topic", "kmsMasterKeyId", null)),
        new("topic-tls-only", "of another topic", stack => stack.Replace(
            "alerts-policy", "policy", "62025e8\"],\"Condition\":{\"Bool\"", "other\"],\"Condition\":{\"Bool\"")),
        new("topic-tls-only", "for one account", stack =>
            stack.Replace("alerts-policy", "policy", "{\"AWS\":\"*\"}", "{\"AWS\":\"arn:aws:iam::210987654321:root\"}")),
        new("topic-not-public", "another account too", stack =>
            stack.Admitting("{\"AWS\":\"arn:aws:iam::210987654321:root\"}", "\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        .. from test in LooseTests
           select new ControlCase("topic-not-public", $"everyone, {test.What}", stack => stack.Admitting("\"*\"", test.Condition)),
        .. from test in LooseTests
           select new ControlCase("topic-not-public", $"a service, {test.What}", stack =>
               stack.Admitting("{\"Service\":\"events.amazonaws.com\"}", test.Condition)),
    ];

    private static IReadOnlyList<ControlCase> SettingParts =>
    [
        new("settings-scaling", "another number of requests", stack =>
            stack.Set("fleet-scaling-requests", $"{Tracking}.targetValue", 999d)),
        new("settings-scaling", "requests that nobody named", stack => stack
            .Twice("fleet-scaling-cpu").Set("fleet-scaling-cpu-2", $"{Metric}.predefinedMetricType", "ALBRequestCountPerTarget"))
            { Stack = RecordedStacks.Dev, Also = ["load-metric"] },
        new("settings-ipv6", "IPv6 that nobody asked for", stack => stack.Set("web-alb", "ipAddressType", "dualstack"))
            { Stack = RecordedStacks.Closed, Also = ["acl-path-mtu", "way-internet-route", "way-admits-visitors", "way-names"] },
        new("settings-firewall", "none", stack => stack.Without(node => node.Type.StartsWith("aws:wafv2/", StringComparison.Ordinal)))
            { Also = ["alb-waf"] },
        new("settings-firewall", "no limit", stack => stack.Set("waf-acl", "rules.1", null)),
        new("settings-firewall", "two limits", stack => stack.Set("waf-acl", "rules", List(
            [
                .. stack.Named("waf-acl").Items("rules"),
                Map(
                    ("name", "More"), ("priority", 4d), ("action", Map(("block", Map()))),
                    ("statement", Map(("rateBasedStatement", Map(("aggregateKeyType", "IP"), ("limit", 2000d))))),
                    ("visibilityConfig", Map(
                        ("cloudwatchMetricsEnabled", true), ("metricName", "More"), ("sampledRequestsEnabled", false)))),
            ]))),
        new("settings-firewall", "one that nobody asked for", stack => stack.Add("aws:wafv2/webAcl:WebAcl"))
        {
            Stack = () => Graphs.Of("prod", "waf=false"),
            Also =
            [
                "waf-rules", "waf-known-bad-inputs", "waf-rules-complete", "waf-no-samples", "waf-managed-groups", "waf-metrics",
                "waf-logging", "delivery-waf",
            ],
        },
        new("settings-protection", "objects may", stack => stack.Set("logs-storage-bucket", "forceDestroy", true))
            { Also = ["bucket-kept"] },
        new("settings-protection", "a load balancer that nobody protects", stack => stack.Set("web-alb", "enableDeletionProtection", true))
            { Stack = RecordedStacks.Dev },
        new("settings-protection", "a bucket that nobody protects", stack => stack.Set("logs-storage-bucket", "forceDestroy", false))
            { Stack = RecordedStacks.Dev },
        new("settings-protection", "a group that nobody protects", stack => stack.Set(Group, "forceDelete", false))
            { Stack = RecordedStacks.Dev },
        new("settings-alarm-email", "of another topic", stack =>
            stack.Set("alerts-email", "topic", "arn:aws:sns:eu-west-1:123456789012:other")),
        new("settings-log-retention", "requests for ever", stack => stack.Set("logs-storage-lifecycle", "rules.0.expiration", null)),
        new("settings-zones", "no visitors in one", stack => stack.Set("web-alb", "subnets.2", null))
            { Also = ["zones-match", "acl-servers-narrow"] },
        new("settings-promises", "noticed later", stack => stack.WithOutput("secondsToNoticeSickServer", 1d)),
        new("settings-promises", "replaced later", stack => stack.WithOutput("secondsToReplaceSickServer", 1d)),
    ];

    private static IReadOnlyList<ControlCase> TagParts =>
    [
        new("tags-resources", "another project's", stack => stack.Set("web-alb", "tags.Project", "shop")),
        new("tags-resources", "by hand", stack => stack.Set("web-alb", "tags.ManagedBy", "hand")),
        new("tags-group", "another project's", stack => stack.Set(Group, "tags.0.value", "shop")),
        new("tags-group", "by hand", stack => stack.Set(Group, "tags.2.value", "hand")),
        new("tags-launched", "network interfaces", stack => stack.Set(Template, "tagSpecifications.2", null)),
        new("tags-launched", "disks of another stack", stack => stack.Set(Template, "tagSpecifications.1.tags.Environment", "dev")),
    ];

    private static IEnumerable<ControlCase> TaggedTypes =>
    [
        .. from type in new[]
           {
               TypeToken.Bucket, TypeToken.BucketObject, TypeToken.Certificate, TypeToken.DefaultSecurityGroup, TypeToken.FlowLog,
               TypeToken.IamPolicy, TypeToken.InstanceProfile, TypeToken.InternetGateway, TypeToken.KmsKey, TypeToken.LaunchTemplate,
               TypeToken.Listener, TypeToken.LogGroup, TypeToken.MetricAlarm, TypeToken.NetworkAcl, TypeToken.Role,
               TypeToken.RouteTable, TypeToken.SecurityGroup, TypeToken.SecurityGroupEgressRule, TypeToken.SecurityGroupIngressRule,
               TypeToken.Subnet, TypeToken.TargetGroup, TypeToken.Topic, TypeToken.VpcEndpoint, TypeToken.WebAcl,
           }
           select Untagged(type),
        Untagged(TypeToken.Eip) with { Stack = RecordedStacks.Nat },
        Untagged(TypeToken.NatGateway) with { Stack = RecordedStacks.Nat },
    ];

    private static IReadOnlyList<ControlCase> FirewallParts =>
    [
        new("waf-rules", "a group without an action", stack => stack.Set("waf-acl", "rules.3.overrideAction", null))
            { Also = ["waf-rules-complete"] },
        new("waf-rules-complete", "counts who asks too often", stack =>
            stack.Set("waf-acl", "rules.1.action", Map(("count", Map())))),
        new("waf-rules-complete", "limits some requests", stack => stack.Set(
            "waf-acl", "rules.1.statement.rateBasedStatement.scopeDownStatement",
            Map(("geoMatchStatement", Map(("countryCodes", List("DE"))))))),
        new("waf-rules-complete", "a group of another vendor", stack =>
            stack.Set("waf-acl", "rules.3.statement.managedRuleGroupStatement.vendorName", "Others")),
        new("waf-rules-complete", "a group that AWS has not", stack =>
            stack.Set("waf-acl", "rules.3.statement.managedRuleGroupStatement.name", "CommonRuleSet"))
            { Also = ["waf-managed-groups"] },
        new("waf-rules-complete", "a priority below zero", stack => stack.Set("waf-acl", "rules.0.priority", -1d)),
        new("waf-no-samples", "not said of a rule", stack => stack.Set("waf-acl", "rules.1.visibilityConfig.sampledRequestsEnabled", null)),
        new("waf-logging", "passwords", stack => stack.Set("waf-logging", "redactedFields.0", null)),
    ];

    private static IReadOnlyList<ControlCase> BootParts =>
    [
        new("web-configured", "another shell", stack => stack.Rewritten("#!/bin/bash\nset -Eeuo", "#!/bin/sh\nset -Eeuo")),
        new("web-site", "another key", stack => stack.Rewritten("\nsite_key='", "\nsite_key='old-")),
        new("web-site", "another archive", stack => stack.Rewritten("\nsite_hash='", "\nsite_hash='0")),
        new("web-site", "another region", stack => stack.Rewritten("\nregion='eu-west-1'", "\nregion='eu-west-2'")),
        new("web-site", "follows another bucket", stack => stack.Rewritten("--bucket 'site-storage", "--bucket 'old-storage"))
            { Stack = RecordedStacks.Live },
        new("web-application", "another key", stack => stack.Rewritten("\napplication_key='", "\napplication_key='old-"))
            { Stack = RecordedStacks.Application },
        new("web-application", "another bucket", stack => stack.Rewritten("\nsite_bucket='", "\nsite_bucket='old-"))
            { Stack = RecordedStacks.Application, Also = ["web-site"] },
        new("web-application", "another region", stack => stack.Rewritten("\nregion='eu-west-1'", "\nregion='eu-west-2'"))
            { Stack = RecordedStacks.Application, Also = ["web-site"] },
        new("web-application", "no unit", stack => stack.Rewritten("cat > /etc/systemd/system/application.service", "cat > /dev/null"))
            { Stack = RecordedStacks.Application },
        new("web-application", "a unit without a command", stack => stack.Rewritten("\nExecStart=", "\nExecStop="))
            { Stack = RecordedStacks.Application },
        new("web-application", "told another port", stack => stack.Rewritten("\nEnvironment=\"PORT=8080\"", "\nEnvironment=\"PORT=8082\""))
            { Stack = RecordedStacks.Application },
        new("web-listens", "with TLS", stack => stack.Rewritten("listen 80 default", "listen 80 ssl default"))
            { Stack = RecordedStacks.Dev },
        new("web-health", "another path of nginx", stack => stack.Rewritten("location = \"/health\"", "location = \"/up\"")),
        new("web-health", "every path below", stack => stack.Rewritten("location = \"/health\"", "location \"/health\"")),
        new("web-health", "another path of the script", stack =>
            stack.Rewritten("health_check_path='/health'", "health_check_path='/up'")),
        new("web-hides-version", "by default", stack => stack.Rewritten("server_tokens off;", "")),
        new("web-hides-version", "a list of files", stack => stack.Rewritten("index index.html;", "index index.html; autoindex on;")),
        new("web-hides-version", "a list of files in capitals", stack =>
            stack.Rewritten("index index.html;", "index index.html; autoindex ON;")),
    ];

    private static IReadOnlyList<ControlCase> TlsParts =>
    [
        new("web-tls-ciphers", "of nginx", stack => stack.Rewritten("ssl_ciphers ", "ssl_ecdh_curve ")),
        new("web-tls-ciphers", "no forward secrecy", stack => stack.Rewritten("ssl_ciphers ", "ssl_ciphers AES128-GCM-SHA256:")),
        new("web-tls-ciphers", "no forward secrecy, by the other name", stack =>
            stack.Rewritten("ssl_ciphers ", "ssl_ciphers TLS_RSA_WITH_AES_128_CBC_SHA:")),
        new("web-tls-key", "another key", stack =>
            stack.Rewritten("ssl_certificate_key /etc/nginx/tls/server.key", "ssl_certificate_key /tmp/a")),
        new("web-tls-key", "no certificate", stack => stack.Rewritten("ssl_certificate /etc/nginx/tls/server.crt;", "")),
        new("web-tls-key", "tickets by default", stack => stack.Rewritten("ssl_session_tickets off;", "")),
    ];

    private static object Everything => List(Map(("protocol", "-1"), ("ruleNo", 1d), ("action", "allow"), ("cidrBlock", "0.0.0.0/0")));

    private static ControlCase Untagged(string type) => new("tags-resources", $"none on a {type.Split(':')[1]}", stack =>
        stack.Set(stack.OfType(type).First(), "tags", null));

    private static ResourceGraph Ports(this ResourceGraph stack, string rule, double port) =>
        stack.Set(rule, "fromPort", port).Set(rule, "toPort", port);

    private static ResourceGraph OneMore(this ResourceGraph stack, string rule, double number) =>
        stack.Twice(rule).Set($"{rule}-2", "ruleNumber", number);

    private static ResourceGraph Admitting(this ResourceGraph stack, string principal, string condition) => stack.Replace(
        "alerts-policy", "policy", "\"Statement\":[", "\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
        + ",\"Action\":\"sns:Subscribe\",\"Resource\":\"*\",\"Condition\":{" + condition + "}},");
}

using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Several faults of which one is told, and one fault among what is right.</summary>
internal static partial class BreakingCases
{
    private static IEnumerable<ControlCase> Several =>
    [
        new("certificate-self-signed", "for neither use", stack =>
            stack.Set("cert-self-signed-cert", "allowedUses", List("key_encipherment"))) { Stack = RecordedStacks.Dev },
        new("certificate-no-wildcard", "both names", stack => stack
            .Set("cert-issued", "domainName", "*.example.com")
            .Set("cert-issued", "subjectAlternativeNames", List("*.example.net"))) { Also = ["way-certificate"] },
        new("way-listeners", "neither", stack => stack.Without("web-https").Without("web-http"))
            { Also = ["hop-attached", "hop-out-of-load-balancer", "load-metric"] },
        new("hop-attached", "no listener", stack => stack.Without("web-https"))
            { Also = ["way-listeners", "hop-out-of-load-balancer", "load-metric"] },
        .. from control in new[] { "hop-acl", "acl-both-ports" }
           select new ControlCase(control, "neither out nor in", stack =>
               stack.Without(ToServers).Without("net-acls-private-in-load-balancer-https"))
           {
               Also = [control == "hop-acl" ? "acl-both-ports" : "hop-acl"],
           },
        new("exit-nat-acl", "neither in nor out", stack => stack
            .Without("net-acls-public-in-nat")
            .Without(node => node.Kind == "NetworkAclRule" && node.Name.StartsWith("net-acls-public-") && node.IsTrue("egress")
                && node.Text("cidrBlock") == "0.0.0.0/0" && node.Number("fromPort") == 443))
        {
            Stack = async () => (await RecordedStacks.Nat()).Without("net-acls-public-in-https"),
        },
        new("exit-endpoint", "neither in nor out", stack =>
            stack.Without("net-acls-private-in-endpoints").Without("net-acls-private-out-https")) { Also = ["exit-acl"] },
        new("exit-endpoint", "not out", stack => stack.Without("net-acls-private-out-https")) { Also = ["exit-acl"] },
        new("exit-s3-route", "an interface", stack => stack.Set("net-s3", "vpcEndpointType", "Interface"))
            { Also = ["endpoint-s3-gateway", "endpoint-private-dns", "exit-open", "exit-endpoint", "exit-endpoint-own"] },
        new("way-names", "IPv6 that it has not", stack => stack.Set("web-alb", "ipAddressType", "ipv4")),
        new("acl-servers-narrow", "a subnet without the load balancer", stack => stack.Set("web-alb", "subnets.2", null))
            { Also = ["zones-match"] },
        new("acl-administration-ports", "all protocols", stack => stack
            .OneMore("net-acls-public-in-https", 212).Set("net-acls-public-in-https-2", "protocol", "all"))
            { Also = ["acl-named-ports", "sound-acl-rules"] },
        new("hop-security-groups", "none on servers", stack => stack.Set(Template, "networkInterfaces.0.securityGroups", null))
            { Also = ["group-attached", "hop-into-servers", "exit-open", "exit-endpoint"] },
        new("group-internet-ports", "from no port", stack => stack.Set(PublicRule, "fromPort", null))
            { Also = ["way-admits-visitors", "way-acl-in", "sound-group-rules"] },
        new("group-internet-ports", "to no port", stack => stack.Set(PublicRule, "toPort", null))
            { Also = ["way-admits-visitors", "sound-group-rules"] },
        new("certificate-strong-key", "imported, a short curve alone", stack => stack
            .Set("cert-self-signed-key", "rsaBits", null)
            .Set("cert-self-signed-key", "algorithm", "ECDSA").Set("cert-self-signed-key", "ecdsaCurve", "P224"))
            { Stack = RecordedStacks.Dev },
        new("role-trust-account", "EC2 and another", stack => stack.Replace(
            "fleet-identity-role", "assumeRolePolicy", "\"ec2.amazonaws.com\"", "[\"ec2.amazonaws.com\",\"delivery.logs.amazonaws.com\"]"))
            { Also = ["role-trust"] },
        new("topic-not-public", "another account beside this one", stack => stack.Admitting(
            "{\"AWS\":[\"arn:aws:iam::123456789012:root\",\"arn:aws:iam::210987654321:root\"]}",
            "\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("bucket-log-delivery", "of one of two load balancers", stack => stack.Set(
            "logs-storage-encryption", "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms"))
            { Stack = TwoLoadBalancers },
        new("dashboard-own", "no widgets", stack => stack.Set("watch-dashboard", "dashboardBody", "{}")),
        new("load-metric", "none", stack => stack.Set("fleet-scaling-cpu", $"{Metric}.predefinedMetricType", null))
            { Also = ["load-processor", "load-target"] },
        new("policy-scoped", "one parameter and all", stack => stack.Replace(
            ServerPolicy, "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ssm:GetParameter\","
            + "\"Resource\":[\"arn:aws:ssm:eu-west-1:123456789012:parameter/a\",\"*\"]},")),
        new("policy-kms-scoped", "one key and all", stack => stack.Replace(
            ServerPolicy, "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\","
            + "\"Resource\":[\"arn:aws:kms:eu-west-1:123456789012:key/a\",\"*\"]},")) { Also = ["policy-scoped"] },
        new("alarms-complete", "another namespace and no label", stack => stack
            .Set("watch-more-than-three-servers", "metricQueries.1.metric.namespace", "AWS/EC2Spot")
            .Set("watch-more-than-three-servers", "metricQueries.0.label", null)),
        new("grant-server-logs", "neither role nor endpoint", stack => stack
            .Replace(ServerPolicy, "policy", "logs:PutLogEvents", "logs:GetLogEvents")
            .Replace("endpoints-logs", "policy", "logs:PutLogEvents", "logs:GetLogEvents")) { Stack = RecordedStacks.Application },
        new("settings-scaling", "both targets", stack => stack
            .Set("fleet-scaling-cpu", $"{Tracking}.targetValue", 90d).Set("fleet-scaling-requests", $"{Tracking}.targetValue", 999d)),
        new("settings-log-retention", "requests for ever, of one of two load balancers", stack =>
            stack.Set("logs-storage-lifecycle", "rules.0.expiration", null)) { Stack = TwoLoadBalancers },
        new("web-listens", "without TLS, of one of two groups", stack => stack.Rewritten("listen 443 ssl", "listen 443"))
        {
            Stack = async () => (await RecordedStacks.Prod()).Twice(Group).Set($"{Group}-2", "launchTemplate.id", "lt-0"),
        },
        new("web-site", "another version beside an application", stack => stack.Rewritten("site_version='", "site_version='0"))
            { Stack = RecordedStacks.Application },
        new("web-health", "another path of nginx beside an application", stack =>
            stack.Rewritten("location = \"/health\"", "location = \"/up\"")) { Stack = RecordedStacks.Application },
        new("inputs-not-empty", "two", stack => stack.Set("net-vpc", "zones", "").Set("net-vpc", "instanceTenancy", "")),
        new("load-own-group", "none", stack => stack.Set("fleet-scaling-requests", "autoscalingGroupName", null))
            { Also = ["load-metric"] },
        new("server-ebs-optimized", "off, of no type", stack => stack
            .Set(Template, "ebsOptimized", "false").Set(Template, "instanceType", null)) { Also = ["server-image"] },
        new("alb-cross-zone", "off, of a gateway", stack => stack.Set("web-alb", "loadBalancerType", "gateway"))
            { Also = ["sound-on-internet"] },
    ];

    // Only the first has logs.
    private static async Task<ResourceGraph> TwoLoadBalancers() => (await RecordedStacks.Prod()).Twice("web-alb")
        .Set("web-alb-2", "accessLogs", null).Set("web-alb-2", "connectionLogs", null).Set("web-alb-2", "healthCheckLogs", null);
}

using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string Targets = "web-servers";
    private const string ServerIngress = "access-server-from-load-balancer-443";

    private static ControlCase[] Ways =>
    [
        .. WayIn, .. WayToServers, .. WayOut, .. WebServer,
    ];

    private static ControlCase[] WayIn =>
    [
        new("way-one-vpc", "another VPC", stack => stack.Set("net-acls-public", "vpcId", "vpc-0")),
        new("way-one-vpc", "none", stack => stack.Set("net-public-internet", "vpcId", null)) { Also = ["way-internet-route"] },
        new("way-subnet-addresses", "shared", stack => stack.Set("net-public-b", "cidrBlock", "10.0.0.0/20")),
        new("way-subnet-addresses", "not the VPC's", stack => stack.Set("net-public-b", "cidrBlock", "10.1.0.0/20"))
            { Also = ["hop-acl", "acl-both-ports"] },
        new("way-internet-route", "private subnets", stack => stack.Set("web-alb", "subnets", List(
            stack.Named("net-private-a").Id!, stack.Named("net-private-b").Id!, stack.Named("net-private-c").Id!)))
            { Also = ["way-acl-in", "hop-template", "sound-on-internet", "acl-servers-narrow", "acl-path-mtu", "acl-both-ports"] },
        new("way-internet-route", "no route", stack => stack.Without("net-public-to-internet")),
        new("way-internet-route", "none over IPv6", stack => stack.Without("net-public-to-internet-ipv6")),
        new("way-internet-route", "a table of its own", stack => stack.Without("net-public-b-association")),
        new("way-internet-route", "of one block only", stack => stack.Set("net-public-to-internet", "destinationCidrBlock", "10.0.0.0/8")),
        new("way-listeners", "no HTTPS", stack => stack.Without("web-https"))
            { Also = ["hop-attached", "hop-out-of-load-balancer", "load-metric"] },
        new("way-listeners", "no HTTP", stack => stack.Without("web-http")),
        new("way-listeners", "on another port", stack => stack.Set("web-https", "port", 8443d)),
        new("way-listener-owned", "another's", stack => stack.Set("web-http", "loadBalancerArn", "arn:a")) { Also = ["way-listeners"] },
        new("way-admits-visitors", "to 80 only", stack => stack.Without(PublicRule)),
        new("way-admits-visitors", "to 443 only", stack => stack.Without("access-load-balancer-http-from-0.0.0.0-0")),
        new("way-admits-visitors", "nobody", stack => stack.Without(node => node.Name.StartsWith("access-load-balancer-https-from"))),
        new("way-acl-in", "not in", stack => stack.Without("net-acls-public-in-https")),
        new("way-acl-in", "no answers", stack => stack.Without("net-acls-public-out-answers-ipv6")),
        new("way-acl-in", "denied before", stack => stack.Set("net-acls-public-in-https", "ruleAction", "deny"))
            { Also = ["acl-allow-only"] },
        new("way-forward", "another target group", stack => stack.Set("web-https", "defaultActions.0.targetGroupArn", "arn:a"))
            { Also = ["hop-attached", "hop-out-of-load-balancer", "load-metric"] },
        new("way-forward", "a fixed answer", stack => stack.Set("web-https", "defaultActions.0.type", "fixed-response"))
            { Also = ["hop-attached", "hop-out-of-load-balancer", "load-metric"] },
        new("way-forward", "a rule", stack => stack.Add(
            "aws:lb/listenerRule:ListenerRule", ("listenerArn", stack.Named("web-https").Output("arn")!))),
        new("way-names", "no IPv6", stack => stack.Without("alias-ipv6")),
        new("way-names", "another zone", stack => stack.Set("alias-ipv4", "aliases.0.zoneId", "Z1")),
        new("way-names", "IPv4 for both", stack => stack.Set("alias-ipv6", "type", "A")),
        new("way-certificate", "not issued", stack => stack.With("web-https", node => node with
        {
            Dependencies = node.Dependencies.Remove(stack.Named("cert-validated").Urn),
        })),
        new("way-certificate", "another name", stack => stack.Set("cert-issued", "domainName", "www.example.net")),
        new("way-certificate", "another", stack => stack.Set(
            "web-https", "certificateArn", "arn:aws:acm:eu-west-1:123456789012:certificate/b"))
            { Also = ["alarm-certificate"] },
        new("way-proof", "another record", stack => stack.Set("cert-validated", "validationRecordFqdns.0", "a.www.example.com.")),
        new("way-proof", "leads elsewhere", stack => stack.Set("cert-validation", "records", List("example.net."))),
        new("way-proof", "another value than ACM asks for", stack =>
            stack.Set("cert-validation", "records", List("_other.acm-validations.aws."))),
        new("way-proof", "in another zone", stack => stack.Set("cert-validation", "zoneId", "Z1")),
    ];

    private static ControlCase[] WayToServers =>
    [
        new("hop-attached", "no servers", stack => stack.Set(Group, "targetGroupArns", List("arn:a")))
            { Also = ["hop-registers", "hop-into-servers", "load-metric"] },
        new("hop-registers", "none", stack => stack.Set(Group, "targetGroupArns", null))
            { Also = ["hop-attached", "hop-into-servers", "load-metric"] },
        new("hop-instances", "addresses", stack => stack.Set(Targets, "targetType", "ip")),
        new("hop-instances", "HTTP/2", stack => stack.Set(Targets, "protocolVersion", "HTTP2")),
        new("hop-instances", "sticky", stack => stack.Set(Targets, "stickiness.enabled", true)),
        new("hop-template", "another", stack => stack.Set(Group, "launchTemplate.id", "lt-0"))
            { Also = ["hop-security-groups", "hop-into-servers"] },
        new("hop-template", "a version to come", stack => stack.Set(Group, "launchTemplate.version", "2"))
            { Also = ["healing-pinned-version"] },
        new("hop-template", "another's subnet", stack => stack.Set(Group, "vpcZoneIdentifiers.2", "subnet-0")) { Also = ["sound-zones"] },
        new("hop-security-groups", "one for both", stack => stack.Set("web-alb", "securityGroups", List(stack.Named("access-server").Id!)))
            {
                Also =
                [
                    "group-servers-by-reference", "group-attached", "way-admits-visitors", "hop-out-of-load-balancer", "hop-into-servers",
                ],
            },
        new("hop-security-groups", "none", stack => stack.Set("web-alb", "securityGroups", null))
            { Also = ["group-servers-by-reference", "group-attached", "way-admits-visitors", "hop-out-of-load-balancer"] },
        new("hop-rule-owned", "another's group", stack => stack.Set("access-endpoint-from-server", "securityGroupId", "sg-0"))
            { Also = ["exit-endpoint"] },
        new("hop-rule-owned", "from nowhere", stack => stack.Set("access-load-balancer-https-from----0", "cidrIpv6", null))
            { Also = ["way-admits-visitors"] },
        new("hop-out-of-load-balancer", "another port", stack => stack
            .Set("access-load-balancer-to-server-443", "fromPort", 8443d).Set("access-load-balancer-to-server-443", "toPort", 8443d)),
        new("hop-out-of-load-balancer", "all ports", stack => stack.Set("access-load-balancer-to-server-443", "ipProtocol", "-1"))
            { Also = ["sound-group-rules"] },
        new("hop-into-servers", "another port", stack => stack.Set(ServerIngress, "fromPort", 80d).Set(ServerIngress, "toPort", 80d)),
        new("hop-into-servers", "a range", stack => stack.Set(ServerIngress, "toPort", 444d)) { Also = ["sound-group-rules"] },
        new("hop-into-servers", "from endpoints", stack =>
            stack.Set(ServerIngress, "referencedSecurityGroupId", stack.Named("access-endpoint").Id)),
        new("hop-acl", "not out", stack => stack.Without("net-acls-public-out-servers-https"))
            { Also = ["acl-both-ports"] },
        new("hop-acl", "no answers", stack => stack.Without("net-acls-private-out-load-balancer-answers"))
            { Also = ["acl-both-ports"] },
        new("hop-acl", "a part of the answers", stack => stack.Set("net-acls-private-out-load-balancer-answers", "fromPort", 32768d))
            { Also = ["acl-both-ports"] },
        new("hop-acl", "some servers", stack => stack.Set("net-acls-public-out-servers-https", "cidrBlock", "10.0.128.0/20"))
            { Also = ["acl-both-ports"] },
    ];

    private const string OwnAccountOnly = "\"StringEquals\":{\"aws:PrincipalAccount\":\"123456789012\"}";
    private const string AnyAccount = "\"Null\":{\"aws:PrincipalAccount\":\"false\"}";

    private const string AnyAccountToo =
        """{"Effect":"Allow","Principal":"*","Action":["ssm:GetParameter","s3:PutObject"],"Resource":"*","Condition":{"""
        + AnyAccount + "}}";

    private static ControlCase[] WayOut =>
    [
        new("exit-s3-route", "not from one subnet", stack => stack.Set("net-s3", "routeTableIds.1", null)),
        new("exit-s3-policy", "not the site", stack => stack.Replace("net-s3", "policy", "site-storage-bucket", "other-bucket")),
        new("exit-s3-policy", "no packages", stack =>
            stack.Replace("net-s3", "policy", "al2023-repos-eu-west-1", "al2023-repos-eu-west-2")),
        new("exit-s3-own", "anybody's credentials", stack =>
            stack.Replace("net-s3", "policy", "\"aws:PrincipalAccount\":\"123456789012\",", "")),
        new("exit-s3-own", "a bucket of anybody", stack =>
            stack.Replace("net-s3", "policy", ",\"aws:ResourceAccount\":\"123456789012\"", "")),
        new("exit-s3-own", "written too", stack => stack.Replace("net-s3", "policy", "s3:GetObjectVersion", "s3:*")),
        new("exit-s3-own", "packages written", stack => stack.Replace("net-s3", "policy", "[\"s3:GetObject\"]", "[\"s3:*\"]")),
        new("exit-s3-own", "every bucket", stack => stack.Replace("net-s3", "policy", "al2023-repos-eu-west-1-de612dc2/*", "*")),
        new("exit-endpoint-own", "no policy", stack => stack.Set("endpoints-ssm", "policy", null)),
        new("exit-endpoint-own", "of another account", stack =>
            stack.Replace("endpoints-ssm", "policy", "123456789012", "210987654321")),
        new("exit-endpoint-own", "not for servers", stack =>
            stack.Replace("endpoints-ssm", "policy", "ssm:UpdateInstanceInformation", "ssm:GetParameter")),
        new("exit-endpoint-own", "unsigned", stack => stack.Replace("endpoints-ssm", "policy", "StringEquals", "StringEqualsIfExists")),
        new("exit-endpoint-own", "whoever has an account", stack => stack.Replace("endpoints-ssm", "policy", OwnAccountOnly, AnyAccount)),
        new("exit-endpoint-own", "an account that is its own", stack =>
            stack.Replace("endpoints-ssm", "policy", "\"123456789012\"", "\"${aws:PrincipalAccount}\"")),
        new("exit-endpoint-own", "others too", stack => stack.Replace("endpoints-ssm", "policy", "[{", $"[{AnyAccountToo},{{")),
        new("exit-s3-own", "written too, by any account", stack => stack.Replace("net-s3", "policy", "[{", $"[{AnyAccountToo},{{")),
        new("exit-open", "no rule", stack => stack.Without("access-server-to-s3")),
        new("exit-open", "another list", stack => stack.Set("access-server-to-s3", "prefixListId", "pl-0")),
        new("exit-acl", "not out", stack => stack.Without("net-acls-private-out-https")) { Also = ["exit-endpoint"] },
        new("exit-acl", "no answers", stack => stack.Without("net-acls-private-in-https-answers-1")) { Also = ["exit-endpoint"] },
        new("exit-nat", "no address", stack => stack.Set("net-public-nat-a", "allocationId", null))
            { Stack = RecordedStacks.Nat, Also = ["eip-used"] },
        new("exit-nat", "a private gateway", stack => stack.Set("net-public-nat-a", "connectivityType", "private"))
            { Stack = RecordedStacks.Nat },
        new("exit-nat", "in a private subnet", stack => stack.Set("net-public-nat-a", "subnetId", stack.Named("net-private-a").Id))
            { Stack = RecordedStacks.Nat, Also = ["exit-nat-acl"] },
        new("exit-nat-acl", "not out", stack => stack.Without(node =>
            node.Kind == "NetworkAclRule" && node.Name.StartsWith("net-acls-public-") && node.IsTrue("egress")
            && node.Text("cidrBlock") == "0.0.0.0/0" && node.Number("fromPort") == 443)) { Stack = RecordedStacks.Nat },
        new("exit-endpoint", "a zone short", stack => stack.Set("endpoints-ssm", "subnetIds.0", null)),
        new("exit-endpoint", "admits nobody", stack => stack.Without("access-endpoint-from-server")),
        new("exit-endpoint", "not let out to", stack => stack.Without("access-server-to-endpoint")),
        new("exit-endpoint", "stopped", stack => stack.Without("net-acls-private-in-endpoints")),
        new("exit-names", "no names", stack => stack.Set("net-vpc", "enableDnsHostnames", false)),
        new("exit-names", "no resolver", stack => stack.Set("net-vpc", "enableDnsSupport", false)),
    ];

    private static ControlCase[] WebServer =>
    [
        new("web-configured", "no nginx", stack => stack.Rewritten("cat > /etc/nginx/nginx.conf", "cat > /dev/null")),
        new("web-configured", "goes on after an error", stack => stack.Rewritten("set -Eeuo pipefail", "set -u")),
        new("web-configured", "not started", stack => stack.Rewritten("systemctl enable --now nginx", "true")),
        new("web-site", "another bucket", stack => stack.Rewritten("site_bucket='site", "site_bucket='old")),
        new("web-site", "another version", stack => stack.Rewritten("site_version='", "site_version='0")),
        new("web-site", "follows another", stack => stack.Rewritten("--key 'site.tar')", "--key 'old.tar')"))
            { Stack = RecordedStacks.Live },
        new("web-site", "asks once", stack => stack.Rewritten("systemctl enable --now update-site.timer", "true"))
            { Stack = RecordedStacks.Live },
        new("web-site", "no hash", stack => stack.Set("site-bundle", "metadata.sha256", null)) { Stack = RecordedStacks.Live },
        new("web-site", "looks elsewhere", stack => stack.Rewritten("root /usr/share/nginx/site;", "root /usr/share/nginx/html;")),
        new("web-listens", "without TLS", stack => stack.Rewritten("listen 443 ssl", "listen 443")),
        new("web-listens", "another port", stack => stack.Rewritten("listen 80 default", "listen 8080 default"))
            { Stack = RecordedStacks.Dev },
        new("web-health", "another path", stack => stack.Set(Targets, "healthCheck.path", "/up")),
        new("web-health", "an error", stack => stack.Rewritten("default_type text/plain;\n            return 200", "return 500")),
        new("web-tls-versions", "TLS 1.0", stack => stack.Rewritten("ssl_protocols TLSv1.2", "ssl_protocols TLSv1 TLSv1.2")),
        new("web-tls-versions", "nginx's", stack => stack.Rewritten("ssl_protocols TLSv1.2 TLSv1.3;", "")),
        new("web-tls-ciphers", "CBC", stack => stack.Rewritten("ssl_ciphers ", "ssl_ciphers ECDHE-ECDSA-AES128-SHA:")),
        new("web-tls-key", "another file", stack => stack.Rewritten("ssl_certificate /etc/nginx/tls/server.crt", "ssl_certificate /tmp/a")),
        new("web-tls-key", "tickets", stack => stack.Rewritten("ssl_session_tickets off", "ssl_session_tickets on")),
        new("web-hides-version", "shown", stack => stack.Rewritten("server_tokens off", "server_tokens on")),
        new("web-outlives-load-balancer", "closes first", stack => stack.Rewritten("keepalive_timeout 75s", "keepalive_timeout 5s")),
        new("web-outlives-load-balancer", "waits longer", stack => stack.Set("web-alb", "idleTimeout", 120d)),
    ];
}

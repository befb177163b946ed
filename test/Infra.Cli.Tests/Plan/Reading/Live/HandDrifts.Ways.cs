using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

internal static partial class HandDrifts
{
    private const string ServersRule = "access-server-from-load-balancer-443";
    private const string Everything =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    private static HandDrift[] Ways =>
    [
        new("servers let in another account's group", "hop-into-servers by-hand-additions", stack =>
            stack.Append("access-server", "ingress", Rule("tcp", 443, "securityGroups", List("210987654321/sg-0fedcba9876543210")))),
        new("servers let in a list of addresses", "hop-into-servers by-hand-additions", stack =>
            stack.Append("access-server", "ingress", Rule("tcp", 443, "prefixListIds", "pl-0123456789abcdef0"))),
        new("servers answer pings", "by-hand-additions", stack =>
            stack.Append("access-server", "ingress", Rule("icmp", -1, "cidrBlocks", "0.0.0.0/0"))),
        new("servers reach every site", "group-egress-narrow by-hand-additions", stack =>
            stack.Append("access-server", "egress", Rule("tcp", 443, "cidrBlocks", "0.0.0.0/0"))),
        new("endpoints let in everybody", "group-no-internet-ingress by-hand-additions", stack =>
            stack.Append("access-endpoint", "ingress", Rule("tcp", 443, "cidrBlocks", "0.0.0.0/0"))),
        new("the load balancer reaches everything", "group-egress-all by-hand-additions", stack =>
            stack.Append("access-load-balancer", "egress", Rule("-1", 0, "cidrBlocks", "0.0.0.0/0"))),
        new("the load balancer takes UDP", "group-internet-ports by-hand-additions", stack =>
            stack.Append("access-load-balancer", "ingress", Rule("udp", 443, "cidrBlocks", "0.0.0.0/0"))),
        new("a rule of every protocol", "hop-into-servers", stack => stack.Show(ServersRule, "ipProtocol", "-1")),
        new("a rule of more ports", "hop-into-servers", stack => stack.Show(ServersRule, "toPort", 8443d)),
        new("the site for the office alone", "way-admits-visitors", stack =>
            stack.Show("access-load-balancer-https-from-0.0.0.0-0", "cidrIpv4", "203.0.113.0/24")),
        new("no rule for visitors", "way-admits-visitors", stack => stack.Gone("access-load-balancer-https-from-0.0.0.0-0")),
        new("no rule for visitors over IPv6", "way-admits-visitors", stack => stack.Gone("access-load-balancer-https-from----0")),
        new("no rule from servers to S3", "exit-open", stack => stack.Gone("access-server-to-s3")),
        new("a way out of the default group", "vpc-default-group-closed", stack =>
            stack.Append("net-default-group", "egress", Rule("-1", 0, "cidrBlocks", "0.0.0.0/0"))),
        new("a detached gateway", "way-internet-route", stack => stack.Show("net-public-internet", "vpcId", "")),
        new("no gateway", "way-internet-route", stack => stack.Gone("net-public-internet")),
        new("a public subnet that gives public addresses", "subnet-no-public-addresses", stack =>
            stack.Show("net-public-a", "mapPublicIpOnLaunch", true)),
        new("a private subnet that gives IPv6 addresses", "subnet-no-public-addresses", stack =>
            stack.Show("net-private-a", "assignIpv6AddressOnCreation", true)),
        new("servers by the public table", "subnet-servers-private exit-s3-route", stack =>
            stack.Show("net-private-a-association", "routeTableId", IdOf(stack, "net-public-routes"))),
        new("a private subnet without its table", "subnet-servers-private", stack => stack.Gone("net-private-a-association")),
        new("a public subnet without its table", "way-internet-route", stack => stack.Gone("net-public-a-association")),
        new("routes of a VPN", "by-hand-settings", stack =>
            stack.Show("net-private-a-routes", "propagatingVgws", List("vgw-0123456789abcdef0"))),
        new("servers by the public ACL", "acl-servers-narrow", stack =>
            stack.Show("net-acls-private-a", "networkAclId", IdOf(stack, "net-acls-public"))),
        new("an ACL's entry denies visitors", "way-acl-in", stack => stack.Show("net-acls-public-in-https", "ruleAction", "deny")),
        new("an ACL lets no answers out", "hop-acl", stack => stack.Gone("net-acls-private-out-load-balancer-answers")),
        new("an ACL lets servers out", "acl-named-ports by-hand-additions", stack =>
            stack.Append("net-acls-private", "egress", Map(
                ("action", "allow"), ("cidrBlock", "0.0.0.0/0"), ("protocol", "-1"), ("ruleNo", 99d), ("fromPort", 0d), ("toPort", 0d)))),
        new("an endpoint with another group", "exit-endpoint", stack =>
            stack.Show("endpoints-ssm", "securityGroupIds", List("sg-0fedcba9876543210"))),
        new("an endpoint without its name", "endpoint-private-dns", stack => stack.Show("endpoints-ssm", "privateDnsEnabled", false)),
        new("an endpoint in one zone", "exit-endpoint", stack =>
            stack.Show("endpoints-ssm", "subnetIds", List(IdOf(stack, "net-private-a")))),
        new("an endpoint for everything", "exit-endpoint-own", stack => stack.Show("endpoints-ssm", "policy", Everything)),
        new("S3 by one table", "exit-s3-route", stack => stack.Show("net-s3", "routeTableIds", List(IdOf(stack, "net-private-a-routes")))),
        new("no resolver in the VPC", "exit-names", stack => stack.Show("net-vpc", "enableDnsSupport", false)),
        new("flow logs for ever", "log-retention", stack => stack.Show("net-flow-logs-group", "retentionInDays", 0d)),
        new("flow logs that may not be written", "grant-flow-logs", stack => stack.Gone("net-flow-logs-attachment")),
    ];
}

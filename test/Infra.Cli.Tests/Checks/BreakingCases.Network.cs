using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private const string PublicRule = "access-load-balancer-https-from-0.0.0.0-0";

    private static ControlCase[] Network =>
    [
        new("vpc-own", "the default VPC", stack => stack.Add("aws:ec2/defaultVpc:DefaultVpc")),
        new("vpc-default-group-closed", "a rule in it", stack => stack.Set("net-default-group", "ingress", List(Map(("protocol", "-1"))))),
        new("vpc-default-group-closed", "not managed", stack => stack.Without("net-default-group")),
        new("vpc-default-group-closed", "somebody uses it", stack => stack.With("web-alb", node => node with
        {
            PropertyDependencies = node.PropertyDependencies.Add("customerOwnedIpv4Pool", [stack.Named("net-default-group").Urn]),
        })),
        new("vpc-flow-logs", "only what is accepted", stack => stack.Set("net-flow-logs-log", "trafficType", "ACCEPT")),
        new("vpc-flow-logs", "none", stack => stack.Without("net-flow-logs-log")) { Also = ["delivery-used"] },
        new("subnet-no-public-addresses", "IPv4", stack => stack.Set("net-public-a", "mapPublicIpOnLaunch", true)),
        new("subnet-no-public-addresses", "IPv6", stack => stack.Set("net-private-a", "assignIpv6AddressOnCreation", true)),
        new("subnet-servers-private", "the public route table", stack =>
            stack.Set("net-private-a-association", "routeTableId", stack.Named("net-public-routes").Id)) { Also = ["exit-s3-route"] },
        new("subnet-servers-private", "no route table", stack => stack.Without("net-private-b-association")) { Also = ["exit-s3-route"] },
        new("endpoint-s3-gateway", "no policy", stack => stack.Set("net-s3", "policy", null)),
        new("endpoint-s3-gateway", "none", stack => stack.Without("net-s3")) { Also = ["exit-s3-route", "exit-open"] },
        new("endpoint-ssm", "none", stack => stack.Without("endpoints-ssm")),
        new("endpoint-private-dns", "off", stack => stack.Set("endpoints-ssm", "privateDnsEnabled", false)),
        new("eip-used", "no gateway has it", stack => stack.Without(node => node.Kind == "NatGateway"))
            { Stack = RecordedStacks.Nat, Also = ["acl-servers-narrow"] },
    ];

    private static ControlCase[] SecurityGroups =>
    [
        new("group-internet-ports", "8443", stack => stack.Set(PublicRule, "fromPort", 8443d).Set(PublicRule, "toPort", 8443d))
            { Also = ["way-admits-visitors", "way-acl-in"] },
        new("group-internet-ports", "a range", stack => stack.Set(PublicRule, "toPort", 444d)) { Also = ["sound-group-rules"] },
        new("group-internet-ports", "UDP", stack => stack.Set(PublicRule, "ipProtocol", "udp"))
            { Also = ["way-admits-visitors", "sound-group-rules"] },
        new("group-sensitive-ports", "SSH", stack => stack.Set(PublicRule, "fromPort", 22d).Set(PublicRule, "toPort", 22d))
            { Also = ["group-internet-ports", "way-admits-visitors", "way-acl-in"] },
        new("group-sensitive-ports", "a range with 3389 in it", stack =>
            stack.Set(PublicRule, "toPort", 4000d)) { Also = ["group-internet-ports", "sound-group-rules"] },
        new("group-sensitive-ports", "all", stack => stack.Set(PublicRule, "ipProtocol", "-1"))
            { Also = ["group-internet-ports", "sound-group-rules"] },
        new("group-no-internet-ingress", "everyone", stack =>
            stack.Set("access-load-balancer-https-from-203.0.113.0-24", "cidrIpv4", "0.0.0.0/0"))
            { Stack = RecordedStacks.Closed, Also = ["way-admits-visitors"] },
        new("group-servers-by-reference", "an address", stack => stack
            .Set("access-server-from-load-balancer-443", "referencedSecurityGroupId", null)
            .Set("access-server-from-load-balancer-443", "cidrIpv4", "10.0.0.0/8")) { Also = ["hop-into-servers"] },
        new("group-egress-narrow", "IPv4", stack => stack.Set("access-server-to-s3", "cidrIpv4", "0.0.0.0/0"))
            { Also = ["hop-rule-owned"] },
        new("group-egress-narrow", "IPv6", stack => stack.Set("access-server-to-s3", "cidrIpv6", "::/0")) { Also = ["hop-rule-owned"] },
        new("group-egress-all", "all", stack =>
            stack.Set("access-server-to-s3", "cidrIpv4", "0.0.0.0/0").Set("access-server-to-s3", "ipProtocol", "-1"))
            { Also = ["group-egress-narrow", "group-egress-https", "hop-rule-owned", "sound-group-rules"] },
        new("group-egress-https", "more ports", stack => stack.Set("access-server-to-internet", "toPort", 8443d))
            { Stack = RecordedStacks.Nat, Also = ["sound-group-rules"] },
        new("group-egress-https", "over UDP", stack => stack.Set("access-server-to-internet", "ipProtocol", "udp"))
            { Stack = RecordedStacks.Nat, Also = ["sound-group-rules"] },
        new("group-standalone-rules", "inline", stack => stack.Set("access-server", "ingress", List(Map(("protocol", "tcp"))))),
        new("group-described", "a rule without", stack => stack.Set(PublicRule, "description", null)),
        new("group-described", "Pulumi's own", stack => stack.Set("access-server", "description", "Managed by Pulumi")),
        new("group-attached", "nobody has it", stack =>
            stack.Set("fleet-launch-template", "networkInterfaces.0.securityGroups", List(stack.Named("access-endpoint").Id!)))
            { Also = ["hop-out-of-load-balancer", "hop-into-servers", "exit-open", "exit-endpoint"] },
    ];

    private static ControlCase[] NetworkAcls =>
    [
        new("acl-administration-ports", "3389", stack => stack.Set("net-acls-private-in-https-answers-0", "toPort", 3389d)),
        new("acl-administration-ports", "SSH over IPv6", stack =>
            stack.Set("net-acls-public-in-https-ipv6", "fromPort", 22d).Set("net-acls-public-in-https-ipv6", "toPort", 22d))
            { Also = ["way-acl-in"] },
        new("acl-named-ports", "all protocols", stack => stack.Set("net-acls-public-out-servers-https", "protocol", "-1"))
            { Also = ["sound-acl-rules"] },
        new("acl-named-ports", "all ports", stack => stack.Set("net-acls-public-out-servers-https", "fromPort", null))
            { Also = ["sound-acl-rules"] },
        new("acl-allow-only", "a denial", stack => stack.Set("net-acls-public-in-too-big", "ruleAction", "deny"))
            { Also = ["acl-path-mtu"] },
        new("acl-servers-narrow", "everyone in", stack =>
            stack.Set("net-acls-private-in-load-balancer-http", "cidrBlock", "0.0.0.0/0")),
        new("acl-servers-narrow", "out to SSH", stack => stack
            .Set("net-acls-private-out-https", "fromPort", 22d).Set("net-acls-private-out-https", "toPort", 22d))
            { Also = ["exit-acl", "exit-endpoint"] },
        new("acl-servers-narrow", "answers of everyone", stack =>
            stack.Set("net-acls-public-in-server-answers-1", "cidrBlock", "0.0.0.0/0")),
        new("acl-servers-narrow", "answers to everyone", stack =>
            stack.Set("net-acls-private-out-load-balancer-answers", "cidrBlock", "0.0.0.0/0")),
        new("acl-both-ports", "that of end-to-end alone", stack => stack.Without("net-acls-private-in-load-balancer-http")),
        new("acl-both-ports", "one way", stack => stack.Without("net-acls-public-out-servers-http")),
        new("acl-path-mtu", "not outwards", stack => stack.Without("net-acls-public-out-too-big")),
        new("acl-path-mtu", "another message", stack => stack.Set("net-acls-public-in-too-big", "icmpCode", 3d)),
        new("acl-path-mtu", "from some", stack => stack.Set("net-acls-public-in-too-big", "cidrBlock", "10.0.0.0/8")),
        new("acl-associated", "no subnet", stack => stack.Add("aws:ec2/networkAcl:NetworkAcl", ("tags", Map(("Name", "spare")))))
            { Also = ["way-one-vpc"] },
    ];
}

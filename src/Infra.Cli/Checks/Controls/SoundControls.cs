using System.Net;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>What AWS would refuse, or read as something else than was meant.</summary>
internal static class SoundControls
{
    private const double LastRule = 32766;
    private const double FirstEphemeral = 1024;

    private static readonly Subjects AclRules = Subjects.OfType(TypeToken.NetworkAclRule, "network ACL rule");

    public static ControlArea Area { get; } = new("Soundness",
    [
        new("sound-on-internet", Severity.Critical,
            "The load balancer is an application load balancer on the internet, by IPv6 where it says so.")
        {
            Requirements = ["R2"],
            On = Subjects.LoadBalancers,
            Problem = Expect.All(
                // Said, and not left to a default: visitors depend on it.
                Expect.OneOf("internal", "false"),
                (balancer, _) => balancer.Text("loadBalancerType") is null or "application"
                    ? null
                    : Expect.Actual(balancer, "loadBalancerType"),
                Expect.OneOf("ipAddressType", "ipv4", "dualstack"),
                Expect.None("has no IPv6 block in", (balancer, graph) => balancer.Text("ipAddressType") == "dualstack"
                    ? graph.SubnetsAmong(balancer.Texts("subnets"))
                        .Where(subnet => !subnet.Has("ipv6CidrBlock")).Select(subnet => subnet.Name)
                    : [])),
            Mend = "set internal to false, set loadBalancerType to application, and with dualstack give its subnets an ipv6CidrBlock",
        },
        new("sound-zones", Severity.High, "Servers may start in each zone of the load balancer.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups,
            Problem = Expect.None("has no servers in", (group, graph) =>
                graph.ZonesAmong([.. graph.OfType(TypeToken.LoadBalancer).SelectMany(balancer => balancer.Texts("subnets"))])
                    .Except(graph.ZonesAmong(group.Texts("vpcZoneIdentifiers")))),
            Mend = "list a private subnet of the zone in vpcZoneIdentifiers",
        },
        new("sound-acl-subnets", Severity.High, "Every subnet has one ACL of this stack.")
        {
            Requirements = ["R1"],
            On = new("network ACL", graph => graph.OfType(TypeToken.NetworkAcl).Any() ? graph.OfType(TypeToken.Subnet) : []),
            Problem = (subnet, graph) => graph.OfType(TypeToken.NetworkAclAssociation)
                .Where(association => association.Text("subnetId") == subnet.Id)
                .Select(association => graph.ByIdOrArn(TypeToken.NetworkAcl, association.Text("networkAclId")))
                .ToList() is [{ }] || graph.OfType(TypeToken.NetworkAcl).Any(acl => acl.Texts("subnetIds").Contains(subnet.Id))
                    ? null
                    : "has no ACL, or several",
            Mend = "associate the subnet with one ACL",
        },
        new("sound-acl-rules", Severity.High,
            "Every ACL rule is one of an ACL of this stack, under a number of its own, and no wider than it must be.")
        {
            Requirements = ["R1"],
            On = AclRules,
            Problem = AclRule,
            Mend = "set networkAclId, a ruleNumber of 1 to 32766 that no other rule has, ruleAction, egress, protocol and a block; "
                + "ports are one below 1024, or a range from there on",
        },
        new("sound-group-rules", Severity.High, "Every security group rule is for one port of TCP.")
        {
            Requirements = ["R1"],
            On = new("security group rule", graph =>
                graph.OfType(TypeToken.SecurityGroupIngressRule).Concat(graph.OfType(TypeToken.SecurityGroupEgressRule))),
            Problem = Expect.All(
                Expect.OneOf("ipProtocol", "tcp"),
                (rule, _) => rule.Number("fromPort") is >= 1 and var from && rule.Number("toPort") == from
                    ? null
                    : $"{Expect.Actual(rule, "fromPort")}, and {Expect.Actual(rule, "toPort")}"),
            Mend = "set ipProtocol to tcp, and fromPort and toPort to the same port",
        },
        new("sound-roll", Severity.Medium, "A roll ends with all servers.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where("group with a roll", group => group.Has("instanceRefresh")),
            Problem = (group, _) => group.Items("instanceRefresh.preferences.checkpointPercentages") is { Length: > 0 } items
                && items.OfType<double>().ToList() is var points
                && (points.LastOrDefault() != 100 || !points.SequenceEqual(points.Distinct().Order()))
                    ? "has checkpoints that do not rise to 100"
                    : null,
            Mend = "set checkpointPercentages to rising numbers, the last 100",
        },
        new("sound-endpoint", Severity.High, "Every endpoint is for a service of the region.")
        {
            On = Subjects.OfType(TypeToken.VpcEndpoint, "endpoint"),
            Problem = Expect.All(
                (endpoint, graph) => endpoint.Text("serviceName") is { } name
                    && name.StartsWith($"com.amazonaws.{graph.Region}.", StringComparison.Ordinal)
                        ? null
                        : Expect.Actual(endpoint, "serviceName"),
                Expect.OneOf("vpcEndpointType", "Interface", "Gateway")),
            Mend = "set serviceName to com.amazonaws.REGION.SERVICE, and vpcEndpointType",
        },
    ]);

    private static string? AclRule(ResourceNode rule, ResourceGraph graph)
    {
        if (graph.ByIdOrArn(TypeToken.NetworkAcl, rule.Text("networkAclId")) is not { } acl)
            return Expect.Actual(rule, "networkAclId");
        // No control of rules sees those.
        if (acl.Items("ingress").Length > 0 || acl.Items("egress").Length > 0)
            return $"is one of {acl.Name}, which has others inside";
        if (rule.Number("ruleNumber") is not (>= 1 and <= LastRule))
            return Expect.Actual(rule, "ruleNumber");
        if (rule.Text("ruleAction") is not ("allow" or "deny"))
            return Expect.Actual(rule, "ruleAction");
        if (rule.Text("egress") is null)
            return Expect.Actual(rule, "egress");
        if (!IPNetwork.TryParse(rule.Text("cidrBlock") ?? rule.Text("ipv6CidrBlock"), out _))
            return "has no block of addresses";

        return graph.OfType(TypeToken.NetworkAclRule).Any(other => other != rule
                && other.Text("networkAclId") == rule.Text("networkAclId")
                && other.IsTrue("egress") == rule.IsTrue("egress")
                && other.Number("ruleNumber") == rule.Number("ruleNumber"))
            ? $"{Expect.Actual(rule, "ruleNumber")}, as another one's"
            : Ports(rule);
    }

    private static string? Ports(ResourceNode rule) => (rule.Text("protocol"), rule.Number("fromPort"), rule.Number("toPort")) switch
    {
        ("1" or "58", _, _) => rule.Has("icmpType") && rule.Has("icmpCode") ? null : "is for ICMP of no type",
        ("6", >= 1 and < FirstEphemeral and var from, var to) when from == to => null,
        ("6", >= FirstEphemeral and var from, <= 65535 and var to) when from <= to => null,
        var (protocol, from, to) => $"is for protocol {protocol}, ports {from} to {to}",
    };
}

using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Network ACLs and their rules.</summary>
internal static class NetworkAclControls
{
    private const double FirstEphemeral = 1024;

    private static readonly int[] Administration = [20, 21, 22, 3389];

    // https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html
    private static readonly (string Protocol, double Type, double Code, string Input, string Block)[] TooBig =
        [("1", 3, 4, "cidrBlock", "0.0.0.0/0"), ("58", 2, 0, "ipv6CidrBlock", "::/0")];

    private static readonly Subjects Acls = Subjects.OfType(TypeToken.NetworkAcl, "network ACL");
    private static readonly Subjects Rules =
        Subjects.OfType(TypeToken.NetworkAclRule, "network ACL rule").Where(rule => rule.Text("ruleAction") == "allow");

    public static ControlArea Area { get; } = new("Network ACLs",
    [
        new("acl-administration-ports", Severity.Medium, "No ACL lets everyone in to file transfer, SSH or Remote Desktop.")
        {
            // The usual range of answers, 1024 to 65535, contains Remote Desktop's 3389.
            Sources =
            [
                "FSBP EC2.21", "CIS v5 5.2", "CIS v7 6.2", "checkov CKV_AWS_229", "checkov CKV_AWS_230", "checkov CKV_AWS_231",
                "checkov CKV_AWS_232", "trivy AWS-0105",
            ],
            Requirements = ["R1"],
            On = Rules.Where("ACL rule for what comes in", rule => !rule.IsTrue("egress")),
            Problem = (rule, _) => IsOpen(rule) && Administration.FirstOrDefault(port => Covers(rule, port)) is var port and not 0
                ? string.Create(CultureInfo.InvariantCulture, $"lets everyone in to port {port}")
                : null,
            Mend = "split the range around the port, or narrow the source",
        },
        new("acl-named-ports", Severity.Critical, "Every ACL rule names its protocol and ports.")
        {
            // ICMP has types in place of ports; checkov's rule overlooks that.
            Sources = ["trivy AWS-0102", "checkov CKV_AWS_352"],
            On = Rules,
            Problem = (rule, _) => rule.Text("protocol") switch
            {
                "-1" or "all" or null => "lets every protocol through",
                "6" or "17" or "tcp" or "udp" when rule.Number("fromPort") is null or 0 => "lets every port through",
                _ => null,
            },
            Mend = "set protocol, fromPort and toPort",
        },
        new("acl-associated", Severity.Low, "Every ACL guards a subnet.")
        {
            Sources = ["FSBP EC2.16", "checkov CKV2_AWS_1"],
            On = Acls,
            Problem = (acl, graph) => acl.Items("subnetIds").IsEmpty
                ? Expect.Companion(TypeToken.NetworkAclAssociation, "networkAclId")(acl, graph)
                : null,
            Mend = "associate the ACL with a subnet, or drop it",
        },
        new("acl-allow-only", Severity.Low, "ACL rules only allow, so that their order has no meaning: what none of them names is denied.")
        {
            On = Subjects.OfType(TypeToken.NetworkAclRule, "network ACL rule"),
            Problem = Expect.OneOf("ruleAction", "allow"),
            Mend = "set ruleAction to allow, or drop the rule",
        },
        new("acl-servers-narrow", Severity.Medium, "ACLs open no port of a server to everyone, and let nobody out but to HTTPS.")
        {
            Requirements = ["R1"],
            On = Rules.Where("ACL rule for everyone", rule => IsOpen(rule) && rule.Text("protocol") == "6"),
            Problem = (rule, graph) => (IsAnswer(rule), rule.IsTrue("egress"), GuardsLoadBalancer(rule, graph)) switch
            {
                // Requests of visitors, and out to HTTPS: S3's addresses are public.
                (false, false, false) => "lets everyone in to the servers' subnets",
                (false, true, _) => (rule.Number("fromPort"), rule.Number("toPort")) is (443, 443) ? null : Expect.Actual(rule, "fromPort"),
                // Answers: to visitors, and from HTTPS; through NAT they pass the public subnets.
                (true, true, false) => "lets answers out to everyone from the servers' subnets",
                (true, false, true) when !graph.OfType(TypeToken.NatGateway).Any() => "lets answers of everyone in to the load balancer",
                _ => null,
            },
            Mend = "name the block of the tier at the other end",
        },
        new("acl-path-mtu", Severity.Medium, "A router can say that a packet is too big, or large answers get lost on narrow links.")
        {
            Requirements = ["R2"],
            On = new("load balancer behind ACLs", graph =>
                graph.OfType(TypeToken.NetworkAclAssociation).Any() ? graph.OfType(TypeToken.LoadBalancer) : []),
            Problem = Expect.None("gets no word of packets that are too big through", (balancer, graph) =>
                from acl in AclsOf(balancer, graph)
                from family in balancer.Text("ipAddressType") == "dualstack" ? TooBig : TooBig[..1]
                from isEgress in new[] { false, true }
                where !graph.OfType(TypeToken.NetworkAclRule).Any(rule => rule.Text("networkAclId") == acl
                    && rule.IsTrue("egress") == isEgress
                    && rule.Text("ruleAction") == "allow"
                    && IsTooBig(rule, family))
                select $"{graph.ByIdOrArn(TypeToken.NetworkAcl, acl)?.Name} ({(isEgress ? "out" : "in")}, {family.Block})"),
            Mend = "allow ICMP of type 3 and code 4 for IPv4, 2 and 0 for IPv6, from and to everyone",
        },
        new("acl-both-ports", Severity.Medium, "ACLs know both of the servers' ports, so that another tlsMode cuts nobody off.")
        {
            Requirements = ["R4"],
            On = new("load balancer behind ACLs", graph =>
                graph.OfType(TypeToken.NetworkAclAssociation).Any() ? graph.OfType(TypeToken.LoadBalancer) : []),
            Problem = Expect.None("meets an ACL:", (balancer, graph) =>
                from port in new double[] { 80, 443 }
                from server in graph.ServerSubnets()
                from subnet in graph.SubnetsAmong(balancer.Texts("subnets"))
                let stopped = graph.StoppedBetween(subnet, server, port)
                where stopped is not null
                select stopped),
            Mend = "allow 80 and 443 from the load balancer's tier, and the answers",
        },
        new("acl-none", Severity.Low, "There are no ACLs besides the VPC's own.")
        {
            Sources = ["cdk-nag VPC3"],
            On = Subjects.Vpcs,
            Problem = Expect.None("has the ACL", (vpc, graph) =>
                Expect.Companions(vpc, graph, TypeToken.NetworkAcl, "vpcId").Select(acl => acl.Name)),
            Mend = "leave it to security groups",
        },
    ]);

    private static IEnumerable<string?> AclsOf(ResourceNode balancer, ResourceGraph graph) => graph.OfType(TypeToken.NetworkAclAssociation)
        .Where(association => balancer.Texts("subnets").Contains(association.Text("subnetId")))
        .Select(association => association.Text("networkAclId"))
        .Distinct();

    private static bool IsTooBig(ResourceNode rule, (string Protocol, double Type, double Code, string Input, string Block) family) =>
        rule.Text("protocol") == family.Protocol
        && rule.Number("icmpType") == family.Type
        && rule.Number("icmpCode") == family.Code
        && rule.Text(family.Input) == family.Block;

    private static bool GuardsLoadBalancer(ResourceNode rule, ResourceGraph graph)
    {
        var subnets = graph.OfType(TypeToken.LoadBalancer).SelectMany(balancer => balancer.Texts("subnets")).ToHashSet<string?>();
        return graph.OfType(TypeToken.NetworkAclAssociation)
            .Where(association => association.Text("networkAclId") == rule.Text("networkAclId"))
            .All(association => subnets.Contains(association.Text("subnetId")));
    }

    private static bool IsAnswer(ResourceNode rule) => rule.Number("fromPort") >= FirstEphemeral;

    private static bool IsOpen(ResourceNode rule) =>
        OpenBlocks.IsOpen(rule.Text("cidrBlock")) || OpenBlocks.IsOpen(rule.Text("ipv6CidrBlock"));

    private static bool Covers(ResourceNode rule, int port) =>
        rule.Text("protocol") is "-1" or "all" || rule.Number("fromPort") <= port && port <= rule.Number("toPort");
}

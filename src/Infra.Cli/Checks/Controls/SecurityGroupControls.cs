using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Security groups and their rules.</summary>
internal static class SecurityGroupControls
{
    // The list of Security Hub's EC2.19, and the ports of file transfer that checkov adds.
    // https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
    private static readonly int[] Sensitive =
        [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300];

    private static readonly Subjects Ingress = Subjects.OfType(TypeToken.SecurityGroupIngressRule, "ingress rule");

    private static readonly Subjects Egress = Subjects.OfType(TypeToken.SecurityGroupEgressRule, "egress rule");

    private static readonly Subjects Described = new("security group",
        graph => graph.OfType(TypeToken.SecurityGroup)
            .Concat(graph.OfType(TypeToken.SecurityGroupIngressRule))
            .Concat(graph.OfType(TypeToken.SecurityGroupEgressRule)));

    public static ControlArea Area { get; } = new("Security groups",
    [
        new("group-internet-ports", Severity.High, "Rules that admit everyone open TCP 80 and 443 and nothing else.")
        {
            Sources = ["FSBP EC2.18"],
            Requirements = ["R1"],
            On = Ingress,
            Problem = (rule, _) => IsOpen(rule) && !IsWeb(rule) ? $"admits everyone to {Ports(rule)}" : null,
            Mend = "narrow the source to a security group, or the ports to 80 and 443",
        },
        new("group-sensitive-ports", Severity.Critical, "No rule admits everyone to a port of administration, a database or file transfer.")
        {
            Sources =
            [
                "FSBP EC2.19", "Security Hub EC2.13", "Security Hub EC2.14", "Security Hub EC2.53", "Security Hub EC2.54", "CIS v5 5.3",
                "CIS v5 5.4", "CIS v7 6.3", "CIS v7 6.4", "checkov CKV_AWS_24", "checkov CKV_AWS_25", "checkov CKV_AWS_277",
                "trivy AWS-0107", "cdk-nag EC2RestrictedSSH", "cdk-nag EC2RestrictedCommonPorts",
            ],
            Requirements = ["R1"],
            On = Ingress,
            Problem = (rule, _) => IsOpen(rule) && Sensitive.Any(port => Covers(rule, port)) ? $"admits everyone to {Ports(rule)}" : null,
            Mend = "reach servers through Session Manager, and everything else from a security group",
        },
        new("group-no-internet-ingress", Severity.High, "No rule admits everyone, whatever the port.")
        {
            Sources =
            [
                "cdk-nag EC23", "checkov CKV_AWS_260", "Pulumi aws-ec2-securitygroup-disallow-public-internet-ingress",
                "Pulumi aws-ec2-securitygroup-disallow-inbound-http-traffic",
            ],
            On = Ingress,
            Problem = (rule, _) => IsOpen(rule) ? $"admits everyone to {Ports(rule)}" : null,
            Mend = "set allowedCidrs to those who use the site",
        },
        new("group-servers-by-reference", Severity.Critical,
            "Everything but the load balancer is reached from security groups, never from addresses.")
        {
            Requirements = ["R1"],
            On = Ingress.Where(rule => rule.Has("securityGroupId")),
            Problem = (rule, graph) => HasAddresses(rule) && !LoadBalancerGroups(graph).Contains(rule.Text("securityGroupId"))
                ? "admits addresses to a group that is not the load balancer's"
                : null,
            Mend = "name the source by referencedSecurityGroupId",
        },
        new("group-egress-narrow", Severity.Critical, "No rule lets traffic out to everyone.")
        {
            Sources = ["trivy AWS-0104"],
            On = Egress,
            Problem = (rule, _) => IsOpen(rule) ? $"lets out to everyone on {Ports(rule)}" : null,
            Mend = "set egress to none or endpoints, and name the destination by group or prefix list",
        },
        new("group-egress-all", Severity.High, "No rule lets out everything to everyone.")
        {
            Sources = ["checkov CKV_AWS_382"],
            Requirements = ["R1"],
            On = Egress,
            Problem = (rule, _) => IsOpen(rule) && rule.Text("ipProtocol") == "-1" ? "lets out everything to everyone" : null,
            Mend = "name protocol, ports and destination",
        },
        new("group-egress-https", Severity.High, "Rules that let out to everyone are for HTTPS and nothing else.")
        {
            On = Egress,
            Problem = (rule, _) => IsOpen(rule) && Ports(rule) != "tcp 443" ? $"lets out to everyone on {Ports(rule)}" : null,
            Mend = "narrow the ports to TCP 443, or name the destination by group or prefix list",
        },
        new("group-standalone-rules", Severity.Low, "Rules are resources of their own; rules inside a group would fight with them.")
        {
            Requirements = ["R1"],
            On = Subjects.OfType(TypeToken.SecurityGroup, "security group"),
            Problem = Expect.All(
                Expect.Unset("ingress", "egress"),
                // What the controls of rules look at is the newer kind.
                Expect.None("has a rule of the older kind:", (group, graph) =>
                    Expect.Companions(group, graph, TypeToken.SecurityGroupRule, "securityGroupId").Select(rule => rule.Name))),
            Mend = "make each rule a SecurityGroupIngressRule or SecurityGroupEgressRule",
        },
        new("group-described", Severity.Low, "Every group and every rule says what it is for.")
        {
            Sources =
            [
                "trivy AWS-0099", "trivy AWS-0124", "checkov CKV_AWS_23", "cdk-nag EC27",
                "Pulumi aws-ec2-securitygroup-missing-description",
            ],
            On = Described,
            Problem = (node, _) => node.Text("description") is null or "" or "Managed by Pulumi"
                ? Expect.Actual(node, "description")
                : null,
            Mend = "set a description; a later change of a group's replaces the group",
        },
        new("group-attached", Severity.Medium, "Every security group belongs to something.")
        {
            Sources = ["Security Hub EC2.22", "checkov CKV2_AWS_5"],
            On = Subjects.OfType(TypeToken.SecurityGroup, "security group"),
            Problem = (group, graph) => Attached(graph).Contains(group.Id!)
                ? null
                : "belongs to no load balancer, launch template or endpoint",
            Mend = "attach the group, or drop it",
        },
    ]);

    private static bool IsOpen(ResourceNode rule) =>
        OpenBlocks.IsOpen(rule.Text("cidrIpv4")) || OpenBlocks.IsOpen(rule.Text("cidrIpv6"));

    private static bool HasAddresses(ResourceNode rule) => rule.Has("cidrIpv4") || rule.Has("cidrIpv6") || rule.Has("prefixListId");

    private static bool IsWeb(ResourceNode rule) =>
        rule.Text("ipProtocol") == "tcp" && rule.Number("fromPort") is 80 or 443 && rule.Number("toPort") == rule.Number("fromPort");

    private static bool Covers(ResourceNode rule, int port) =>
        rule.Text("ipProtocol") == "-1"
        || rule.Text("ipProtocol") is "tcp" or "udp" && rule.Number("fromPort") <= port && port <= rule.Number("toPort");

    private static string Ports(ResourceNode rule) => (rule.Number("fromPort"), rule.Number("toPort")) switch
    {
        _ when rule.Text("ipProtocol") == "-1" => "all ports",
        (null, _) or (_, null) => $"all of {rule.Text("ipProtocol")}",
        var (from, to) when from == to => string.Create(CultureInfo.InvariantCulture, $"{rule.Text("ipProtocol")} {from}"),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"{rule.Text("ipProtocol")} {from} to {to}"),
    };

    private static HashSet<string?> LoadBalancerGroups(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.LoadBalancer).SelectMany(balancer => balancer.Texts("securityGroups"))];

    private static HashSet<string> Attached(ResourceGraph graph) =>
    [
        .. graph.OfType(TypeToken.LoadBalancer).SelectMany(node => node.Texts("securityGroups")),
        .. graph.OfType(TypeToken.VpcEndpoint).SelectMany(node => node.Texts("securityGroupIds")),
        .. graph.OfType(TypeToken.LaunchTemplate).SelectMany(node => node.Texts("vpcSecurityGroupIds")),
        .. graph.OfType(TypeToken.LaunchTemplate).SelectMany(node => node.Texts("networkInterfaces.0.securityGroups")),
    ];
}

using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Network ACLs and their rules.</summary>
internal static class NetworkAclControls
{

    private static readonly int[] Administration = [20, 21, 22, 3389];

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
        new("acl-none", Severity.Low, "There are no ACLs besides the VPC's own.")
        {
            Sources = ["cdk-nag VPC3"],
            On = Subjects.Vpcs,
            Problem = Expect.None("has the ACL", (vpc, graph) =>
                Expect.Companions(vpc, graph, TypeToken.NetworkAcl, "vpcId").Select(acl => acl.Name)),
            Mend = "leave it to security groups",
        },
    ]);

    private static bool IsOpen(ResourceNode rule) => rule.Text("cidrBlock") == "0.0.0.0/0" || rule.Text("ipv6CidrBlock") == "::/0";

    private static bool Covers(ResourceNode rule, int port) =>
        rule.Text("protocol") is "-1" or "all" || rule.Number("fromPort") <= port && port <= rule.Number("toPort");
}

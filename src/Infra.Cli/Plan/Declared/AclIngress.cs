using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>What network ACLs let in.</summary>
internal static class AclIngress
{
    private const double HighestPort = 65535;

    /// <summary>Whom the ACL of a subnet admits by TCP, in the order in which it is tried; none when the stack gives it no ACL.</summary>
    public static IReadOnlyList<DeclaredIngress>? Of(ResourceGraph graph, ResourceNode subnet) => graph.AclOf(subnet) is not { } acl
        ? null
        :
        [
            .. from rule in graph.OfType(TypeToken.NetworkAclRule)
               where rule.Text("networkAclId") == acl.Id && !rule.IsTrue("egress") && rule.Text("ruleAction") == "allow"
               where rule.Text("protocol") is "-1" or "all" or "6" or "tcp"
               orderby rule.Number("ruleNumber") ?? double.MaxValue
               let source = rule.Text("cidrBlock") ?? rule.Text("ipv6CidrBlock")
               where source is not null
               select rule.Text("protocol") is "-1" or "all"
                   ? new DeclaredIngress(source, 0, HighestPort)
                   : new DeclaredIngress(source, rule.Number("fromPort") ?? 0, rule.Number("toPort") ?? HighestPort),
        ];
}

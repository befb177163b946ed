using System.Net;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>
/// What network ACLs let through. They know no connections, so answers need rules of their own; the rule with the lowest number counts.
/// See https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html.
/// </summary>
internal static class AclPassage
{
    // Answers go to a port that the asking side has chosen. 3389 among them is Remote Desktop's, which rules may leave out: a client
    // whose choice falls on it tries again from another one.
    private static readonly (int From, int To)[] Answers = [(1024, 3388), (3390, 65535)];

    /// <summary>The ACL of a subnet; none when the stack gives it none.</summary>
    public static ResourceNode? AclOf(this ResourceGraph graph, ResourceNode subnet)
    {
        var association = graph.OfType(TypeToken.NetworkAclAssociation).FirstOrDefault(other => other.Text("subnetId") == subnet.Id);
        return association is null
            ? graph.OfType(TypeToken.NetworkAcl).FirstOrDefault(acl => acl.Texts("subnetIds").Contains(subnet.Id))
            : graph.ByIdOrArn(TypeToken.NetworkAcl, association.Text("networkAclId"));
    }

    /// <summary>
    /// The first thing on a way through a subnet's ACL that is stopped, in words; none when all passes. Nothing passes where the block at
    /// the other end is none.
    /// </summary>
    public static string? Stopped(this ResourceGraph graph, ResourceNode subnet, bool isIn, string? block, double port)
    {
        if (graph.AclOf(subnet) is not { } acl)
            return null;

        if (!Passes(graph, acl, !isIn, block, ((int)port, (int)port)))
            return $"{acl.Name} stops {(isIn ? "what comes from" : "what goes to")} {block} on port {port}";

        return Answers.All(range => Passes(graph, acl, isIn, block, range))
            ? null
            : $"{acl.Name} stops answers {(isIn ? "to" : "from")} {block}";
    }

    /// <summary>The same of the ACLs on both sides of a way from a subnet to a port in another one.</summary>
    public static string? StoppedBetween(this ResourceGraph graph, ResourceNode from, ResourceNode to, double port) =>
        graph.Stopped(from, isIn: false, to.Text("cidrBlock"), port) ?? graph.Stopped(to, isIn: true, from.Text("cidrBlock"), port);

    private static bool Passes(ResourceGraph graph, ResourceNode acl, bool isEgress, string? block, (int From, int To) ports)
    {
        if (!IPNetwork.TryParse(block, out var peer))
            return false;

        List<(int From, int To)> open = [ports];
        var rules = graph.OfType(TypeToken.NetworkAclRule)
            .Where(rule => rule.Text("networkAclId") == acl.Id && rule.IsTrue("egress") == isEgress)
            .OrderBy(rule => rule.Number("ruleNumber") ?? double.MaxValue);
        foreach (var rule in rules)
        {
            if (BlockOf(rule) is not { } other || PortsOf(rule) is not { } range)
                continue;

            if (rule.Text("ruleAction") != "allow")
            {
                var isTouched = open.Any(part => range.From <= part.To && part.From <= range.To);
                if (isTouched && (Includes(other, peer) || Includes(peer, other)))
                    return false;
            }
            else if (Includes(other, peer))
            {
                open = [.. open.SelectMany(part => Without(part, range))];
            }
        }

        return open.Count == 0;
    }

    private static IPNetwork? BlockOf(ResourceNode rule) =>
        IPNetwork.TryParse(rule.Text("cidrBlock") ?? rule.Text("ipv6CidrBlock"), out var block) ? block : null;

    private static (int From, int To)? PortsOf(ResourceNode rule) => rule.Text("protocol") switch
    {
        "-1" or "all" => (0, 65535),
        "6" or "tcp" => ((int)(rule.Number("fromPort") ?? 0), (int)(rule.Number("toPort") ?? 0)),
        _ => null,
    };

    private static bool Includes(IPNetwork wide, IPNetwork narrow) =>
        wide.PrefixLength <= narrow.PrefixLength && wide.Contains(narrow.BaseAddress);

    private static IEnumerable<(int From, int To)> Without((int From, int To) part, (int From, int To) gone)
    {
        if (gone.From > part.From)
            yield return (part.From, Math.Min(part.To, gone.From - 1));
        if (gone.To < part.To)
            yield return (Math.Max(part.From, gone.To + 1), part.To);
    }
}

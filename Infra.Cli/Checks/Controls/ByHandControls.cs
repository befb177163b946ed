using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>What somebody added to what the program makes. Only a state shows it.</summary>
internal static class ByHandControls
{
    private static readonly string[] WithParts = [TypeToken.SecurityGroup, TypeToken.RouteTable, TypeToken.NetworkAcl, TypeToken.Role];

    public static ControlArea Area { get; } = new("By hand",
    [
        new("by-hand-additions", Severity.High,
            "Security groups, route tables, ACLs and roles have what the program gives them, and nothing else.")
        {
            Requirements = ["R1"],
            On = new("security group, route table, ACL or role", graph => WithParts.SelectMany(graph.OfType)),
            Problem = (node, graph) => graph.ChildrenOf(node).FirstOrDefault(child => child.IsAddedByHand) is { } added
                ? $"has {added.Name}, a {added.Kind} that somebody added"
                : null,
            Mend = "remove it by hand, since a deployment leaves it alone, or make it in the program",
        },
    ]);
}

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
        new("by-hand-settings", Severity.High,
            "What the program leaves to AWS is as AWS makes it, where that decides who gets what, and where servers start.")
        {
            // Of many kinds, so no requirement is traced to all these resources.
            On = LeftToAws.Owners,
            Problem = LeftToAws.Problem,
            Mend = "set it back by hand, since a deployment may leave it alone, or make it in the program",
        },
    ]);
}

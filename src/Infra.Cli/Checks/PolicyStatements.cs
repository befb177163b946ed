using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>Finds the statements of policies.</summary>
internal static class PolicyStatements
{
    // Who asks, or for whom. What it is done to, as aws:ResourceAccount says, is this account's anyway.
    private static readonly string[] Askers =
        ["aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOwner"];

    /// <summary>The statements of the policies that refer to a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="graph">The stack.</param>
    /// <param name="type">The policies' type.</param>
    /// <param name="reference">Their input that has the resource's id or ARN.</param>
    public static IReadOnlyList<DeclaredStatement> About(ResourceNode node, ResourceGraph graph, string type, string reference) =>
        [.. Expect.Companions(node, graph, type, reference).SelectMany(policy => DeclaredStatement.Of(policy, "policy"))];

    /// <summary>Whether a statement is for an account and its resources alone: by a test of who asks that names nobody else.</summary>
    public static bool IsKeptTo(this DeclaredStatement statement, string account) => statement.HasTest(condition =>
        Askers.Contains(condition.Key, StringComparer.OrdinalIgnoreCase)
        && condition.Value.Contains(account, StringComparison.Ordinal));
}

using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>Finds the statements of policies.</summary>
internal static class PolicyStatements
{
    /// <summary>The statements of the policies that refer to a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="graph">The stack.</param>
    /// <param name="type">The policies' type.</param>
    /// <param name="reference">Their input that has the resource's id or ARN.</param>
    public static IReadOnlyList<DeclaredStatement> About(ResourceNode node, ResourceGraph graph, string type, string reference) =>
        [.. Expect.Companions(node, graph, type, reference).SelectMany(policy => DeclaredStatement.Of(policy, "policy"))];
}

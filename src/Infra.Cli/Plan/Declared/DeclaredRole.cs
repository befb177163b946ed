using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>The role that servers have.</summary>
/// <param name="Statements">Those of the stack's own policies; none when a plan doesn't tell one of them yet.</param>
/// <param name="OtherPolicies">The names of policies that are not of the stack, such as AWS's own.</param>
internal sealed record DeclaredRole(
    string Name, IReadOnlyList<DeclaredStatement>? Statements, IReadOnlyList<string> OtherPolicies) : INamed
{
    /// <summary>The role of a launch template's servers; none if they have none of the stack.</summary>
    public static DeclaredRole? Of(ResourceGraph graph, ResourceNode template)
    {
        if (graph.ByIdOrArn(TypeToken.Role, graph.ProfileOf(template)?.Text("role")) is not { } role)
            return null;

        var attached = graph.OfType(TypeToken.RolePolicyAttachment).Where(IsOfRole).Select(attachment => attachment.Text("policyArn"))
            .OfType<string>().ToList();
        var own = attached.Select(arn => graph.ByIdOrArn(TypeToken.IamPolicy, arn)).OfType<ResourceNode>()
            .Concat(graph.OfType(TypeToken.RolePolicy).Where(IsOfRole));
        var others = attached.Where(arn => graph.ByIdOrArn(TypeToken.IamPolicy, arn) is null);
        return new(role.Name, StatementsOf(own), [.. others.Select(arn => arn[(arn.LastIndexOf('/') + 1)..])]);

        bool IsOfRole(ResourceNode policy) => graph.ByIdOrArn(TypeToken.Role, policy.Text("role")) == role;
    }

    private static List<DeclaredStatement>? StatementsOf(IEnumerable<ResourceNode> policies)
    {
        try
        {
            return [.. policies.SelectMany(policy => DeclaredStatement.Of(policy, "policy"))];
        }
        catch (JsonException)
        {
            // A document with the ARN of something that is not there yet is not known before a deployment.
            return null;
        }
    }
}

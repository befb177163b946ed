using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Grants;

/// <summary>A role of the stack with what is attached to it.</summary>
internal sealed record GrantedRole(ResourceNode Node, IReadOnlyList<DeclaredStatement> Trust, IReadOnlyList<DeclaredStatement> Policies)
{
    /// <summary>A role by its name or ARN; none if it is not of the stack.</summary>
    public static GrantedRole? Of(ResourceGraph graph, string? nameOrArn)
    {
        if (graph.ByIdOrArn(TypeToken.Role, nameOrArn) is not { } role)
            return null;

        var attached =
            from attachment in graph.OfType(TypeToken.RolePolicyAttachment)
            where graph.ByIdOrArn(TypeToken.Role, attachment.Text("role")) == role
            let policy = graph.ByIdOrArn(TypeToken.IamPolicy, attachment.Text("policyArn"))
            where policy is not null
            from statement in DeclaredStatement.Of(policy, "policy")
            select statement;
        return new(role, DeclaredStatement.Of(role, "assumeRolePolicy"), [.. attached]);
    }

    /// <summary>The first thing that a service can't do by it; none if it can do all.</summary>
    public string? FirstRefused(AccessRequest assumption, IEnumerable<AccessRequest> requests) =>
        PolicyDecision.Allows(Trust, assumption)
            ? requests.FirstOrDefault(request => !PolicyDecision.AllowsItsRole(Policies, request)) is { } refused
                ? $"{Node.Name} may not {refused.Action} on {refused.Resource}"
                : null
            : $"{Node.Name} does not trust {assumption.Principal}";
}

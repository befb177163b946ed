using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>
/// Whether policies let a request through: some statement allows it, and none denies it. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
/// </summary>
/// <param name="Action">E.g. <c>s3:GetObject</c>.</param>
/// <param name="Resource">Its ARN, or the one that AWS makes up for the action.</param>
/// <param name="Facts">What conditions ask for, by key.</param>
internal sealed record PolicyRequest(string Action, string Resource, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The service or the principal that asks; none for a policy that says nothing of principals.</summary>
    public string? Principal { get; init; }

    public bool IsAllowedBy(IReadOnlyCollection<DeclaredStatement> statements) =>
        statements.Any(statement => statement.IsAllow && Matches(statement))
        && !statements.Any(statement => !statement.IsAllow && Matches(statement));

    private bool Matches(DeclaredStatement statement) =>
        statement.Actions.Any(action => IsLike(Action, action))
        && statement.Resources.Any(resource => IsLike(Resource, resource))
        && (Principal is null || statement.Principals.Any(principal => principal.Value == "*" || principal.Value == Principal))
        && statement.Conditions.GroupBy(condition => (condition.Operator, condition.Key)).All(condition =>
            Facts.TryGetValue(condition.Key.Key, out var fact) && condition.Any(value => IsLike(fact, value.Value)));

    private static bool IsLike(string text, string pattern) => Regex.IsMatch(
        text,
        $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}

/// <summary>What a role may do.</summary>
internal static class RolePolicies
{
    /// <summary>The statements of all policies that are attached to a role.</summary>
    public static IReadOnlyList<DeclaredStatement> Of(ResourceNode role, ResourceGraph graph) =>
    [
        .. from attachment in graph.OfType(TypeToken.RolePolicyAttachment)
           where attachment.Text("role") is { } name && (name == role.Id || name == role.Output("name"))
           let policy = graph.ByIdOrArn(TypeToken.IamPolicy, attachment.Text("policyArn"))
           where policy is not null
           from statement in DeclaredStatement.Of(policy, "policy")
           select statement,
    ];

    /// <summary>Whether a service may take a role.</summary>
    public static bool Trusts(ResourceNode role, string service, IReadOnlyDictionary<string, string> facts) =>
        new PolicyRequest("sts:AssumeRole", "", facts) { Principal = service }
            .IsAllowedBy([.. DeclaredStatement.Of(role, "assumeRolePolicy").Select(statement => statement with { Resources = ["*"] })]);
}

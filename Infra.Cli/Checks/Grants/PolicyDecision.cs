using System.IO.Enumeration;

namespace Infra.Cli.Checks.Grants;

/// <summary>
/// Decides as IAM does, for one policy:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
/// </summary>
internal static class PolicyDecision
{
    private const string IfExists = "IfExists";

    /// <summary>Whether a resource's policy lets somebody do it: a statement allows it, and none denies it.</summary>
    public static bool Allows(IReadOnlyList<DeclaredStatement> policy, AccessRequest request) =>
        Decide(policy.Where(statement => statement.Principals.Any(principal => IsFor(principal, request))), request);

    /// <summary>Whether the policies of a role let it do it; they name no principal.</summary>
    public static bool AllowsItsRole(IReadOnlyList<DeclaredStatement> policies, AccessRequest request) => Decide(policies, request);

    private static bool Decide(IEnumerable<DeclaredStatement> statements, AccessRequest request)
    {
        var matching = statements
            .Where(statement => statement.Actions.Any(action => Matches(action, request.Action, ignoreCase: true)))
            // A trust policy names no resource: it is the role's own.
            .Where(statement => request.Resource == "" || statement.Resources.Any(resource => Matches(resource, request.Resource)))
            .Where(statement => Hold(statement, request))
            .ToList();
        return matching.Count > 0 && matching.TrueForAll(statement => statement.IsAllow);
    }

    private static bool IsFor((string Kind, string Value) principal, AccessRequest request) =>
        principal is ("AWS", "*") || principal == (request.Kind, request.Principal);

    // All tests must hold, and of the values that a test names for a key any one.
    private static bool Hold(DeclaredStatement statement, AccessRequest request) => statement.Conditions
        .GroupBy(condition => (condition.Operator, condition.Key))
        .All(test => test.Any(condition => Holds(condition, request, ofUnknown: !statement.IsAllow)));

    // Of what nobody has written down here an allowance does not hold, and a denial does.
    private static bool Holds((string Operator, string Key, string Value) condition, AccessRequest request, bool ofUnknown)
    {
        var (test, key, wanted) = condition;
        var actual = request.Context.GetValueOrDefault(key);
        if (test.EndsWith(IfExists, StringComparison.Ordinal))
            return actual is null || Holds((test[..^IfExists.Length], key, wanted), request, ofUnknown);

        return test switch
        {
            "StringEquals" => actual == wanted,
            "StringNotEquals" => actual != wanted,
            "Bool" => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
            "StringLike" or "ArnLike" or "ArnEquals" => actual is not null && Matches(wanted, actual),
            _ => ofUnknown,
        };
    }

    private static bool Matches(string pattern, string text, bool ignoreCase = false) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}

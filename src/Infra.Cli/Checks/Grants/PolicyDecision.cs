using System.IO.Enumeration;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Checks.Grants;

/// <summary>
/// Decides as IAM does, for one policy:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
/// </summary>
internal static class PolicyDecision
{
    private const string IfExists = "IfExists";

    /// <summary>Whether a resource's policy lets somebody do it for certain: a statement allows it, and none denies it.</summary>
    public static bool Allows(IReadOnlyList<DeclaredStatement> policy, AccessRequest request) =>
        Decide(For(policy, request), request, ofUnknown: statement => !statement.IsAllow);

    /// <summary>The same of what nobody may do: what can't be told here counts as if it let somebody.</summary>
    public static bool MayAllow(IReadOnlyList<DeclaredStatement> policy, AccessRequest request) =>
        Decide(For(policy, request), request, ofUnknown: statement => statement.IsAllow);

    /// <summary>Whether the policies of a role let it do it; they name no principal.</summary>
    public static bool AllowsItsRole(IReadOnlyList<DeclaredStatement> policies, AccessRequest request) =>
        Decide(policies, request, ofUnknown: statement => !statement.IsAllow);

    private static IEnumerable<DeclaredStatement> For(IReadOnlyList<DeclaredStatement> policy, AccessRequest request) =>
        policy.Where(statement => statement.Principals.Any(principal => IsFor(principal, request)));

    private static bool Decide(
        IEnumerable<DeclaredStatement> statements, AccessRequest request, Func<DeclaredStatement, bool> ofUnknown)
    {
        var matching = statements
            .Where(statement => statement.Actions.Any(action => Matches(action, request.Action, ignoreCase: true)))
            // A trust policy names no resource: it is the role's own.
            .Where(statement => request.Resource == "" || statement.Resources.Any(resource => Matches(resource, request.Resource)))
            .Where(statement => Hold(statement, request, ofUnknown(statement)))
            .ToList();
        return matching.Count > 0 && matching.TrueForAll(statement => statement.IsAllow);
    }

    private static bool IsFor((string Kind, string Value) principal, AccessRequest request) =>
        principal is ("AWS", "*") || principal == (request.Kind, request.Principal);

    // All tests must hold, and of the values that a test names for a key any one.
    private static bool Hold(DeclaredStatement statement, AccessRequest request, bool ofUnknown) => statement.Conditions
        .GroupBy(condition => (condition.Operator, condition.Key))
        .All(test => test.Any(condition => Holds(condition, request, ofUnknown)));

    // A test that nobody has written down here, and a policy variable, hold or not as whoever asks would least like.
    private static bool Holds((string Operator, string Key, string Value) condition, AccessRequest request, bool ofUnknown)
    {
        var (test, key, wanted) = condition;
        var actual = request.Context.GetValueOrDefault(key);
        if (test.EndsWith(IfExists, StringComparison.Ordinal))
            return actual is null || Holds((test[..^IfExists.Length], key, wanted), request, ofUnknown);

        return test switch
        {
            _ when wanted.Contains("${", StringComparison.Ordinal) => ofUnknown,
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

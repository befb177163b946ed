using System.Globalization;
using System.Text.Json;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>
/// Decides as IAM does, for what the policies here use:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html and
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.
/// </summary>
internal static class IamEvaluator
{
    private const string IfExists = "IfExists";
    private const string Any = "ForAnyValue:";
    private const string All = "ForAllValues:";

    /// <summary>Whether a statement allows it, and none denies it.</summary>
    public static bool Allows(IEnumerable<RoleStatement> statements, IamRequest request)
    {
        var matching = statements.Where(statement => Matches(statement, request)).ToList();
        return matching.Count > 0 && matching.TrueForAll(statement => statement.Allows);
    }

    /// <summary>Whether a statement is about it, be it to allow or to deny.</summary>
    public static bool Matches(RoleStatement statement, IamRequest request) =>
        statement.Actions.Any(action => DeployRole.Matches(action.ToUpperInvariant(), request.Action.ToUpperInvariant()))
        && statement.Covers(request.Resource)
        && (statement.Conditions.ValueKind == JsonValueKind.Undefined || statement.Conditions.EnumerateObject().All(test =>
            test.Value.EnumerateObject().All(key =>
                Holds(test.Name, DeployRole.Texts(key.Value), request.Context.GetValueOrDefault(key.Name)))));

    // All tests and keys must hold, of a key's wanted values any one.
    private static bool Holds(string test, string[] wanted, string[]? actual)
    {
        if (test == "Null")
            return wanted.Single() == (actual is null ? "true" : "false");
        if (test.StartsWith(Any, StringComparison.Ordinal))
            return actual is not null && actual.Any(value => Holds(test[Any.Length..], wanted, [value]));
        if (test.StartsWith(All, StringComparison.Ordinal))
            return actual is null || actual.All(value => Holds(test[All.Length..], wanted, [value]));
        if (test.EndsWith(IfExists, StringComparison.Ordinal))
            return actual is null || Holds(test[..^IfExists.Length], wanted, actual);

        return test switch
        {
            "Bool" => actual is [var value] && wanted.Contains(value, StringComparer.OrdinalIgnoreCase),
            "StringEquals" => actual is [var value] && wanted.Contains(value),
            "StringNotEquals" => actual is not [var value] || !wanted.Contains(value),
            "StringLike" or "ArnLike" => actual is [var value] && wanted.Any(pattern => DeployRole.Matches(pattern, value)),
            "NumericEquals" => actual is [var value] && wanted.Any(number => Number(number) == Number(value)),
            _ => throw new NotSupportedException($"nobody has written down here what {test} means"),
        };
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

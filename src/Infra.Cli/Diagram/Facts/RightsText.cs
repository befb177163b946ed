using Infra.Applications;
using Infra.Cli.Plan.Declared;
using Infra.Common;

namespace Infra.Cli.Diagram.Facts;

/// <summary>
/// Says in a few words what servers may do, by the statements of their role. What has no words here is named by its action.
/// </summary>
internal static class RightsText
{
    public static IReadOnlyList<string> Of(DeclaredRole? role) => role switch
    {
        null => ["nothing: they have no role of this stack"],
        { Statements: null } => ["known after the deployment"],
        { Statements: [], OtherPolicies: [] } => ["nothing"],
        { Statements: var statements, OtherPolicies: var others } =>
        [
            .. statements.Where(statement => statement.IsAllow).Select(Allowed)
                .Concat(others.Select(policy => $"what {policy} allows"))
                .Concat(statements.Where(statement => !statement.IsAllow).Select(statement => $"never {Raw(statement)}"))
                .Distinct(StringComparer.Ordinal),
        ],
    };

    private static string Allowed(DeclaredStatement statement)
    {
        if (All("s3:GetObject") && !statement.Resources.Contains("*"))
            return $"read {Listed(statement.Resources.Select(KeyOf))}";
        if (All("s3:List") && !statement.Resources.Contains("*"))
            return "list the bucket";
        if (statement.Actions.All(SessionManagerActions.All.Contains))
            return "be reached by Session Manager";
        if (statement.Actions.All(ApplicationLogGroup.Actions.Contains))
            return "write logs";
        if (All("ssm:GetParameter"))
            return $"read {Counted(statement, "parameter")}";
        if (All("secretsmanager:GetSecretValue"))
            return $"read {Counted(statement, "secret")}";
        return All("kms:Decrypt") ? "decrypt what it reads" : Raw(statement);

        bool All(string begin) => statement.Actions.All(action => action.StartsWith(begin, StringComparison.Ordinal));
    }

    // The name of an object behind its bucket's; a bucket as a whole has none.
    private static string KeyOf(string arn) => arn.Split('/', 2) is [_, var key] ? key : "the bucket";

    private static string Counted(DeclaredStatement statement, string what) => statement.Resources switch
    {
        var all when all.Any(arn => arn.EndsWith('*')) => $"any {what}",
        [_] => $"one {what}",
        var several => $"{several.Count} {what}s",
    };

    private static string Raw(DeclaredStatement statement) =>
        Listed(statement.Actions) + (statement.Resources.Contains("*") ? " on everything" : "");

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items.Distinct(StringComparer.Ordinal));
}

using System.Text.Json;

namespace Infra.Cli.Tests.Docs;

/// <summary>One statement of a policy of the deploy role.</summary>
internal sealed record RoleStatement(string Sid, bool Allows, string[] Actions, string[] Resources, JsonElement Conditions)
{
    /// <summary>Whether it lets an action be done at all, on whatever and whenever.</summary>
    public bool Names(string action) => Allows && Actions.Any(pattern => DeployRole.Matches(pattern, action));

    /// <summary>Whether it is about a resource of this ARN.</summary>
    public bool Covers(string arn) => Resources.Any(pattern => DeployRole.Matches(pattern, arn));

    /// <summary>
    /// The values of a condition, e.g. <c>StringEquals</c> of <c>iam:PassedToService</c>; none when it has no such condition.
    /// </summary>
    public string[] Condition(string test, string key) =>
        Conditions.ValueKind == JsonValueKind.Object
        && Conditions.TryGetProperty(test, out var keys) && keys.TryGetProperty(key, out var values)
            ? DeployRole.Texts(values)
            : [];
}

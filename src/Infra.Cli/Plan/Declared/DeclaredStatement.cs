using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>A statement of a policy document.</summary>
internal sealed record DeclaredStatement
{
    public required bool IsAllow { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Kind and value, e.g. <c>Service</c> and <c>ec2.amazonaws.com</c>.</summary>
    public required IReadOnlyList<(string Kind, string Value)> Principals { get; init; }

    /// <summary>Operator, key and value, e.g. <c>Bool</c>, <c>aws:SecureTransport</c> and <c>false</c>.</summary>
    public required IReadOnlyList<(string Operator, string Key, string Value)> Conditions { get; init; }

    /// <summary>The actions that are one of those named, or have one among them; both may have wildcards.</summary>
    public IEnumerable<string> ActionsAmong(IEnumerable<string> named) =>
        Actions.Where(action => named.Any(other => PolicyPattern.Overlap(action, other)));

    public bool IsForAnyone => Principals.Any(principal => principal is (_, "*"));

    public bool IsForService => Principals.Any(principal => principal.Kind == "Service");

    /// <summary>Whether a service may use it only when it works for a certain account or resource.</summary>
    public bool NamesAccount => HasTest(condition => IsOfOneAccount(condition.Key, condition.Value));

    /// <summary>Whether one of its tests is for values that all keep to something.</summary>
    // Of several values of one test any lets in. A test for another value, or if there is one, lets in whoever has none.
    public bool HasTest(Func<(string Key, string Value), bool> isKept) => Conditions
        .GroupBy(condition => (condition.Operator, condition.Key))
        .Any(test => test.Key.Operator is "StringEquals" or "StringLike" or "ArnEquals" or "ArnLike" or "IpAddress"
            && test.All(condition => isKept((condition.Key, condition.Value))));

    /// <summary>Whether it refuses an action to everyone who does not come by TLS.</summary>
    public bool RefusesPlainText(string action) =>
        !IsAllow && IsForAnyone && Actions.Contains(action) && Conditions.SequenceEqual([("Bool", "aws:SecureTransport", "false")]);

    /// <summary>The statements of the document that an input holds; none when there is none.</summary>
    public static IReadOnlyList<DeclaredStatement> Of(ResourceNode node, string input)
    {
        if (node.Text(input) is not { Length: > 0 } text)
            return [];

        using var document = JsonDocument.Parse(text);
        return [.. Items(document.RootElement, "Statement").Select(Read)];
    }

    private static bool IsOfOneAccount(string key, string value)
    {
        var account = key switch
        {
            "aws:SourceAccount" => value,
            "aws:SourceArn" => value.Split(':').ElementAtOrDefault(4),
            _ => null,
        };
        // A bucket's ARN has no account.
        return account is not null && !PolicyPattern.HasWildcard(account is "" ? value : account);
    }

    private static DeclaredStatement Read(JsonElement statement) => new()
    {
        IsAllow = statement.GetProperty("Effect").GetString() == "Allow",
        Actions = [.. TextsOrAll(statement, "Action")],
        Resources = [.. TextsOrAll(statement, "Resource")],
        Principals = statement.TryGetProperty("Principal", out var principal) && principal.ValueKind == JsonValueKind.Object
            ? [.. principal.EnumerateObject().SelectMany(kind => Texts(principal, kind.Name).Select(value => (kind.Name, value)))]
            : [.. TextsOrAll(statement, "Principal").Select(value => ("AWS", value))],
        Conditions = statement.TryGetProperty("Condition", out var condition)
            ?
            [
                .. from test in condition.EnumerateObject()
                   from key in test.Value.EnumerateObject()
                   from value in Texts(test.Value, key.Name)
                   select (test.Name, key.Name, value),
            ]
            : [],
    };

    // "All but" is nearly all.
    private static IEnumerable<string> TextsOrAll(JsonElement statement, string name) =>
        statement.TryGetProperty($"Not{name}", out _) ? ["*"] : Texts(statement, name);

    private static IEnumerable<string> Texts(JsonElement parent, string name) => Items(parent, name).Select(item => item.ToString());

    // A list of one may stand without its brackets.
    private static List<JsonElement> Items(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}

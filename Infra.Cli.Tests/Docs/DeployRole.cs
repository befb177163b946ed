using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

/// <summary>The policies of <c>docs/deploy-role</c>, filled in as for one environment in the account of the recorded stacks.</summary>
internal static class DeployRole
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "deploy-role");

    public static IReadOnlyList<string> Policies { get; } = ["read", "network", "servers", "data", "dns"];

    public static string File(string name) => Path.Combine(Folder, $"{name}.json");

    public static string Text(string name, string environment = "prod") => System.IO.File.ReadAllText(File(name))
        .Replace("<account>", "123456789012", StringComparison.Ordinal)
        .Replace("<region>", "eu-west-1", StringComparison.Ordinal)
        .Replace("<environment>", environment, StringComparison.Ordinal)
        .Replace("<owner>", "octo-org", StringComparison.Ordinal)
        .Replace("<repository>", "octo-repo", StringComparison.Ordinal);

    /// <summary>The statements of some policies.</summary>
    public static IReadOnlyList<RoleStatement> Statements(params IEnumerable<string> policies) =>
    [
        .. policies.SelectMany(name => JsonDocument.Parse(Text(name)).RootElement.GetProperty("Statement").EnumerateArray().Select(Read)),
    ];

    /// <summary>The recorded calls of each resource type: how they were recorded is in <c>docs/deploy-role.md</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> Calls { get; } = Map("provider-calls");

    /// <summary>Actions that no recorded call needs, by the reason that they are allowed for.</summary>
    public static IReadOnlyDictionary<string, string[]> Further { get; } = Map("further-actions");

    public static bool Matches(string pattern, string value) =>
        Regex.IsMatch(value, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$");

    private static RoleStatement Read(JsonElement statement) => new(
        statement.GetProperty("Sid").GetString()!,
        statement.GetProperty("Effect").GetString() == "Allow",
        Texts(statement.GetProperty("Action")),
        statement.TryGetProperty("Resource", out var resource) ? Texts(resource) : [],
        statement.TryGetProperty("Condition", out var condition) ? condition : default);

    public static string[] Texts(JsonElement oneOrMore) => oneOrMore.ValueKind == JsonValueKind.Array
        ? [.. oneOrMore.EnumerateArray().Select(item => item.GetString()!)]
        : [oneOrMore.GetString()!];

    private static Dictionary<string, string[]> Map(string name) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "Infra.Cli.Tests", "Docs", $"{name}.json")))!;
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cli.Roles;

/// <summary>The documents in <c>Policies</c>: JSON, with placeholders such as <c>&lt;region&gt;</c> in its texts.</summary>
internal static partial class PolicyTemplate
{
    /// <summary>A document with values in place of its placeholders.</summary>
    /// <exception cref="InvalidOperationException">This program has no value for a placeholder of it.</exception>
    public static JsonObject Fill(string name, IReadOnlyDictionary<string, string> values)
    {
        using var file = typeof(PolicyTemplate).Assembly.GetManifestResourceStream($"roles/{name}.json")!;
        return Filled(JsonNode.Parse(file)!.AsObject(), values);
    }

    // Not in the text of the file: a value could break it.
    private static JsonNode Filled(JsonNode? node, IReadOnlyDictionary<string, string> values) => node switch
    {
        JsonObject mapping => Filled(mapping, values),
        JsonArray list => new JsonArray([.. list.Select(item => Filled(item, values))]),
        _ => JsonValue.Create(Placeholder().Replace(node!.GetValue<string>(), match => ValueOf(match.Value, values))),
    };

    private static JsonObject Filled(JsonObject mapping, IReadOnlyDictionary<string, string> values) =>
        new(mapping.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, Filled(entry.Value, values))));

    private static string ValueOf(string placeholder, IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault(placeholder) ?? throw new InvalidOperationException($"nothing fills in {placeholder}");

    [GeneratedRegex("<[^<>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

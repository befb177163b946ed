using System.Text.Json;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// A JSON text in one of its forms: members by name, lists in an order of their own, a list of one as the one, which is how AWS reads
/// policies. Two policies that AWS tells apart stay two.
/// </summary>
internal static class PlainJson
{
    /// <summary>The form; none of a text that is no JSON object or list.</summary>
    public static string? Of(string text)
    {
        if (text is not (['{', ..] or ['[', ..]))
            return null;

        try
        {
            using var document = JsonDocument.Parse(text);
            return Written(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Written(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Written(member.Name, member.Value)}"))}}}",
        JsonValueKind.Array when element.GetArrayLength() == 1 => Written(element[0]),
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Written).Order(StringComparer.Ordinal))}]",
        JsonValueKind.True => "\"true\"",
        JsonValueKind.False => "\"false\"",
        _ => JsonSerializer.Serialize(element.ToString()),
    };

    private static string Written(string name, JsonElement value) => (name, value) switch
    {
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
        ("Principal", { ValueKind: JsonValueKind.String }) when value.GetString() == "*" => """{"AWS":"*"}""",
        ("AWS", { ValueKind: JsonValueKind.String }) when value.GetString() is { Length: 12 } account && account.All(char.IsAsciiDigit) =>
            JsonSerializer.Serialize($"arn:aws:iam::{account}:root"),
        _ => Written(value),
    };
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Cli.Diff.Resources;

/// <summary>Reads the JSON documents that stand in texts, such as policies.</summary>
internal static class JsonText
{
    /// <summary>What a text holds, if that is an object or a list.</summary>
    public static object? Read(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return null;

        try
        {
            using var document = JsonDocument.Parse(text);
            return Value(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The latter is for half of a character, which JSON can write and no text can hold.
            return null;
        }
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))
            .Where(member => member.Value is not null)
            .ToImmutableDictionary(member => member.Key, member => member.Value!, StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).OfType<object>().ToImmutableArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}

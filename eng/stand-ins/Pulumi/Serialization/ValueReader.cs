using System.Collections;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Reads the collections and JSON values that arguments are made of.</summary>
internal static class ValueReader
{
    public static InvalidOperationException Unsupported(Type type, string context) =>
        new($"{type.FullName} is not a supported argument type.\n\t{context}");

    /// <summary>Whether the key is one of the protocol's own, which never reach the other side.</summary>
    public static bool IsReserved(string key) => key.StartsWith("__", StringComparison.Ordinal);

    public static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary, string context)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return entry.Key is string key
                ? KeyValuePair.Create(key, entry.Value)
                : throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{context}");
        }
    }

    /// <summary>Whether the list is an immutable array that was never assigned, which throws when it is read.</summary>
    public static bool IsDefaultArray(IList list) =>
        list.GetType() is { IsGenericType: true, IsValueType: true } type && list.Equals(Activator.CreateInstance(type));

    public static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToImmutableArray(),
        JsonValueKind.Object => element.EnumerateObject()
            .Where(property => !IsReserved(property.Name))
            .ToImmutableDictionary(property => property.Name, property => Plain(property.Value)),
        _ => null,
    };
}

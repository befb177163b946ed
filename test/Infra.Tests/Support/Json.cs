using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Support;

/// <summary>Indented JSON with its keys in order, to compare with a raw string literal: exact, so what is absent counts as well.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All inputs of a resource; archives and resources appear by the names of their types.</summary>
    public static string Of(RecordedResource resource) => Of(resource.Inputs);

    /// <summary>Some of the inputs of a resource, likewise.</summary>
    public static string Of(ImmutableDictionary<string, object> inputs) => JsonSerializer.Serialize(Node(inputs), Indented);

    /// <summary>A document that is a text, such as a policy; its keys stay in the order they have.</summary>
    public static string Of(string document) => JsonSerializer.Serialize(JsonNode.Parse(document), Indented);

    private static JsonNode? Node(object value) => value switch
    {
        ImmutableDictionary<string, object> members =>
            new JsonObject(
                members.OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        ImmutableArray<object> items => new JsonArray([.. items.Select(Node)]),
        string or double or bool => JsonSerializer.SerializeToNode(value),
        _ => value.GetType().Name,
    };
}

using System.Text.Json;
using Infra.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Reads one of Pulumi's files that is JSON as if it were the same in YAML.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Format = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The mapping that a text holds.</summary>
    /// <exception cref="InvalidUsageException">It holds none.</exception>
    public static YamlMappingNode Parse(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Format);
            return Node(document.RootElement) as YamlMappingNode
                ?? throw new InvalidUsageException($"{name} must be one JSON object: restore it from git");
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new InvalidUsageException($"{name} is not valid JSON{line}: restore it from git");
        }
    }

    private static YamlNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new YamlMappingNode(element.EnumerateObject().Select(property =>
            KeyValuePair.Create<YamlNode, YamlNode>(Text(property.Name), Node(property.Value)))),
        JsonValueKind.Array => new YamlSequenceNode(element.EnumerateArray().Select(Node)),
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Number => new YamlScalarNode(GoText.Json(element.GetDouble())),
        _ => new YamlScalarNode(element.GetRawText()),
    };

    private static YamlScalarNode Text(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Turns values of Pulumi's files into the texts that a program gets, as the Pulumi CLI does.</summary>
/// <remarks>
/// It reads a stack's file, writes it anew as YAML and reads that, so that 1.10 is 1.1 and 0x10 is 16; a default of the project it
/// prints. See LoadProjectStackBytes and createConfigValue in https://github.com/pulumi/pulumi/tree/master/sdk/go/common/workspace.
/// </remarks>
internal sealed class ConfigText(string fileName)
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value of a stack's file. One that is secret, or has a secret somewhere in it, is secret as a whole.</summary>
    public ConfigValue OfStack(YamlNode node) => node switch
    {
        YamlScalarNode scalar => new(Text(YamlScalar.Value(scalar))),
        _ when IsSecret(node) => new(ConfigValue.Hidden, IsSecret: true),
        _ => new(Json(node, GoText.TimeInList)!.ToJsonString(Legible), HasSecret(node)),
    };

    /// <summary>A value or a default of the project's file, in which nothing is secret.</summary>
    public ConfigValue OfProject(YamlNode node) => new(
        node is YamlScalarNode scalar && YamlScalar.Value(scalar) is not (double or DateTimeOffset)
            ? Text(YamlScalar.Value(scalar))
            : Json(node, GoText.Time)!.ToJsonString(Legible));

    /// <summary>Whether a value is secret, or has a secret somewhere in it.</summary>
    public static bool HasSecret(YamlNode node) => node.AllNodes.Any(IsSecret);

    // A secret is a mapping with the one key "secure"; only the holder of the stack's key can read it.
    private static bool IsSecret(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping && mapping.Children.ContainsKey("secure");

    private static string Text(object? value) => value switch
    {
        null => "",
        bool boolean => boolean ? "true" : "false",
        double number => GoText.Yaml(number),
        DateTimeOffset time => GoText.Time(time),
        _ => $"{value}",
    };

    private JsonNode? Json(YamlNode node, Func<DateTimeOffset, string> timeText) => node switch
    {
        _ when IsSecret(node) => JsonValue.Create(ConfigValue.Hidden),
        YamlSequenceNode list => new JsonArray([.. list.Select(item => Json(item, timeText))]),
        YamlMappingNode mapping => new JsonObject(
            mapping.Select(entry => KeyValuePair.Create(Key(entry.Key), Json(entry.Value, timeText)))),
        _ => YamlScalar.Value((YamlScalarNode)node) switch
        {
            double number => Number(number, node),
            DateTimeOffset time => JsonValue.Create(timeText(time)),
            bool boolean => JsonValue.Create(boolean),
            long number => JsonValue.Create(number),
            ulong number => JsonValue.Create(number),
            var text => JsonValue.Create((string?)text),
        },
    };

    private JsonNode? Number(double number, YamlNode node) => double.IsFinite(number)
        ? JsonNode.Parse(number == 0 ? "0" : GoText.Json(number))
        : throw new InvalidUsageException($"{fileName} must have numbers that JSON knows, got {node}, line {node.Start.Line}: quote it");

    /// <summary>A key, which must be text to the Pulumi CLI too.</summary>
    public string Key(YamlNode node) => node is YamlScalarNode scalar && YamlScalar.Value(scalar) is string text
        ? text
        : throw new InvalidUsageException(
            $"{fileName} must have texts as keys, got {LegibleText.Of(node.ToString())}, line {node.Start.Line}: quote it");
}

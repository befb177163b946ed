using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>The types that the project's file can declare.</summary>
/// <remarks>See ValidateConfigValue in https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/project.go.</remarks>
internal static class DeclaredType
{
    public const string Array = "array";

    /// <summary>All there are.</summary>
    public static readonly string[] All = [Array, "boolean", "integer", "object", "string"];

    /// <summary>Whether a default is of a type.</summary>
    /// <param name="value">The default.</param>
    /// <param name="type">The type.</param>
    /// <param name="items">What is said of the items of an array.</param>
    public static bool Takes(YamlNode value, string? type, YamlNode? items) => type switch
    {
        "string" => Scalar(value) is string,
        "integer" => Scalar(value) is long || (Scalar(value) is double number && Math.Truncate(number) == number)
            || (Scalar(value) is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        "boolean" => Scalar(value) is bool or "true" or "false",
        "object" => value is YamlMappingNode,
        _ => value is YamlSequenceNode list && list.All(item => Takes(item, Text(items, "type"), Child(items, "items"))),
    };

    private static object? Scalar(YamlNode node) => node is YamlScalarNode scalar ? YamlScalar.Value(scalar) : null;

    private static string? Text(YamlNode? node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;
}

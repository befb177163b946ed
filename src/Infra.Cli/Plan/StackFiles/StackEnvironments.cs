using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>The environments of Pulumi ESC from which a stack takes settings that its file does not have.</summary>
/// <remarks>See https://www.pulumi.com/docs/esc/guides/pulumi-iac/.</remarks>
internal static class StackEnvironments
{
    private const string Main = "mainEnvironment";
    private const string Environment = "environment";
    private const string Imports = "imports";
    private const string Values = "values";

    /// <summary>Their names, in the order in which they count; an environment that stands in the file itself has none of its own.</summary>
    public static IReadOnlyList<string> Of(YamlMappingNode stack)
    {
        // Only one of the two counts.
        var main = Names(Child(stack, Main));
        return [.. (main.Any() ? main : Names(Child(stack, Environment))).Select(LegibleText.Line)];
    }

    private static IEnumerable<string> Names(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => scalar.Value is { } name && YamlScalar.Value(scalar) is not null ? [name] : [],
        YamlSequenceNode list => list.Select(Import),
        YamlMappingNode definition => Names(Child(definition, Imports))
            .Concat(Child(definition, Values) is YamlMappingNode { Children.Count: > 0 } ? ["one in the file itself"] : []),
        _ => [],
    };

    // How an import is merged may stand below its name.
    private static string Import(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } options ? $"{options.Children.Keys.Single()}" : $"{node}";

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value : null;
}

using System.Text.Json;
using Infra.Settings.Reading;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Settings;

/// <summary>The committed YAML files, read as Pulumi reads them.</summary>
internal static class ProjectFiles
{
    public static YamlMappingNode Load(string file)
    {
        using var reader = File.OpenText(Path.Combine(Reference.Root, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>What a stack's file sets, by full key.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(string stack) =>
        ((YamlMappingNode)Load($"Pulumi.{stack}.yaml")["config"]).ToDictionary(
            entry => entry.Key.ToString() is var key && key.Contains(':', StringComparison.Ordinal) ? key : $"infra:{key}",
            entry => TextOf(entry.Value));

    /// <summary>The configuration that a program gets, with the defaults that Pulumi fills in, and the region.</summary>
    public static (ConfigSource Config, string Region) ConfigOf(string stack)
    {
        var values = ((YamlMappingNode)Load("Pulumi.yaml")["config"])
            .Where(entry => ((YamlMappingNode)entry.Value).Children.ContainsKey("default"))
            .ToDictionary(entry => entry.Key.ToString(), entry => TextOf(entry.Value["default"]));
        foreach (var (key, value) in ValuesOf(stack).Where(entry => entry.Key.StartsWith("infra:", StringComparison.Ordinal)))
            values[key["infra:".Length..]] = value;

        return (new("infra", stack, values), ValuesOf(stack)["aws:region"]);
    }

    /// <summary>Configuration text: what YAML calls a scalar as it stands, a list as JSON.</summary>
    public static string TextOf(YamlNode node) => node is YamlSequenceNode list
        ? JsonSerializer.Serialize(list.Select(item => item.ToString()))
        : ((YamlScalarNode)node).Value!;
}

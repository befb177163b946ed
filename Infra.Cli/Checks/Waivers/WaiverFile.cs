using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Checks.Waivers;

/// <summary>Reads <c>waivers.yaml</c>, which is part of this program: accepting a risk is a change that somebody reviews.</summary>
internal static class WaiverFile
{
    /// <summary>Where the file is in the repository.</summary>
    public const string Path = "Infra.Cli/Checks/waivers.yaml";

    private static readonly string[] Keys = ["control", "resources", "stacks", "reason"];

    /// <summary>The waivers that are in force.</summary>
    public static IReadOnlyList<Waiver> Read()
    {
        using var reader = new StreamReader(typeof(WaiverFile).Assembly.GetManifestResourceStream("waivers.yaml")!);
        return Parse(reader);
    }

    /// <exception cref="InvalidUsageException">It is no list of waivers.</exception>
    public static IReadOnlyList<Waiver> Parse(TextReader text) =>
        YamlFile.Parse(text, Path).Children.TryGetValue("waivers", out var list) && list is YamlSequenceNode waivers
            ? [.. waivers.Select(Waiver)]
            : throw new InvalidUsageException($"{Path} must have a list 'waivers': restore it from git");

    private static Waiver Waiver(YamlNode node)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlMappingNode entry)
            throw Wrong(line, "must be a mapping");
        if (entry.Children.Keys.Select(key => key.ToString()).FirstOrDefault(key => !Keys.Contains(key)) is { } unknown)
            throw Wrong(line, $"must have no '{unknown}': there are {string.Join(", ", Keys)}");

        return new()
        {
            ControlId = Text(entry, "control") ?? throw Wrong(line, "must name its control"),
            Resources = Texts(entry, "resources", line) is { IsEmpty: false } resources
                ? resources
                : throw Wrong(line, "must name its resources"),
            Stacks = Texts(entry, "stacks", line),
            Reason = Text(entry, "reason") ?? throw Wrong(line, "must say its reason"),
            Line = line,
        };
    }

    private static string? Text(YamlMappingNode entry, string key) =>
        entry.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar && !string.IsNullOrWhiteSpace(scalar.Value)
            ? scalar.Value.ReplaceLineEndings(" ").Trim()
            : null;

    private static ImmutableArray<string> Texts(YamlMappingNode entry, string key, int line)
    {
        if (!entry.Children.TryGetValue(key, out var value))
            return [];

        return value is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Select(item => item.ToString())]
            : throw Wrong(line, $"must have a list as its {key}");
    }

    private static InvalidUsageException Wrong(int line, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path}, line {line}: a waiver {rule}"));
}

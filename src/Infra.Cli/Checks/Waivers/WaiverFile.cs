using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Checks.Waivers;

/// <summary>
/// Reads what is accepted: by the design, which is part of this program, and by the project, in <c>waivers.yaml</c> beside
/// <c>Pulumi.yaml</c>.
/// </summary>
internal static class WaiverFile
{
    /// <summary>Where the design's are in the repository.</summary>
    public const string DesignPath = "src/Infra.Cli/Checks/waivers.yaml";

    /// <summary>Where the project's are, if it has any.</summary>
    public const string ProjectPath = "waivers.yaml";

    private static readonly string[] Keys = ["control", "resources", "stacks", "when", "reason"];

    // Words for what 'when' says as well, from before there was one.
    private static readonly SortedDictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["protected"] = "deletionProtection is true",
        ["unprotected"] = "deletionProtection is not true",
    };

    /// <summary>The waivers that are in force: the project's own, and behind them those of the design.</summary>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <param name="isCheckout">Whether the design's are that directory's too: of another version of this program.</param>
    /// <exception cref="InvalidUsageException">The project's file is no list of waivers.</exception>
    public static IReadOnlyList<Waiver> Read(string rootDirectory, bool isCheckout = false)
    {
        var design = Path.Combine(rootDirectory, DesignPath);
        var ofTheDesign = isCheckout && Path.Exists(design) ? Waivers(YamlFile.Read(design), DesignPath) : OfTheDesign();
        var path = Path.Combine(rootDirectory, ProjectPath);
        if (!Path.Exists(path))
            return ofTheDesign;

        var ours = Waivers(YamlFile.Read(path), ProjectPath);
        var stacks = ProjectFiles.StackNames(rootDirectory);
        foreach (var waiver in ours)
        {
            if (waiver.Stacks.Names.FirstOrDefault(name => !stacks.Contains(name)) is { } unknown)
            {
                throw Wrong(
                    (waiver.File, waiver.Line),
                    $"must name stacks that there are, got {LegibleText.Of(unknown)}: {string.Join(", ", stacks)}");
            }
        }

        return [.. ours, .. ofTheDesign];
    }

    /// <summary>The waivers of the design alone.</summary>
    public static IReadOnlyList<Waiver> OfTheDesign()
    {
        using var reader = new StreamReader(typeof(WaiverFile).Assembly.GetManifestResourceStream("waivers.yaml")!);
        return Waivers(YamlFile.Parse(reader, DesignPath), DesignPath);
    }

    private static IReadOnlyList<Waiver> Waivers(YamlMappingNode content, string file) =>
        (content.Children.TryGetValue("waivers", out var list) ? list : null) switch
        {
            YamlSequenceNode waivers => [.. waivers.Select(waiver => Waiver(waiver, file))],
            YamlScalarNode { Value: null or "" } => [],
            _ => throw new InvalidUsageException($"{file} must have a list 'waivers': see {DesignPath} for how one is written"),
        };

    private static Waiver Waiver(YamlNode node, string file)
    {
        var at = (file, (int)node.Start.Line);
        if (node is not YamlMappingNode entry)
            throw Wrong(at, "must be a mapping");
        if (entry.Children.Keys.Select(key => key.ToString()).FirstOrDefault(key => !Keys.Contains(key)) is { } unknown)
            throw Wrong(at, $"must have no '{LegibleText.Of(unknown)}': there are {string.Join(", ", Keys)}");

        return new()
        {
            ControlId = Text(entry, "control") ?? throw Wrong(at, "must name its control"),
            Resources = entry.Children.ContainsKey("resources")
                ? Texts(entry, "resources") ?? throw Wrong(at, "must have a list as its resources")
                : throw Wrong(at, "must name its resources"),
            Stacks = Stacks(entry, at),
            Reason = Text(entry, "reason") ?? throw Wrong(at, "must say its reason"),
            File = file,
            Line = at.Item2,
        };
    }

    private static WaivedStacks Stacks(YamlMappingNode entry, (string File, int Line) at)
    {
        var when = !entry.Children.ContainsKey("when")
            ? SettingsCondition.Always
            : Condition(Text(entry, "when") ?? throw Wrong(at, "must have a condition as its when, such as 'egress is nat'"), at);
        if (!entry.Children.TryGetValue("stacks", out var stacks))
            return new([], when);

        if (stacks is YamlScalarNode { Value: { } kind } && Kinds.TryGetValue(kind, out var settings))
            return new([], Condition(settings, at).With(when));

        return new(
            Texts(entry, "stacks") ?? throw Wrong(at, $"must have a list of names as its stacks, or {string.Join(" or ", Kinds.Keys)}"),
            when);
    }

    private static SettingsCondition Condition(string text, (string File, int Line) at) =>
        SettingsCondition.Read(text, out var condition) is { } fault ? throw Wrong(at, $"must {fault}") : condition;

    private static string? Text(YamlMappingNode entry, string key) =>
        entry.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar && !string.IsNullOrWhiteSpace(scalar.Value)
            ? scalar.Value.ReplaceLineEndings(" ").Trim()
            : null;

    private static ImmutableArray<string>? Texts(YamlMappingNode entry, string key) =>
        entry.Children[key] is YamlSequenceNode { Children.Count: > 0 } list ? [.. list.Select(item => item.ToString())] : null;

    private static InvalidUsageException Wrong((string File, int Line) at, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{at.File}, line {at.Line}: a waiver {LegibleText.Line(rule)}"));
}

using System.Text.Json;
using Infra.Cli.Shell;
using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>The configuration of one stack, complete: what its file sets, overrides, and the project's defaults.</summary>
internal sealed record StackConfiguration
{
    /// <summary>The setting that says whether a stack is to stay: one that resists deletion is of prod's kind, whatever its name.</summary>
    public const string ProtectionKey = "deletionProtection";

    /// <summary>The directory with <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    public required string ProjectName { get; init; }

    public required string StackName { get; init; }

    /// <summary>The stack's file, from the directory with <c>Pulumi.yaml</c>.</summary>
    public string FileName { get => field ?? $"Pulumi.{StackName}.yaml"; init; }

    /// <summary>The environments of Pulumi ESC that the stack takes settings from.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The values by full key, e.g. <c>infra:maxServers</c>.</summary>
    public required IReadOnlyDictionary<string, ConfigValue> Values { get; init; }

    /// <summary>The full keys whose values are from <c>--set</c> alone.</summary>
    public IReadOnlySet<string> Overridden { get; init; } = new HashSet<string>();

    /// <summary>The AWS region; empty when the configuration has none, which the program itself complains about.</summary>
    public string Region => Values.GetValueOrDefault("aws:region")?.Text ?? "";

    /// <summary>Whether the settings protect the stack from deletion.</summary>
    public bool IsProtected => Setting(ProtectionKey) == "true";

    /// <summary>
    /// What must never be shown, wherever it turns up: the settings that are secret and may be. The program refuses other settings
    /// without a word of their values, and reads nothing of another namespace: where such a text turns up it is there by chance, and
    /// hiding it would tell what the secret is.
    /// </summary>
    public IEnumerable<string> Secrets =>
        SettingsCatalogue.All.Where(setting => setting.CanBeSecret)
            .Select(setting => Values.GetValueOrDefault($"{ProjectName}:{setting.Key}"))
            .OfType<ConfigValue>()
            .Where(value => value.IsSecret)
            .SelectMany(value => value.Texts);

    /// <summary>The keys of the secret values.</summary>
    public IEnumerable<string> SecretKeys => Values.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key);

    /// <summary>The text of one of the project's settings, which may be its default; empty when it has none.</summary>
    public string Setting(string key) =>
        Values.GetValueOrDefault($"{ProjectName}:{key}")?.Text
            ?? SettingsCatalogue.All.FirstOrDefault(setting => setting.Key == key)?.Default
            ?? "";

    /// <summary>The same with other values for some keys, as <c>key=value</c>; a key without a namespace is the project's.</summary>
    /// <exception cref="InvalidUsageException">One is no such pair.</exception>
    public StackConfiguration With(IReadOnlyList<string> overrides)
    {
        var values = new SortedDictionary<string, ConfigValue>(Values.ToDictionary(), StringComparer.Ordinal);
        var overridden = Overridden.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in overrides)
        {
            if (entry.Split('=', 2) is not [{ Length: > 0 } name, var text] || ConfigKey.Full(name, ProjectName) is not { } key)
                throw new InvalidUsageException($"--set must be key=value, got '{LegibleText.Of(entry)}'");

            // A key that the file keeps secret stays secret, and whether it may be is the file's affair.
            var isSecret = values.GetValueOrDefault(key) is { IsSecret: true };
            values[key] = new(text, isSecret);
            if (!isSecret)
                overridden.Add(key);
        }

        return this with { Values = values, Overridden = overridden };
    }

    /// <summary>The project's settings as the program reads them.</summary>
    public ConfigSource Source()
    {
        return new(ProjectName, StackName, Texts(ProjectName))
        {
            Provider = Texts("aws"),
            SecretKeys = SecretKeys.ToHashSet(),
            Places = Overridden.ToDictionary(key => key, _ => "--set"),
        };
    }

    private Dictionary<string, string> Texts(string name) =>
        Values.Where(entry => entry.Key.StartsWith($"{name}:", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[(name.Length + 1)..], entry => entry.Value.Text);

    /// <summary>What the program makes of the files: the settings, all found right, with examples for secrets that can't be read.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong.</exception>
    public StackInputs Inputs() => StackInputs.Read(SecretSettings.WithExamples(this).Source(), Region, RootDirectory);

    /// <summary>The keys of the secret values, as the engine hands them to a program: one JSON array.</summary>
    public string SecretKeysForEngine() => JsonSerializer.Serialize(SecretKeys);

    /// <summary>The configuration as the engine hands it to a program: one JSON object, every value as text.</summary>
    public string ForEngine() => JsonSerializer.Serialize(Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text));
}

using System.Collections.Immutable;
using System.Text.Json;
using Infra.Settings.Kinds;
using Pulumi;

namespace Infra.Settings.Reading;

/// <summary>A stack's configuration as text, before anything is known about it.</summary>
/// <param name="ProjectName">The project's name, which is the namespace of its keys; empty: they have none.</param>
/// <param name="StackName">The stack's name.</param>
/// <param name="Values">The values by key, without the namespace; lists are JSON.</param>
public sealed record ConfigSource(string ProjectName, string StackName, IReadOnlyDictionary<string, string> Values)
{
    // Pulumi's Config answers for keys that it is asked for and never lists them. This variable, from which it reads them itself, is
    // the only place that shows a key nobody asks for, such as a misspelt one.
    private const string KeysVariable = "PULUMI_CONFIG";

    // Nor does Config tell which values are secret: it hands all of them out as plain text.
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private static readonly string[] ProviderKeys = ["allowedAccountIds", "defaultTags"];

    /// <summary>The keys, with their namespaces, whose values the stack file keeps secret. None by default.</summary>
    public IReadOnlySet<string> SecretKeys { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>What the AWS provider is told, by key without the namespace <c>aws</c>; lists and maps are JSON. Nothing by default.</summary>
    public IReadOnlyDictionary<string, string> Provider { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether AWS is to have what it says, which examples are no good for. By default it is not, as in offline previews.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>What messages call it: the stack's file, unless set.</summary>
    public string Title { get; init; } = $"Pulumi.{StackName}.yaml";

    /// <summary>Where values are from that are not the stack file's, by key with its namespace, for messages. None by default.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The configuration of the deployment that is running.</summary>
    public static ConfigSource FromPulumi()
    {
        var project = Deployment.Instance.ProjectName;
        var config = new Config();
        var values = Keys(Environment.GetEnvironmentVariable(KeysVariable), project)
            .ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        return new(project, Deployment.Instance.StackName, values)
        {
            SecretKeys = SecretKeysIn(Environment.GetEnvironmentVariable(SecretKeysVariable)),
            Provider = ProviderOfPulumi(),
        };
    }

    /// <summary>What the AWS provider of the running deployment is told, as far as the program has rules for it.</summary>
    public static IReadOnlyDictionary<string, string> ProviderOfPulumi()
    {
        var config = new Config("aws");
        return ProviderKeys.Where(key => config.Get(key) is not null).ToDictionary(key => key, key => config.Get(key)!);
    }

    /// <summary>The text of a setting, as typed or by default; null when there is neither.</summary>
    public string? TextOf(SettingDefinition setting) => Values.GetValueOrDefault(setting.Key) ?? setting.Default;

    /// <summary>What messages call a key: with its namespace, where the keys have one.</summary>
    public string NameOf(string key) => ProjectName.Length == 0 ? key : $"{ProjectName}:{key}";

    /// <summary>Whether the stack file keeps a setting secret.</summary>
    public bool IsSecret(SettingDefinition setting) => SecretKeys.Contains(NameOf(setting.Key));

    /// <summary>The keys in a JSON array of keys, as <c>namespace:key</c>.</summary>
    /// <exception cref="RunException">It is none. The message does not quote it, since nobody knows what is in it.</exception>
    public static IReadOnlySet<string> SecretKeysIn(string? json) => string.IsNullOrEmpty(json)
        ? ImmutableHashSet<string>.Empty
        : JsonTexts.Of(json)?.Select(WithoutConfig).ToImmutableHashSet(StringComparer.Ordinal)
            ?? throw new RunException($"{SecretKeysVariable} must be a JSON array of keys: unset it, or let the Pulumi CLI set it");

    /// <summary>The keys of one namespace, without it, in a JSON object whose keys have one.</summary>
    public static IReadOnlyList<string> Keys(string? json, string project)
    {
        if (string.IsNullOrEmpty(json))
            return [];

        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateObject()
                .Select(property => property.Name.Split(':'))
                .Where(parts => parts.Length > 1 && parts[0] == project)
                .Select(parts => parts[^1])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    // infra:config:zones is how older versions of Pulumi wrote infra:zones.
    private static string WithoutConfig(string key) => key.Split(':') is [var name, .., var last] ? $"{name}:{last}" : key;
}

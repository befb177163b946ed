using System.Text.Json;
using Pulumi;

namespace Infra.Settings;

/// <summary>A stack's configuration as text, before anything is known about it.</summary>
/// <param name="ProjectName">The project's name, which is the namespace of its keys.</param>
/// <param name="StackName">The stack's name.</param>
/// <param name="Values">The values by key, without the namespace; lists are JSON.</param>
public sealed record ConfigSource(string ProjectName, string StackName, IReadOnlyDictionary<string, string> Values)
{
    // Pulumi's Config answers for keys that it is asked for and never lists them. This variable, from which it reads them itself, is
    // the only place that shows a key nobody asks for, such as a misspelt one.
    private const string KeysVariable = "PULUMI_CONFIG";

    /// <summary>The configuration of the deployment that is running.</summary>
    public static ConfigSource FromPulumi()
    {
        var project = Deployment.Instance.ProjectName;
        var config = new Config();
        var values = Keys(Environment.GetEnvironmentVariable(KeysVariable), project)
            .ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        return new(project, Deployment.Instance.StackName, values);
    }

    /// <summary>The text of a setting, as typed or by default; null when there is neither.</summary>
    public string? TextOf(SettingDefinition setting) => Values.GetValueOrDefault(setting.Key) ?? setting.Default;

    /// <summary>The keys of one namespace, without it, in a JSON object whose keys have one.</summary>
    public static IReadOnlyList<string> Keys(string? json, string project)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

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
}

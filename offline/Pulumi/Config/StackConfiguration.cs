using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration values of the stack, read once for each deployment.</summary>
internal sealed class StackConfiguration
{
    private const string Variable = "PULUMI_CONFIG";

    private readonly ImmutableDictionary<string, string> _values;

    private StackConfiguration(ImmutableDictionary<string, string> values)
    {
        _values = values;
    }

    public static StackConfiguration FromEnvironment()
    {
        var json = Environment.GetEnvironmentVariable(Variable);

        if (string.IsNullOrEmpty(json))
        {
            return new(ImmutableDictionary<string, string>.Empty);
        }

        using var document = JsonDocument.Parse(json);
        var values = ImmutableDictionary.CreateBuilder<string, string>();

        foreach (var property in document.RootElement.EnumerateObject())
        {
            values[Normalize(property.Name)] = property.Value.ToString();
        }

        return new(values.ToImmutable());
    }

    public string? Find(string key) => _values.GetValueOrDefault(key);

    // Older stack files spell a key namespace:config:key.
    private static string Normalize(string key) =>
        key.Split(':', 3) is [var name, "config", var rest] ? $"{name}:{rest}" : key;
}

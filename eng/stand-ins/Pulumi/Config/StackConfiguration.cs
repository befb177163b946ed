using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration values of the stack, read once for each deployment.</summary>
internal sealed class StackConfiguration(ImmutableDictionary<string, string> values)
{
    public static StackConfiguration FromEnvironment()
    {
        var json = Environment.GetEnvironmentVariable("PULUMI_CONFIG");

        if (string.IsNullOrEmpty(json))
            return new(ImmutableDictionary<string, string>.Empty);

        using var document = JsonDocument.Parse(json);
        var read = ImmutableDictionary.CreateBuilder<string, string>();

        foreach (var property in document.RootElement.EnumerateObject())
            read[Normalize(property.Name)] = property.Value.ToString();

        return new(read.ToImmutable());
    }

    public string? Find(string key) => values.GetValueOrDefault(key);

    // Older stack files spell a key namespace:config:key.
    private static string Normalize(string key) =>
        key.Split(':', 3) is [var name, "config", var rest] ? $"{name}:{rest}" : key;
}

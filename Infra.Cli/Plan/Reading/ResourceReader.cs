using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads one resource, as a state, a preview or an event has it.</summary>
internal static class ResourceReader
{
    /// <summary>The resource; none where the element is none.</summary>
    public static ReadResource? Read(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Object ? Read(element) : null;

    /// <summary>The resource.</summary>
    /// <exception cref="FormatException">It lacks what every resource has.</exception>
    public static ReadResource Read(JsonElement element)
    {
        var id = Text(element, "id");
        return new()
        {
            Urn = Text(element, "urn") is { } urn && urn.StartsWith("urn:pulumi:", StringComparison.Ordinal)
                ? urn
                : throw new FormatException("a resource has no URN"),
            Type = Text(element, "type") ?? throw new FormatException("a resource has no type"),
            IsCustom = Flag(element, "custom"),
            Id = PropertyReader.IsUnknown(id) ? null : id,
            Provider = Text(element, "provider"),
            Parent = Text(element, "parent"),
            Inputs = PropertyReader.Members(element, "inputs"),
            Outputs = PropertyReader.Members(element, "outputs"),
            Dependencies = Texts(element, "dependencies"),
            PropertyDependencies = PropertyDependencies(element),
            Options = new()
            {
                Protect = Flag(element, "protect"),
                RetainOnDelete = Flag(element, "retainOnDelete"),
                IgnoreChanges = Texts(element, "ignoreChanges"),
                ReplaceOnChanges = Texts(element, "replaceOnChanges"),
                AdditionalSecretOutputs = Texts(element, "additionalSecretOutputs"),
            },
            IsExternal = Flag(element, "external"),
            IsToBeDeleted = Flag(element, "delete"),
        };
    }

    /// <summary>The text of a member; none where it is empty or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static ImmutableArray<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? Texts(list) : [];

    private static ImmutableArray<string> Texts(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(JsonElement element) =>
        element.TryGetProperty("propertyDependencies", out var members) && members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject()
                .Select(member => KeyValuePair.Create(member.Name, Texts(member.Value)))
                .Where(member => member.Value.Length > 0)
                .DistinctBy(member => member.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}

using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Pulumi;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads one resource, as a state, a preview or an event has it.</summary>
internal sealed class ResourceReader(PropertyReader properties)
{
    // A stack of this program has some two hundred, and a log names each up to four times.
    private const int MostResources = 10_000;

    private int _count;

    /// <summary>The resource; none where the element is none.</summary>
    public ReadResource? Read(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Object ? Read(element) : null;

    /// <summary>The resource.</summary>
    /// <exception cref="FormatException">It lacks what every resource has.</exception>
    public ReadResource Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException("has a resource that is no object");
        if (++_count > MostResources)
            throw new FormatException("has more resources than any stack");

        var urn = Text(element, "urn") is { } text && ReadResource.IsUrn(text)
            ? text
            : throw new FormatException("has a resource without a URN");
        var id = Text(element, "id");
        return new()
        {
            Urn = urn,
            Type = Text(element, "type") ?? throw new FormatException($"has no type of {LegibleText.Of(urn)}"),
            IsCustom = Flag(element, "custom"),
            Id = PropertyReader.IsUnknown(id) ? null : id,
            Provider = Text(element, "provider"),
            Parent = Text(element, "parent"),
            Inputs = properties.Members(element, "inputs"),
            Outputs = properties.Members(element, "outputs"),
            Defaults = properties.DefaultMembers(element, "inputs"),
            Dependencies = Texts(element, "dependencies"),
            PropertyDependencies = PropertyDependencies(element),
            Options = new()
            {
                Protect = Flag(element, "protect"),
                RetainOnDelete = Flag(element, "retainOnDelete"),
                IgnoreChanges = Texts(element, "ignoreChanges"),
                ReplaceOnChanges = Texts(element, "replaceOnChanges"),
                ReplacementTrigger = Text(element, "replacementTrigger"),
                AdditionalSecretOutputs = Texts(element, "additionalSecretOutputs"),
                CustomTimeouts = Timeouts(element),
            },
            IsExternal = Flag(element, "external"),
            IsToBeDeleted = Flag(element, "delete"),
            IsToBeMadeAnew = Flag(element, "pendingReplacement"),
        };
    }

    /// <summary>The text of a member; none where it is empty or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The texts of a list; none where there is no list.</summary>
    public static ImmutableArray<string> Texts(JsonElement element, string name) =>
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

    private static CustomTimeouts? Timeouts(JsonElement element) =>
        element.TryGetProperty("customTimeouts", out var timeouts) && timeouts.ValueKind == JsonValueKind.Object
            ? new()
            {
                Create = Seconds(timeouts, "create"),
                Update = Seconds(timeouts, "update"),
                Delete = Seconds(timeouts, "delete"),
            }
            : null;

    private static TimeSpan? Seconds(JsonElement timeouts, string operation) =>
        timeouts.TryGetProperty(operation, out var value) && value.ValueKind == JsonValueKind.Number
            && value.GetDouble() is >= 0 and < int.MaxValue and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
